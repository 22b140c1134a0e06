/** The library's vectors in memory, following every committed write. */

import type { LibraryChange } from '../../change.ts';
import { type Centre, DIMS } from '../int8-vector.ts';
import type { Library } from '../library.ts';
import type { QueryName } from '../queries/queries.ts';
import { CodedTable } from './coded-table.ts';
import { FileRows, type RowReader } from './file-rows.ts';
import { Int8Rows } from './int8-rows.ts';
import { readStoredVectors } from './stored-vectors.ts';
import { fits, type VectorForm, vectorForm } from './vector-form.ts';
import type { VectorSet } from './vector-set.ts';
import { VectorTable } from './vector-table.ts';

/** id, owner, int8 embedding. */
type VectorRow = [number, number, Buffer];

const KINDS = ['chunks', 'topics', 'phrases', 'books'] as const;

/** Those that may be too many to be kept whole. */
const LARGE = ['chunks', 'topics'] as const;
type LargeKind = (typeof LARGE)[number];

/** The statement that reads one row of the small kinds. */
const ONE = { phrases: 'mirror-phrase', books: 'mirror-book' } as const;

/** The statement that reads many rows of a large kind by their ids. */
const MANY: Record<LargeKind, QueryName> = { chunks: 'mirror-chunks-by-id', topics: 'mirror-topics-by-id' };

/** What topics and passages together may take in memory, unless told otherwise; see README, "Vectors". */
export const DEFAULT_VECTOR_BYTES = 96 * 1024 * 1024;

/** Blocks (of eight rows) the mean is taken over: the error of each component is below 2 % of its spread. */
const MEAN_BLOCKS = 512;

export class VectorMirrors {
  /** Owner: the book. */
  chunks: VectorSet;
  /** Phrases and concepts, merged ones too. Owner: the topic it reads as (itself unless merged). */
  topics: VectorSet;
  /** Owner: the book. */
  phrases: VectorSet;
  books: VectorSet;
  readonly #library: Library;
  readonly #budgetBytes: number;
  #form: VectorForm;
  #generation: number;
  #centre: Centre;

