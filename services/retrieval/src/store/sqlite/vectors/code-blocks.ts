/** Rows as one or two bits a dimension, by number, in blocks of sixteen; and all their cosines, estimated. */
import type { Centre } from '../int8-vector.ts';
import { type Coder, type Codes, codesOf, columnsOf, fillTables, type QueryTables } from './codes.ts';
import {
  BLOCK_ROWS,
  BLOCK_TAIL_BYTES,
  type CodesKernel,
  type CodesKernelFactory,
  TABLE_BYTES,
} from './codes-kernel.ts';
import { bestCodesKernel } from './wasm-codes.ts';

const PAGE_BYTES = 65_536;
/** Blocks scored by one call of the kernel: 16 KiB of estimates, which stay in the first-level cache. */
const BLOCKS_AT_ONCE = 256;
/** The first page holds the query's tables, then the estimates of one call; blocks begin on the second. */
const TABLES_AT = 0;
const ESTIMATES_AT = 16_384;
const BLOCKS_AT = PAGE_BYTES;

export interface CodeBlocksOptions {
  bits: 1 | 2;
  /** A mean of unit rows, which the bits are made around. */
  mean: Float32Array;
  /** What the rows are stored around. */
  centre: Centre;
  kernel?: CodesKernelFactory | undefined;
}

export class CodeBlocks {
  readonly kernelName: CodesKernel['name'];
  readonly #coder: Coder;
  readonly #codes: Codes;
  readonly #columns: number;
  readonly #blockBytes: number;
  readonly #memory: WebAssembly.Memory;
  /** The memory as bytes and as float32; recreated whenever it grows. */
  #bytes: Uint8Array;
  #floats: Float32Array;
  #capacity = 0;
  readonly #kernel: CodesKernel;

  /** `dims` must be a multiple of 16, at most 1,024. */
  constructor(dims: number, { bits, mean, centre, kernel = bestCodesKernel }: CodeBlocksOptions) {
    if (dims <= 0 || dims % 16 !== 0 || dims > 1_024) {
      throw new RangeError(
        `Vectors of ${dims} dimensions can't be coded: it must be a multiple of 16 up to 1024`,
      );
    }
    const shift = mean.map((m, i) => centre.mean[i]! - m);
    this.#coder = { bits, mean, shift, residual: new Float32Array(dims) };
    this.#columns = columnsOf(dims, bits);
    this.#codes = { bytes: new Uint8Array(this.#columns), factor: 0, addend: 0 };
    this.#blockBytes = this.#columns * BLOCK_ROWS + BLOCK_TAIL_BYTES;
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#kernel = kernel(this.#memory);
    this.kernelName = this.#kernel.name;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Rows there is room for. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Makes room for so many rows in all. */
  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    const missing =
      BLOCKS_AT + Math.ceil(rows / BLOCK_ROWS) * this.#blockBytes - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.#bytes = new Uint8Array(this.#memory.buffer);
      this.#floats = new Float32Array(this.#memory.buffer);
    }
    const blocks = Math.floor((this.#memory.buffer.byteLength - BLOCKS_AT) / this.#blockBytes);
    this.#capacity = blocks * BLOCK_ROWS;
  }

  /** Codes a stored row; `step` as the centre gives it. */
  put(row: number, vector: Int8Array, step: number): void {
    codesOf(vector, step, this.#coder, this.#codes);
    const { codes, tail } = this.#placeOf(row);
    for (let column = 0; column < this.#columns; column += 1) {
      this.#bytes[codes + column * BLOCK_ROWS] = this.#codes.bytes[column]!;
    }
    this.#floats[tail] = this.#codes.factor;
    this.#floats[tail + BLOCK_ROWS] = this.#codes.addend;
  }

  /** Row `to` becomes what row `from` is. */
  move(from: number, to: number): void {
    const source = this.#placeOf(from);
    const target = this.#placeOf(to);
    for (let column = 0; column < this.#columns; column += 1) {
      this.#bytes[target.codes + column * BLOCK_ROWS] = this.#bytes[source.codes + column * BLOCK_ROWS]!;
    }
    this.#floats[target.tail] = this.#floats[source.tail]!;
    this.#floats[target.tail + BLOCK_ROWS] = this.#floats[source.tail + BLOCK_ROWS]!;
  }

  /** Estimated cosines of the first `count` rows into `out`. */
  estimate(query: ArrayLike<number>, count: number, out: Float32Array): void {
    const tables = new Uint8Array(this.#memory.buffer, TABLES_AT, this.#columns * TABLE_BYTES);
    const { step, base, offset }: QueryTables = fillTables(query, this.#coder.mean, this.#coder.bits, tables);
    const estimates = new Float32Array(this.#memory.buffer, ESTIMATES_AT, BLOCKS_AT_ONCE * BLOCK_ROWS);
    for (let row = 0; row < count; row += estimates.length) {
      const rows = Math.min(estimates.length, count - row);
      this.#kernel.estimate(
        BLOCKS_AT + (row / BLOCK_ROWS) * this.#blockBytes,
        Math.ceil(rows / BLOCK_ROWS),
        this.#columns,
        TABLES_AT,
        ESTIMATES_AT,
        step,
        base,
        offset,
      );
      out.set(rows === estimates.length ? estimates : estimates.subarray(0, rows), row);
    }
  }

  /** Address of a row's first code byte, and place of its factor among the floats. */
  #placeOf(row: number): { codes: number; tail: number } {
    const block = BLOCKS_AT + Math.floor(row / BLOCK_ROWS) * this.#blockBytes;
    const lane = row % BLOCK_ROWS;
    return {
      codes: block + lane,
      tail: (block + this.#columns * BLOCK_ROWS) / Float32Array.BYTES_PER_ELEMENT + lane,
    };
  }
}
