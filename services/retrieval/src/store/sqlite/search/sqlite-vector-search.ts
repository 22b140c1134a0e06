/** Searching by vectors: scans over what is mirrored in memory. The loops over rows stay in here. */
import { perRevision } from '../../per-revision.ts';
import {
  admits,
  type Comparison,
  type OwnedHit,
  type VectorKind,
  type VectorSearch,
  type Within,
} from '../../vector-search.ts';
import type { Library } from '../library.ts';
import type { VectorMirrors } from '../vectors/mirrors.ts';
import { selectTopK, type TopK } from '../vectors/top-k.ts';
import type { VectorSet } from '../vectors/vector-set.ts';
import { bestOfOwners } from './best-of-owner.ts';
import { relativeLengths } from './book-lengths.ts';
import { nearestOfOwners } from './nearest-of-owners.ts';

/** True for rows that may be found; undefined if all may. */
type Accept = (owner: number, id: number) => boolean;

function acceptorOf(kind: VectorKind, { bookId, exceptBook, filter }: Within): Accept | undefined {
  if (kind === 'topics') return undefined;
  if (bookId === undefined && exceptBook === undefined && filter === undefined) return undefined;
  const inBook = (owner: number) => (bookId === undefined || owner === bookId) && owner !== exceptBook;
  if (kind !== 'passages')
    return (owner) => inBook(owner) && (filter === undefined || filter.books.has(owner));
  return (owner, id) => inBook(owner) && admits(filter, owner, id);
}

function toHits({ owners }: VectorSet, { ids, scores, rows }: TopK): OwnedHit[] {
  return Array.from(ids, (id, i) => ({ id, owner: owners[rows[i]!]!, raw: scores[i]! }));
}

function rowAcceptor({ owners, ids }: VectorSet, accept: Accept | undefined) {
  return accept && ((row: number) => accept(owners[row]!, ids[row]!));
}

export function sqliteVectorSearch(library: Library, mirrors: VectorMirrors): VectorSearch {
  const tableOf = (kind: VectorKind): VectorSet => mirrors[kind === 'passages' ? 'chunks' : kind];
  const lengths = perRevision(() => relativeLengths(mirrors.chunks.owners));
  return {
    compare: (kind, vector) => new Scan(kind, tableOf(kind), vector),
    async nearest(kind, vector, k, within = {}) {
      const table = tableOf(kind);
      return toHits(table, table.topK(vector, k, rowAcceptor(table, acceptorOf(kind, within))));
    },
    async vectors(kind, ids) {
      const table = tableOf(kind);
      const found = new Map<number, { vector: Float32Array; owner: number }>();
      for (const id of ids) {
        const vector = table.vector(id);
        if (vector !== undefined) found.set(id, { vector, owner: table.ownerOf(id)! });
      }
      return found;
    },
    async owners(kind, ids) {
      const table = tableOf(kind);
      const found = new Map<number, number>();
      for (const id of ids) {
        const owner = table.ownerOf(id);
        if (owner !== undefined) found.set(id, owner);
      }
      return found;
    },
    async sample(kind, n) {
      const table = tableOf(kind);
      const ids = table.ids.slice().sort();
      const step = Math.max(1, Math.floor(ids.length / n));
      const vectors: Float32Array[] = [];
      for (let i = 0; i < ids.length; i += step) {
        const vector = table.vector(ids[i]!);
        if (vector !== undefined) vectors.push(vector);
      }
      return vectors;
    },
    count: (kind) => tableOf(kind).size,
    async searched(within) {
      const { owners, ids, size } = mirrors.chunks;
      const accept = acceptorOf('passages', within);
      let searched = size;
      if (accept === undefined) return searched;
      for (let row = 0; row < size; row += 1) if (!accept(owners[row]!, ids[row]!)) searched -= 1;
      return searched;
    },
    async relativeLengths() {
      const known = lengths(library);
      return (book) => known[book] || 1;
    },
  };
}

/** One vector against a table. All cosines are computed once, when a question needs them. */
class Scan implements Comparison {
  readonly #kind: VectorKind;
  readonly #table: VectorSet;
  readonly #vector: Float32Array;
  #scores: Float32Array | undefined;

  constructor(kind: VectorKind, table: VectorSet, vector: Float32Array) {
    this.#kind = kind;
    this.#table = table;
    this.#vector = vector;
  }

  get #all(): Float32Array {
    this.#scores ??= this.#table.scoreAll(this.#vector);
    return this.#scores;
  }

  async nearest(k: number, within: Within = {}): Promise<OwnedHit[]> {
    const { ids, size } = this.#table;
    const accept = rowAcceptor(this.#table, acceptorOf(this.#kind, within));
    return toHits(this.#table, selectTopK(ids, this.#all, size, k, accept));
  }

  async bestOfOwners(n: number, limit: number, within: Within = {}) {
    return bestOfOwners(this.#table, this.#all, n, limit, acceptorOf(this.#kind, within));
  }

  async nearestOf(owners: Iterable<number>, k: number, within: Within = {}) {
    return nearestOfOwners(this.#table, this.#all, new Set(owners), k, acceptorOf(this.#kind, within));
  }

  async cosines(ids: Iterable<number>): Promise<Map<number, number>> {
    const found = new Map<number, number>();
    for (const id of ids) {
      const row = this.#table.rowOf(id);
      if (row !== undefined) found.set(id, this.#all[row]!);
    }
    return found;
  }
}