  /**
   * Reads every vector of the library (about half a second for 150,000) and follows its changes from then on.
   * Topics and passages together take `budgetBytes` at most, where their smallest form allows it.
   */
  constructor(library: Library, budgetBytes: number = DEFAULT_VECTOR_BYTES) {
    this.#library = library;
    this.#budgetBytes = budgetBytes;
    this.#generation = library.generation();
    this.#form = this.#wantedForm();
    this.#centre = library.centre('chunks');
    this.chunks = this.#read('chunks');
    this.topics = this.#read('topics');
    this.phrases = this.#readSmall('phrases');
    this.books = this.#readSmall('books');
    library.onChange((change) => this.#follow(change));
  }

  /** How topics and passages are kept. */
  get form(): VectorForm {
    return this.#form;
  }

  /** Bytes held. */
  get bytes(): number {
    return KINDS.reduce((sum, kind) => sum + this[kind].bytes, 0);
  }

  #wantedForm(): VectorForm {
    const rows = this.#library.statement<number>('mirror-rows', 'value').get() ?? 0;
    return vectorForm(rows, this.#budgetBytes);
  }

  /** The whole of a large kind, in the present form. */
  #read(kind: LargeKind): VectorSet {
    const form = this.#form;
    const centre = this.#library.centre(kind);
    const table = new CodedTable(DIMS, {
      bits: form === '1 bit' ? 1 : 2,
      mean: this.#meanOf(kind),
      centre,
      rows: form === 'int8' ? new Int8Rows(DIMS, centre) : new FileRows(this.#reader(kind), centre),
    });
    readStoredVectors(this.#library, `mirror-${kind}`, DIMS, (id, vector) => table.upsert(id, vector));
    this.#readOwners(table, kind === 'chunks' ? 'mirror-chunk-books' : 'mirror-topic-targets');
    return table;
  }

  #readSmall(kind: 'phrases' | 'books'): VectorSet {
    const table = new VectorTable(DIMS, { centre: this.#library.centre(kind) });
    readStoredVectors(this.#library, `mirror-${kind}`, DIMS, (id, vector) => table.upsert(id, vector));
    if (kind === 'phrases') this.#readOwners(table, 'mirror-phrase-books');
    return table;
  }

  /** The mean of the first rows in the file, as unit vectors. Bits made around any point are right. */
  #meanOf(kind: LargeKind): Float32Array {
    const sum = new Float64Array(DIMS);
    let rows = 0;
    const centre = this.#library.centre(kind);
    const add = (_id: number, row: Int8Array) => {
      const vector = centre.restore(row);
      for (let i = 0; i < DIMS; i += 1) sum[i]! += vector[i]!;
      rows += 1;
    };
    readStoredVectors(this.#library, `mirror-${kind}-sample`, DIMS, add, MEAN_BLOCKS);
    return Float32Array.from(sum, (x) => x / Math.max(1, rows));
  }

  #reader(kind: LargeKind): RowReader {
    return (ids, each) => {
      const statement = this.#library.statement<[number, Buffer]>(MANY[kind], 'array');
      for (const [id, bytes] of statement.iterate({ ids: JSON.stringify(ids), dims: DIMS })) {
        each(id, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      }
    };
  }

  #follow(change: LibraryChange): void {
    if (this.#library.centre('chunks') !== this.#centre) {
      // The first book of an empty library: little to read.
      this.#centre = this.#library.centre('chunks');
      for (const kind of LARGE) this[kind] = this.#read(kind);
      for (const kind of ['phrases', 'books'] as const) this[kind] = this.#readSmall(kind);
      return;
    }
    for (const kind of KINDS) this[kind].remove(change.removed[kind]);
    for (const kind of ['phrases', 'books'] as const) {
      const one = this.#library.statement<VectorRow>(ONE[kind], 'array');
      for (const id of change.added[kind]) {
        const row = one.get(id);
        if (row !== undefined) put(this[kind], row);
      }
    }
    for (const kind of LARGE) this.#add(kind, change.added[kind]);
    if (change.generation !== this.#generation) {
      this.#generation = change.generation;
      // It may have merged other topics than the one before.
      for (const id of this.topics.ids) this.topics.setOwner(id, id);
      this.#readOwners(this.topics, 'mirror-topic-targets');
    }
    const rows = this.chunks.size + this.topics.size;
    const wanted = vectorForm(rows, this.#budgetBytes);
    // Once or twice in the life of a library that grows. A more exact form waits for the next start: a library
    // that changes around the limit would be read again with every book.
    if (wanted !== this.#form && !fits(this.#form, rows, this.#budgetBytes)) {
      this.#form = wanted;
      for (const kind of LARGE) this[kind] = this.#read(kind);
    }
  }

  /** Reads new rows of a large kind; ids without a vector (names among topics) are passed over. */
  #add(kind: LargeKind, ids: readonly number[]): void {
    if (ids.length === 0) return;
    const table = this[kind];
    // Past the virtual table, which takes ten times as long for a row: a book has some thousands.
    this.#reader(kind)(ids, (id, vector) => table.upsert(id, vector));
    const owners = kind === 'chunks' ? 'mirror-owners-of-chunks' : 'mirror-owners-of-topics';
    this.#readOwners(table, owners, JSON.stringify(ids));
  }

  /** Pairs of id and owner; ids without a vector are passed over. */
  #readOwners(table: VectorSet, statement: QueryName, ...params: string[]): void {
    const rows = this.#library.statement<[number, number]>(statement, 'array');
    for (const [id, owner] of rows.iterate(...params)) {
      table.setOwner(id, owner);
    }
  }
}

function put(table: VectorSet, [id, owner, embedding]: VectorRow): void {
  table.upsert(id, new Int8Array(embedding.buffer, embedding.byteOffset, embedding.byteLength), owner);
}
