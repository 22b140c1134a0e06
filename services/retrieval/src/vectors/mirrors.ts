/** The library's vectors in memory, following every committed write. */
import type { LibraryChange } from '../library/change.ts';
import { DIMS } from '../library/int8-vector.ts';
import type { Library } from '../library/library.ts';
import { readStoredVectors } from './stored-vectors.ts';
import { VectorTable } from './vector-table.ts';

/** id, owner, int8 embedding. */
type VectorRow = [number, number, Buffer];

const KINDS = ['chunks', 'topics', 'phrases', 'books'] as const;
type Kind = (typeof KINDS)[number];

/** The statement that reads one row of each kind. */
const ONE: Record<Kind, string> = {
  chunks: 'mirror-chunk',
  topics: 'mirror-topic',
  phrases: 'mirror-phrase',
  books: 'mirror-book',
};

export class VectorMirrors {
  /** Owner: the book. */
  readonly chunks = new VectorTable(DIMS);
  /** Phrases and concepts, merged ones too. Owner: the topic it reads as (itself unless merged). */
  readonly topics = new VectorTable(DIMS);
  /** Owner: the book. */
  readonly phrases = new VectorTable(DIMS);
  readonly books = new VectorTable(DIMS);
  readonly #library: Library;
  #generation: number;

  /** Reads every vector of the library (about half a second for 150,000) and follows its changes from then on. */
  constructor(library: Library) {
    this.#library = library;
    this.#generation = library.generation();
    for (const kind of KINDS) {
      const table = this[kind];
      readStoredVectors(library, `mirror-${kind}`, DIMS, (id, vector) => table.upsert(id, vector));
    }
    this.#readOwners(this.chunks, 'mirror-chunk-books');
    this.#readOwners(this.phrases, 'mirror-phrase-books');
    this.#readOwners(this.topics, 'mirror-topic-targets');
    library.onChange((change) => this.#follow(change));
  }

  /** Bytes held. */
  get bytes(): number {
    return KINDS.reduce((sum, kind) => sum + this[kind].bytes, 0);
  }

  #follow(change: LibraryChange): void {
    for (const kind of KINDS) {
      this[kind].remove(change.removed[kind]);
      const one = this.#library.statement<VectorRow>(ONE[kind], 'array');
      for (const id of change.added[kind]) {
        const row = one.get(id);
        // A change may name a topic without a vector (a name).
        if (row !== undefined) put(this[kind], row);
      }
    }
    if (change.generation !== this.#generation) {
      this.#generation = change.generation;
      // It may have merged other topics than the one before.
      for (const id of this.topics.ids) this.topics.setOwner(id, id);
      this.#readOwners(this.topics, 'mirror-topic-targets');
    }
  }

  /** Pairs of id and owner; ids without a vector are passed over. */
  #readOwners(table: VectorTable, statement: string): void {
    for (const [id, owner] of this.#library.statement<[number, number]>(statement, 'array').iterate()) {
      table.setOwner(id, owner);
    }
  }
}

function put(table: VectorTable, [id, owner, embedding]: VectorRow): void {
  table.upsert(id, new Int8Array(embedding.buffer, embedding.byteOffset, embedding.byteLength), owner);
}
