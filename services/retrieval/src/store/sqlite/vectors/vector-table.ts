/**
 * All vectors of one kind (phrases, books, ...) in memory as int8 rows, scanned exactly.
 * The order of rows has no meaning, ids have.
 */
import { Centre } from '../int8-vector.ts';
import { Int8Rows } from './int8-rows.ts';
import { GROWTH, RowIndex } from './row-index.ts';
import type { KernelFactory, ScanKernel } from './scan-kernel.ts';
import { selectTopK, type TopK } from './top-k.ts';
import type { VectorSet } from './vector-set.ts';

export interface VectorTableOptions {
  /** A hint in rows. */
  capacity?: number;
  kernel?: KernelFactory;
  /** What the rows are stored around; nothing, unless given. Of the table's dimensions. */
  centre?: Centre;
}

export class VectorTable implements VectorSet {
  readonly dims: number;
  readonly #index = new RowIndex();
  readonly #centre: Centre;
  readonly #rows: Int8Rows;

  /** `dims` must be a multiple of 16, at most 8,192. */
  constructor(dims: number, { capacity, kernel, centre }: VectorTableOptions = {}) {
    this.dims = dims;
    this.#centre = centre ?? new Centre(new Float32Array(dims));
    this.#rows = new Int8Rows(dims, this.#centre, kernel);
    if (capacity) this.#reserve(capacity);
  }

  get kernelName(): ScanKernel['name'] {
    return this.#rows.kernelName;
  }

  get size(): number {
    return this.#index.size;
  }

  get ids(): Uint32Array {
    return this.#index.ids;
  }

  get owners(): Uint32Array {
    return this.#index.owners;
  }

  get bytes(): number {
    return this.#rows.bytes + this.#index.bytes;
  }

  rowOf(id: number): number | undefined {
    return this.#index.rowOf(id);
  }

  ownerOf(id: number): number | undefined {
    return this.#index.ownerOf(id);
  }

  upsert(id: number, vector: Int8Array, owner: number = id): void {
    if (vector.length !== this.dims) {
      throw new RangeError(`Vector ${id} has ${vector.length} dimensions, the table ${this.dims}`);
    }
    if (this.size === this.#rows.capacity) this.#reserve(Math.ceil(this.size * (1 + GROWTH)) + 64);
    this.#rows.put(this.#index.place(id, owner), vector, this.#centre.stepOf(vector));
  }

  setOwner(id: number, owner: number): void {
    this.#index.setOwner(id, owner);
  }

  remove(ids: Iterable<number>): void {
    this.#index.remove(ids, (from, to) => this.#rows.move(from, to));
  }

  vector(id: number): Float32Array | undefined {
    const row = this.rowOf(id);
    return row === undefined ? undefined : this.#rows.vector(row);
  }

  scoreAll(query: ArrayLike<number>, out?: Float32Array): Float32Array {
    if (query.length !== this.dims) {
      throw new RangeError(`The query has ${query.length} dimensions, the library ${this.dims}`);
    }
    const scores = out !== undefined && out.length >= this.size ? out : new Float32Array(this.size);
    this.#rows.score(query, this.size, scores);
    return scores;
  }

  topK(query: ArrayLike<number>, k: number, accept?: (row: number) => boolean): TopK {
    return selectTopK(this.ids, this.scoreAll(query), this.size, k, accept);
  }

  #reserve(rows: number): void {
    this.#rows.reserve(rows);
    this.#index.reserve(this.#rows.capacity);
  }
}
