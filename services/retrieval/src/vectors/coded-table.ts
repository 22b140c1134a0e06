/**
 * Vectors too many to be kept whole: one or two bits a dimension in memory, all components in the library file.
 * Every cosine is estimated from the bits; the rows that come out nearest are read and scored exactly.
 *
 * With v the unit row, m a mean of all rows and r = v - m, the bits say c ≈ r up to a factor. Then
 * cosine = q·m + r·m + r·(q - m), where r·m is stored and r·(q - m) ≈ (c·(q - m)) |r|² / (c·r): unbiased, after
 * RaBitQ (Gao and Long, SIGMOD 2024), without its rotation. Any m is right; the nearer to the mean, the smaller
 * the error, because BGE's vectors lie in a narrow cone around it.
 */

import { Centre } from '../library/int8-vector.ts';
import { type Codes, codesOf, columnsOf, fillTables, type QueryTables } from './codes.ts';
import {
  BLOCK_ROWS,
  BLOCK_TAIL_BYTES,
  type CodesKernel,
  type CodesKernelFactory,
  TABLE_BYTES,
} from './codes-kernel.ts';
import { ExactCosine } from './exact-cosine.ts';
import { nearestRows } from './nearest-rows.ts';
import { GROWTH, RowIndex } from './row-index.ts';
import { selectTopK, type TopK } from './top-k.ts';
import type { VectorSet } from './vector-set.ts';
import { bestCodesKernel } from './wasm-codes.ts';

const PAGE_BYTES = 65_536;
/** Blocks scored by one call of the kernel: 16 KiB of estimates, which stay in the first-level cache. */
const BLOCKS_AT_ONCE = 256;
/** The first page holds the query's tables, then the estimates of one call; blocks begin on the second. */
const TABLES_AT = 0;
const ESTIMATES_AT = 16_384;
const BLOCKS_AT = PAGE_BYTES;

/** Rows that are read and scored exactly by `scoreAll`. */
export const EXACT_ROWS = 2_000;
/** `topK` reads this many times k rows, and never fewer than EXACT_ROWS. */
const EXACT_PER_RESULT = 3;

/** Reads int8 rows from the library file: calls `each` for those it has, in any order. */
export type RowReader = (ids: readonly number[], each: (id: number, vector: Int8Array) => void) => void;

export interface CodedTableOptions {
  bits: 1 | 2;
  /** A mean of unit rows. */
  mean: Float32Array;
  /** What the rows are stored around; nothing, unless given. */
  centre?: Centre;
  read: RowReader;
  /** Rows that will come, as a hint. */
  capacity?: number;
  kernel?: CodesKernelFactory;
}

export class CodedTable implements VectorSet {
  readonly dims: number;
  readonly bits: 1 | 2;
  readonly kernelName: CodesKernel['name'];
  readonly #index = new RowIndex();
  readonly #mean: Float32Array;
  readonly #centre: Centre;
  readonly #read: RowReader;
  readonly #columns: number;
  readonly #blockBytes: number;
  readonly #memory: WebAssembly.Memory;
  /** The memory as bytes and as float32; made anew whenever it grows. */
  #bytes: Uint8Array;
  #floats: Float32Array;
  #capacity = 0;
  readonly #kernel: CodesKernel;
  readonly #codes: Codes;

