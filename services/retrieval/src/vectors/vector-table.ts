/**
 * All vectors of one kind (topics, chunks, ...) in memory as int8 rows, scanned exactly.
 * Rows lie in one WebAssembly memory; the order of rows has no meaning, ids have.
 */
import { inverseNorm, quantiseQuery } from './quantise.ts';
import { bestKernel, type KernelFactory, ROW_TAIL_BYTES, type ScanKernel } from './scan-kernel.ts';
import { selectTopK, type TopK } from './top-k.ts';

const PAGE_BYTES = 65_536;
/** Rows scored by one call of the kernel: 16 KiB of scores, which stay in the first-level cache. */
const BLOCK_ROWS = 4_096;
/** The first page holds the query, then the scores of one block; rows begin on the second. */
const QUERY_AT = 0;
const SCORES_AT = 16_384;
const ROWS_AT = PAGE_BYTES;
/** Share of its size by which a full table grows. */
const GROWTH = 1 / 8;

export class VectorTable {
  readonly dims: number;
  readonly kernelName: ScanKernel['name'];
  #size = 0;
  #capacity = 0;
  #ids = new Uint32Array(0);
  #owners = new Uint32Array(0);
  /** Row of each id, -1 where there is none; ids are SQLite rowids, dense enough for an array. */
  #rowOf = new Int32Array(0);
  readonly #stride: number;
  readonly #memory: WebAssembly.Memory;
  /** The memory as bytes and as float32; made anew whenever it grows. */
  #bytes: Int8Array;
  #floats: Float32Array;
  readonly #kernel: ScanKernel;

  /** `dims` must be a multiple of 16, at most 8,192. `capacity` is a hint in rows. */
  constructor(dims: number, options: { capacity?: number; kernel?: KernelFactory } = {}) {
    if (dims <= 0 || dims % 16 !== 0 || dims > 8_192) {
      throw new RangeError(`Vectors of ${dims} dimensions can't be scanned: it must be a multiple of 16`);
    }
    this.dims = dims;
    this.#stride = dims + ROW_TAIL_BYTES;
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    this.#bytes = new Int8Array(this.#memory.buffer);
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#kernel = (options.kernel ?? bestKernel)(this.#memory);
    this.kernelName = this.#kernel.name;
    if (options.capacity) this.#reserve(options.capacity);
  }

  /** Rows in the table. */
  get size(): number {
    return this.#size;
  }

  /** Ids in row order; valid until the next change. */
  get ids(): Uint32Array {
    return this.#ids.subarray(0, this.#size);
  }

  /** What each row belongs to (a chunk's book, a topic's merge target), in row order. */
  get owners(): Uint32Array {
    return this.#owners.subarray(0, this.#size);
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#memory.buffer.byteLength + this.#ids.byteLength * 2 + this.#rowOf.byteLength;
  }

  /** Row of an id, or undefined. */
  rowOf(id: number): number | undefined {
    const row = this.#rowOf[id];
    return row === undefined || row < 0 ? undefined : row;
  }

  /** Adds or replaces the vector of `id`; components as stored (int8, any scale). */
  upsert(id: number, vector: Int8Array, owner: number = id): void {
    if (vector.length !== this.dims) {
      throw new RangeError(`Vector ${id} has ${vector.length} dimensions, the table ${this.dims}`);
    }
    let row = this.rowOf(id);
    if (row === undefined) {
      if (this.#size === this.#capacity) this.#reserve(Math.ceil(this.#size * (1 + GROWTH)) + 64);
      row = this.#size;
      this.#size += 1;
      this.#ids[row] = id;
      this.#setRowOf(id, row);
    }
    this.#owners[row] = owner;
    const at = ROWS_AT + row * this.#stride;
    this.#bytes.set(vector, at);
    this.#floats[(at + this.dims) / Float32Array.BYTES_PER_ELEMENT] = inverseNorm(vector);
  }

  /** Changes what a row belongs to; an unknown id is left alone. */
  setOwner(id: number, owner: number): void {
    const row = this.rowOf(id);
    if (row !== undefined) this.#owners[row] = owner;
  }

  /** Takes ids out; unknown ones are left alone. The last row moves into each gap. */
  remove(ids: Iterable<number>): void {
    for (const id of ids) {
      const row = this.rowOf(id);
      if (row === undefined) continue;
      const last = this.#size - 1;
      if (row !== last) {
        const from = ROWS_AT + last * this.#stride;
        this.#bytes.copyWithin(ROWS_AT + row * this.#stride, from, from + this.#stride);
        this.#ids[row] = this.#ids[last]!;
        this.#owners[row] = this.#owners[last]!;
        this.#rowOf[this.#ids[row]!] = row;
      }
      this.#rowOf[id] = -1;
      this.#size = last;
    }
  }

  /** The stored int8 components of `id` (a copy), or undefined. */
  vector(id: number): Int8Array | undefined {
    const row = this.rowOf(id);
    if (row === undefined) return undefined;
    const at = ROWS_AT + row * this.#stride;
    return this.#bytes.slice(at, at + this.dims);
  }

  /**
   * Cosine of `query` (dims components, any scale) with every row, in row order.
   * `out` is used if it is long enough, else a new array is made; only the first `size` values count.
   */
  scoreAll(query: ArrayLike<number>, out?: Float32Array): Float32Array {
    if (query.length !== this.dims) {
      throw new RangeError(`The query has ${query.length} dimensions, the library ${this.dims}`);
    }
    const scores = out !== undefined && out.length >= this.#size ? out : new Float32Array(this.#size);
    const scale = quantiseQuery(query, new Int16Array(this.#memory.buffer, QUERY_AT, this.dims));
    const block = new Float32Array(this.#memory.buffer, SCORES_AT, BLOCK_ROWS);
    for (let row = 0; row < this.#size; row += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, this.#size - row);
      this.#kernel.scan(ROWS_AT + row * this.#stride, count, this.dims, QUERY_AT, SCORES_AT, scale);
      scores.set(count === BLOCK_ROWS ? block : block.subarray(0, count), row);
    }
    return scores;
  }

  /** The k nearest by cosine, best first, lower id first among equals. `accept` leaves rows out. */
  topK(query: ArrayLike<number>, k: number, accept?: (row: number) => boolean): TopK {
    return selectTopK(this.#ids, this.scoreAll(query), this.#size, k, accept);
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
    const ids = new Uint32Array(this.#capacity);
    ids.set(this.ids);
    const owners = new Uint32Array(this.#capacity);
    owners.set(this.owners);
    this.#ids = ids;
    this.#owners = owners;
  }

  #setRowOf(id: number, row: number): void {
    if (id >= this.#rowOf.length) {
      const grown = new Int32Array(Math.max(id + 1, Math.ceil(this.#rowOf.length * (1 + GROWTH)) + 64)).fill(
        -1,
      );
      grown.set(this.#rowOf);
      this.#rowOf = grown;
    }
    this.#rowOf[id] = row;
  }
}
