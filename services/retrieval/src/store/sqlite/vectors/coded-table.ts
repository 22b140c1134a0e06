/**
 * Vectors kept as one or two bits a dimension, and whole beside that, in memory or in the library file. Every cosine
 * is estimated from the bits, which are an eighth or a quarter of what a scan of whole rows must read; the rows that
 * come out nearest are scored exactly.
 *
 * With v the unit row, m a mean of all rows and r = v - m, the bits say c ≈ r up to a factor. Then
 * cosine = q·m + r·m + r·(q - m), where r·m is stored and r·(q - m) ≈ (c·(q - m)) |r|² / (c·r): unbiased, after
 * RaBitQ (Gao and Long, SIGMOD 2024), without its rotation. Any m is right; the nearer to the mean, the smaller
 * the error, because BGE's vectors lie in a narrow cone around it.
 */

import type { Centre } from '../int8-vector.ts';
import { CodeBlocks, type CodeBlocksOptions } from './code-blocks.ts';
import type { CodesKernel } from './codes-kernel.ts';
import { nearestRows } from './nearest-rows.ts';
import { GROWTH, RowIndex } from './row-index.ts';
import { selectTopK, type TopK } from './top-k.ts';
import type { VectorSet } from './vector-set.ts';
import type { WholeRows } from './whole-rows.ts';

/** Rows that `scoreAll` scores exactly: with fewer bits more must be looked at (ADR 5 has the recall of each number). */
export const EXACT_ROWS = { 1: 2_000, 2: 1_000 } as const;
/** Rows in memory are all scored exactly up to this number: so few take no longer than their bits and the nearest. */
export const SCANNED_WHOLE = 65_536;
/** `topK` scores this many times k rows exactly, and never fewer than EXACT_ROWS. */
const EXACT_PER_RESULT = 3;

export interface CodedTableOptions extends CodeBlocksOptions {
  rows: WholeRows;
  /** Rows that will come, as a hint. */
  capacity?: number;
  /** Up to so many rows in memory are all scored exactly. */
  scannedWhole?: number;
}

export class CodedTable implements VectorSet {
  readonly dims: number;
  readonly bits: 1 | 2;
  readonly #index = new RowIndex();
  readonly #centre: Centre;
  readonly #codes: CodeBlocks;
  readonly #rows: WholeRows;
  readonly #scannedWhole: number;

  constructor(dims: number, { rows, capacity, scannedWhole = SCANNED_WHOLE, ...options }: CodedTableOptions) {
    this.dims = dims;
    this.bits = options.bits;
    this.#centre = options.centre;
    this.#codes = new CodeBlocks(dims, options);
    this.#rows = rows;
    this.#scannedWhole = scannedWhole;
    if (capacity !== undefined) this.#reserve(capacity);
  }

  get kernelName(): CodesKernel['name'] {
    return this.#codes.kernelName;
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
    return this.#codes.bytes + this.#rows.bytes + this.#index.bytes;
  }

  rowOf(id: number): number | undefined {
    return this.#index.rowOf(id);
  }

  vector(id: number): Float32Array | undefined {
    const row = this.rowOf(id);
    return row === undefined ? undefined : this.#rows.vector(row, id);
  }

  ownerOf(id: number): number | undefined {
    return this.#index.ownerOf(id);
  }

  upsert(id: number, vector: Int8Array, owner: number = id): void {
    if (vector.length !== this.dims) {
      throw new RangeError(`Vector ${id} has ${vector.length} dimensions, the table ${this.dims}`);
    }
    if (this.size === this.#codes.capacity) this.#reserve(Math.ceil(this.size * (1 + GROWTH)) + 64);
    const row = this.#index.place(id, owner);
    const step = this.#centre.stepOf(vector);
    this.#codes.put(row, vector, step);
    this.#rows.put(row, vector, step);
  }

  setOwner(id: number, owner: number): void {
    this.#index.setOwner(id, owner);
  }

  remove(ids: Iterable<number>): void {
    this.#index.remove(ids, (from, to) => {
      this.#codes.move(from, to);
      this.#rows.move(from, to);
    });
  }

  /**
   * All exactly where that is as quick, else the nearest EXACT_ROWS, and all others estimated. What is nearest by
   * estimate was estimated too high on average; the others are lowered by as much, so that they do not stand above
   * those scored exactly.
   */
  scoreAll(query: ArrayLike<number>, out?: Float32Array): Float32Array {
    const scores = this.#scoresFor(query, out);
    if (this.#isScannedWhole) {
      this.#rows.score!(query, this.size, scores);
      return scores;
    }
    this.#codes.estimate(query, this.size, scores);
    const nearest = nearestRows(scores, this.size, EXACT_ROWS[this.bits]);
    const exact = this.#rows.cosines(query, nearest, this.ids);
    if (nearest.length < this.size) {
      const excess = excessAtTheEdge(scores, exact, nearest);
      for (let row = 0; row < this.size; row += 1) scores[row]! -= excess;
    }
    for (let i = 0; i < nearest.length; i += 1) scores[nearest[i]!] = exact[i]!;
    return scores;
  }

  topK(query: ArrayLike<number>, k: number, accept?: (row: number) => boolean): TopK {
    if (this.#isScannedWhole) return selectTopK(this.ids, this.scoreAll(query), this.size, k, accept);
    const scores = this.#scoresFor(query);
    this.#codes.estimate(query, this.size, scores);
    if (accept !== undefined) {
      for (let row = 0; row < this.size; row += 1) {
        if (!accept(row)) scores[row] = Number.NEGATIVE_INFINITY;
      }
    }
    const wanted = Math.max(EXACT_ROWS[this.bits], k * EXACT_PER_RESULT);
    const nearest = nearestRows(scores, this.size, wanted).filter(
      (row) => scores[row]! > Number.NEGATIVE_INFINITY,
    );
    const { ids } = this;
    const best = selectTopK(
      Uint32Array.from(nearest, (row) => ids[row]!),
      this.#rows.cosines(query, nearest, ids),
      nearest.length,
      k,
    );
    return { ...best, rows: best.rows.map((place) => nearest[place]!) };
  }

  get #isScannedWhole(): boolean {
    return this.#rows.score !== undefined && this.size <= this.#scannedWhole;
  }

  /** Room for all scores of the query, `out` if it has it. */
  #scoresFor(query: ArrayLike<number>, out?: Float32Array): Float32Array {
    if (query.length !== this.dims) {
      throw new RangeError(`The query has ${query.length} dimensions, the library ${this.dims}`);
    }
    return out !== undefined && out.length >= this.size ? out : new Float32Array(this.size);
  }

  #reserve(rows: number): void {
    this.#codes.reserve(rows);
    this.#rows.reserve(this.#codes.capacity);
    this.#index.reserve(this.#codes.capacity);
  }
}

/** By how much the lower part of the nearest rows, those below their mean, was estimated too high, on average. */
function excessAtTheEdge(estimates: Float32Array, exact: Float32Array, rows: Uint32Array): number {
  let mean = 0;
  for (let i = 0; i < rows.length; i += 1) mean += estimates[rows[i]!]! / rows.length;
  let sum = 0;
  let below = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const estimate = estimates[rows[i]!]!;
    if (estimate > mean) continue;
    sum += estimate - exact[i]!;
    below += 1;
  }
  return below === 0 ? 0 : sum / below;
}