  constructor(dims: number, { bits, mean, centre, read, capacity, kernel }: CodedTableOptions) {
    if (dims <= 0 || dims % 16 !== 0 || dims > 1_024) {
      throw new RangeError(
        `Vectors of ${dims} dimensions can't be coded: it must be a multiple of 16 up to 1024`,
      );
    }
    this.dims = dims;
    this.bits = bits;
    this.#mean = mean;
    this.#centre = centre ?? new Centre(new Float32Array(dims));
    this.#read = read;
    this.#columns = columnsOf(dims, bits);
    this.#blockBytes = this.#columns * BLOCK_ROWS + BLOCK_TAIL_BYTES;
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#kernel = (kernel ?? bestCodesKernel)(this.#memory);
    this.kernelName = this.#kernel.name;
    this.#codes = { bytes: new Uint8Array(this.#columns), factor: 0, addend: 0 };
    if (capacity !== undefined) this.#reserve(capacity);
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

  vector(id: number): Float32Array | undefined {
    if (this.rowOf(id) === undefined) return undefined;
    let found: Float32Array | undefined;
    this.#read([id], (_id, row) => {
      found = this.#centre.restore(row);
    });
    return found;
  }

  upsert(id: number, vector: Int8Array, owner: number = id): void {
    if (vector.length !== this.dims) {
      throw new RangeError(`Vector ${id} has ${vector.length} dimensions, the table ${this.dims}`);
    }
    if (this.size === this.#capacity) this.#reserve(Math.ceil(this.size * (1 + GROWTH)) + 64);
    const row = this.#index.place(id, owner);
    codesOf(this.#centre.restore(vector), this.#mean, this.bits, this.#codes);
    const { codes, tail } = this.#placeOf(row);
    for (let column = 0; column < this.#columns; column += 1) {
      this.#bytes[codes + column * BLOCK_ROWS] = this.#codes.bytes[column]!;
    }
    this.#floats[tail] = this.#codes.factor;
    this.#floats[tail + BLOCK_ROWS] = this.#codes.addend;
  }

  setOwner(id: number, owner: number): void {
    this.#index.setOwner(id, owner);
  }

  remove(ids: Iterable<number>): void {
    this.#index.remove(ids, (from, to) => {
      const source = this.#placeOf(from);
      const target = this.#placeOf(to);
      for (let column = 0; column < this.#columns; column += 1) {
        this.#bytes[target.codes + column * BLOCK_ROWS] = this.#bytes[source.codes + column * BLOCK_ROWS]!;
      }
      this.#floats[target.tail] = this.#floats[source.tail]!;
      this.#floats[target.tail + BLOCK_ROWS] = this.#floats[source.tail + BLOCK_ROWS]!;
    });
  }

  /**
   * The EXACT_ROWS nearest exactly, all others estimated. What is nearest by estimate was estimated too high
   * on average; the others are lowered by as much, so that they do not stand above those scored exactly.
   */
  scoreAll(query: ArrayLike<number>, out?: Float32Array): Float32Array {
    const scores = this.#estimateAll(query, out);
    const nearest = nearestRows(scores, this.size, EXACT_ROWS);
    const exact = this.#exact(query, nearest);
    if (nearest.length < this.size) {
      const excess = excessAtTheEdge(scores, exact, nearest);
      for (let row = 0; row < this.size; row += 1) scores[row]! -= excess;
    }
    for (let i = 0; i < nearest.length; i += 1) scores[nearest[i]!] = exact[i]!;
    return scores;
  }

  topK(query: ArrayLike<number>, k: number, accept?: (row: number) => boolean): TopK {
    const scores = this.#estimateAll(query);
    if (accept !== undefined) {
      for (let row = 0; row < this.size; row += 1) {
        if (!accept(row)) scores[row] = Number.NEGATIVE_INFINITY;
      }
    }
    const wanted = Math.max(EXACT_ROWS, k * EXACT_PER_RESULT);
    const nearest = nearestRows(scores, this.size, wanted).filter(
      (row) => scores[row]! > Number.NEGATIVE_INFINITY,
    );
    const exact = this.#exact(query, nearest);
    const { ids } = this;
    const best = selectTopK(
      Uint32Array.from(nearest, (row) => ids[row]!),
      exact,
      nearest.length,
      k,
    );
    return { ...best, rows: best.rows.map((place) => nearest[place]!) };
  }

  #estimateAll(query: ArrayLike<number>, out?: Float32Array): Float32Array {
    if (query.length !== this.dims) {
      throw new RangeError(`The query has ${query.length} dimensions, the library ${this.dims}`);
    }
    const scores = out !== undefined && out.length >= this.size ? out : new Float32Array(this.size);
    const tables = new Uint8Array(this.#memory.buffer, TABLES_AT, this.#columns * TABLE_BYTES);
    const { step, base, offset }: QueryTables = fillTables(query, this.#mean, this.bits, tables);
    const estimates = new Float32Array(this.#memory.buffer, ESTIMATES_AT, BLOCKS_AT_ONCE * BLOCK_ROWS);
    for (let row = 0; row < this.size; row += estimates.length) {
      const rows = Math.min(estimates.length, this.size - row);
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
      scores.set(rows === estimates.length ? estimates : estimates.subarray(0, rows), row);
    }
    return scores;
  }

  /** Exact cosines of rows, in their order. */
  #exact(query: ArrayLike<number>, rows: Uint32Array): Float32Array {
    const exact = new Float32Array(rows.length);
    const placeOf = new Map<number, number>();
    const { ids } = this;
    for (let i = 0; i < rows.length; i += 1) placeOf.set(ids[rows[i]!]!, i);
    const cosine = new ExactCosine(query, this.#centre);
    // In ascending ids, which lie in the file's order.
    const inOrder = [...placeOf.keys()].sort((a, b) => a - b);
    this.#read(inOrder, (id, vector) => {
      exact[placeOf.get(id)!] = cosine.with(vector);
    });
    return exact;
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

  #reserve(rows: number): void {
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
    this.#index.reserve(this.#capacity);
  }
}

/** By how much the lower half of the nearest rows was estimated too high, on average. */
function excessAtTheEdge(estimates: Float32Array, exact: Float32Array, rows: Uint32Array): number {
  const middle = rows.length >> 1;
  const order = Uint32Array.from(rows.keys()).sort((a, b) => estimates[rows[a]!]! - estimates[rows[b]!]!);
  let sum = 0;
  for (let i = 0; i < middle; i += 1) sum += estimates[rows[order[i]!]!]! - exact[order[i]!]!;
  return middle === 0 ? 0 : sum / middle;
}
