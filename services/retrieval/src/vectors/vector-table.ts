/**
 * All vectors of one kind (topics, chunks, ...) in memory as int8 rows, scanned exactly.
 * Rows lie in one WebAssembly memory; the order of rows has no meaning, ids have.
 */
import { Centre } from '../library/int8-vector.ts';
import { alongMean, quantiseQuery } from './quantise.ts';
import { GROWTH, RowIndex } from './row-index.ts';
import { type KernelFactory, ROW_TAIL_BYTES, type ScanKernel } from './scan-kernel.ts';
import { selectTopK, type TopK } from './top-k.ts';
import type { VectorSet } from './vector-set.ts';
import { bestKernel } from './wasm-scan.ts';

const PAGE_BYTES = 65_536;
/** Rows scored by one call of the kernel: 16 KiB of scores, which stay in the first-level cache. */
const BLOCK_ROWS = 4_096;
/** The first page holds the query, then the scores of one block; rows begin on the second. */
const QUERY_AT = 0;
const SCORES_AT = 16_384;
const ROWS_AT = PAGE_BYTES;

export interface VectorTableOptions {
  /** A hint in rows. */
  capacity?: number;
  kernel?: KernelFactory;
  /** What the rows are stored around; nothing, unless given. Of the table's dimensions. */
  centre?: Centre;
}

export class VectorTable implements VectorSet {
  readonly dims: number;
  readonly kernelName: ScanKernel['name'];
  #capacity = 0;
  readonly #index = new RowIndex();
  readonly #stride: number;
  readonly #centre: Centre;
  readonly #memory: WebAssembly.Memory;
  /** The memory as bytes and as float32; made anew whenever it grows. */
  #bytes: Int8Array;
  #floats: Float32Array;
  readonly #kernel: ScanKernel;

  /** `dims` must be a multiple of 16, at most 8,192. */
  constructor(dims: number, { capacity, kernel = bestKernel, centre }: VectorTableOptions = {}) {
    if (dims <= 0 || dims % 16 !== 0 || dims > 8_192) {
      throw new RangeError(`Vectors of ${dims} dimensions can't be scanned: it must be a multiple of 16`);
    }
    this.dims = dims;
    this.#stride = dims + ROW_TAIL_BYTES;
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    this.#bytes = new Int8Array(this.#memory.buffer);
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#kernel = kernel(this.#memory);
    this.kernelName = this.#kernel.name;
    this.#centre = centre ?? new Centre(new Float32Array(dims));
    if (capacity) this.#reserve(capacity);
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
    return this.#memory.buffer.byteLength + this.#index.bytes;
  }

  rowOf(id: number): number | undefined {
    return this.#index.rowOf(id);
  }

  upsert(id: number, vector: Int8Array, owner: number = id): void {
    if (vector.length !== this.dims) {
      throw new RangeError(`Vector ${id} has ${vector.length} dimensions, the table ${this.dims}`);
    }
    if (this.size === this.#capacity) this.#reserve(Math.ceil(this.size * (1 + GROWTH)) + 64);
    const row = this.#index.place(id, owner);
    const at = ROWS_AT + row * this.#stride;
    this.#bytes.set(vector, at);
    this.#floats[(at + this.dims) / Float32Array.BYTES_PER_ELEMENT] = this.#centre.stepOf(vector);
  }

  setOwner(id: number, owner: number): void {
    this.#index.setOwner(id, owner);
  }

  remove(ids: Iterable<number>): void {
    this.#index.remove(ids, (from, to) => {
      const start = ROWS_AT + from * this.#stride;
      this.#bytes.copyWithin(ROWS_AT + to * this.#stride, start, start + this.#stride);
    });
  }

  vector(id: number): Float32Array | undefined {
    const row = this.rowOf(id);
    if (row === undefined) return undefined;
    const at = ROWS_AT + row * this.#stride;
    return this.#centre.restore(this.#bytes.subarray(at, at + this.dims));
  }

  scoreAll(query: ArrayLike<number>, out?: Float32Array): Float32Array {
    if (query.length !== this.dims) {
      throw new RangeError(`The query has ${query.length} dimensions, the library ${this.dims}`);
    }
    const scores = out !== undefined && out.length >= this.size ? out : new Float32Array(this.size);
    const scale = quantiseQuery(query, new Int16Array(this.#memory.buffer, QUERY_AT, this.dims));
    const offset = alongMean(query, this.#centre.mean);
    const block = new Float32Array(this.#memory.buffer, SCORES_AT, BLOCK_ROWS);
    for (let row = 0; row < this.size; row += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, this.size - row);
      this.#kernel.scan(ROWS_AT + row * this.#stride, count, this.dims, QUERY_AT, SCORES_AT, scale, offset);
      scores.set(count === BLOCK_ROWS ? block : block.subarray(0, count), row);
    }
    return scores;
  }

  topK(query: ArrayLike<number>, k: number, accept?: (row: number) => boolean): TopK {
    return selectTopK(this.ids, this.scoreAll(query), this.size, k, accept);
  }

  #reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    const missing = ROWS_AT + rows * this.#stride - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.#bytes = new Int8Array(this.#memory.buffer);
      this.#floats = new Float32Array(this.#memory.buffer);
    }
    this.#capacity = Math.floor((this.#memory.buffer.byteLength - ROWS_AT) / this.#stride);
    this.#index.reserve(this.#capacity);
  }
}
