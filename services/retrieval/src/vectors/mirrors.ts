/** The library's vectors in memory, following every committed write. */
import type { LibraryChange } from '../library/change.ts';
import { DIMS } from '../library/int8-vector.ts';
import type { Library } from '../library/library.ts';
import { VectorTable } from './vector-table.ts';

/** id, owner, int8 embedding. */
type VectorRow = [number, number, Buffer];

const KINDS = ['chunks', 'topics', 'phrases', 'books'] as const;
type Kind = (typeof KINDS)[number];

/** The statement that reads one row of each kind; the one for all rows has the kind's own name. */
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

  /** Reads every vector of the library (about 5 ms per 1,000) and follows its changes from then on. */
  constructor(library: Library) {
    this.#library = library;
    this.#generation = library.generation();
    for (const kind of KINDS) {
      for (const row of library.statement<VectorRow>(`mirror-${kind}`, 'array').iterate())
        put(this[kind], row);
    }
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
      this.#readTargets();
    }
  }

  /** A new grouping may have merged other topics than the one before. */
  #readTargets(): void {
    const { topics } = this;
    for (const id of topics.ids) topics.setOwner(id, id);
    const merged = this.#library.statement<[number, number]>('mirror-topic-targets', 'array');
    for (const [id, target] of merged.iterate()) topics.setOwner(id, target);
  }
}

function put(table: VectorTable, [id, owner, embedding]: VectorRow): void {
  table.upsert(id, new Int8Array(embedding.buffer, embedding.byteOffset, embedding.byteLength), owner);
}
