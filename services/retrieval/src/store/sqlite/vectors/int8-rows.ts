/** int8 rows in one WebAssembly memory, by number, scored exactly: all of them, or some. */
import type { Centre } from '../int8-vector.ts';
import { alongMean, quantiseQuery } from './quantise.ts';
import { type KernelFactory, ROW_TAIL_BYTES, type ScanKernel } from './scan-kernel.ts';
import { bestKernel } from './wasm-scan.ts';
import type { WholeRows } from './whole-rows.ts';

const PAGE_BYTES = 65_536;
/** Rows scored before their scores are copied out: 16 KiB of scores, which stay in the first-level cache. */
const BLOCK_ROWS = 4_096;
/** The first page holds the query, then the scores of one block; rows begin on the second. */
const QUERY_AT = 0;
const SCORES_AT = 16_384;
const ROWS_AT = PAGE_BYTES;

export class Int8Rows implements WholeRows {
  readonly dims: number;
  readonly kernelName: ScanKernel['name'];
  #capacity = 0;
  readonly #stride: number;
  readonly #centre: Centre;
  readonly #memory: WebAssembly.Memory;
  /** The memory as bytes and as float32; recreated whenever it grows. */
  #bytes: Int8Array;
  #floats: Float32Array;
  readonly #kernel: ScanKernel;

  /** `dims` must be a multiple of 16, at most 8,192; `centre` is what the rows are stored around. */
  constructor(dims: number, centre: Centre, kernel: KernelFactory = bestKernel) {
    if (dims <= 0 || dims % 16 !== 0 || dims > 8_192) {
      throw new RangeError(`Vectors of ${dims} dimensions can't be scanned: it must be a multiple of 16`);
    }
    this.dims = dims;
    this.#stride = dims + ROW_TAIL_BYTES;
    this.#centre = centre;
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    this.#bytes = new Int8Array(this.#memory.buffer);
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#kernel = kernel(this.#memory);
    this.kernelName = this.#kernel.name;
  }

  get bytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Rows there is room for. */
  get capacity(): number {
    return this.#capacity;
  }

  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    const missing = this.#at(rows) - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.#bytes = new Int8Array(this.#memory.buffer);
      this.#floats = new Float32Array(this.#memory.buffer);
    }
    this.#capacity = Math.floor((this.#memory.buffer.byteLength - ROWS_AT) / this.#stride);
  }

  put(row: number, vector: Int8Array, step: number): void {
    const at = this.#at(row);
    this.#bytes.set(vector, at);
    this.#floats[(at + this.dims) / Float32Array.BYTES_PER_ELEMENT] = step;
  }

  move(from: number, to: number): void {
    this.#bytes.copyWithin(this.#at(to), this.#at(from), this.#at(from + 1));
  }

  vector(row: number): Float32Array {
    return this.#centre.restore(this.#bytes.subarray(this.#at(row), this.#at(row) + this.dims));
  }

  /** Cosines of the first `count` rows into `out`. */
  score(query: ArrayLike<number>, count: number, out: Float32Array): void {
    this.#ask(query, (scan, scores) => {
      for (let row = 0; row < count; row += BLOCK_ROWS) {
        const rows = Math.min(BLOCK_ROWS, count - row);
        scan(row, rows, 0);
        out.set(rows === BLOCK_ROWS ? scores : scores.subarray(0, rows), row);
      }
    });
  }

  cosines(query: ArrayLike<number>, rows: Uint32Array): Float32Array {
    const out = new Float32Array(rows.length);
    this.#ask(query, (scan, scores) => {
      for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
        const count = Math.min(BLOCK_ROWS, rows.length - from);
        for (let i = 0; i < count; i += 1) scan(rows[from + i]!, 1, i);
        out.set(scores.subarray(0, count), from);
      }
    });
    return out;
  }

  /** Readies the query; `scan(row, count, place)` scores rows from `row` on, into the scores from `place` on. */
  #ask(
    query: ArrayLike<number>,
    ask: (scan: (row: number, count: number, place: number) => void, scores: Float32Array) => void,
  ): void {
    const scale = quantiseQuery(query, new Int16Array(this.#memory.buffer, QUERY_AT, this.dims));
    const offset = alongMean(query, this.#centre.mean);
    ask(
      (row, count, place) =>
        this.#kernel.scan(this.#at(row), count, this.dims, QUERY_AT, SCORES_AT + 4 * place, scale, offset),
      new Float32Array(this.#memory.buffer, SCORES_AT, BLOCK_ROWS),
    );
  }

  #at(row: number): number {
    return ROWS_AT + row * this.#stride;
  }
}
