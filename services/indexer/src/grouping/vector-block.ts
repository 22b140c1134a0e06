/**
 * Many unit vectors as int8 rows of one fixed scale, and their exact integer dot products with any other. Integers
 * add up to the same sum in any order, so neighbours and ties are the same on every machine.
 */
import { readFileSync } from 'node:fs';
import { type DotsKernel, plainDots } from './plain-dots.ts';

/**
 * Components of a unit vector times this become int8. They rarely reach .3 in some hundred dimensions; the rounding moves a
 * cosine by about .001.
 */
export const SCALE = 400;
const INT8_MAX = 127;
const PAGE_BYTES = 65_536;

let compiled: WebAssembly.Module | undefined;

function bestKernel(memory: WebAssembly.Memory): DotsKernel {
  try {
    compiled ??= new WebAssembly.Module(readFileSync(new URL('./dots.wasm', import.meta.url)));
    return new WebAssembly.Instance(compiled, { env: { memory } }).exports.dots as DotsKernel;
  } catch {
    // No SIMD on this machine.
    return plainDots(memory);
  }
}

export class VectorBlock {
  readonly rows: number;
  readonly dims: number;
  readonly #components: Int8Array;
  readonly #kernel: DotsKernel;
  readonly #query: Int8Array;
  readonly #queryAddress: number;
  readonly #out: Int32Array;
  readonly #outAddress: number;

  /** Room for `rows` vectors, all zero. `dims` must be a multiple of 16. */
  constructor(rows: number, dims: number, kernel: (memory: WebAssembly.Memory) => DotsKernel = bestKernel) {
    if (dims % 16 !== 0) throw new RangeError(`${dims} dimensions are no multiple of 16`);
    this.rows = rows;
    this.dims = dims;
    this.#queryAddress = rows * dims;
    this.#outAddress = this.#queryAddress + dims;
    const bytes = this.#outAddress + 4 * rows;
    const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE_BYTES)) });
    this.#components = new Int8Array(memory.buffer, 0, rows * dims);
    this.#query = new Int8Array(memory.buffer, this.#queryAddress, dims);
    this.#out = new Int32Array(memory.buffer, this.#outAddress, rows);
    this.#kernel = kernel(memory);
  }

  /** Stores a unit vector; components beyond ±127/SCALE are cut. */
  set(row: number, vector: Float32Array): void {
    quantise(vector, this.#components.subarray(row * this.dims, (row + 1) * this.dims));
  }

  /** The stored components of a row; a view. */
  row(row: number): Int8Array {
    return this.#components.subarray(row * this.dims, (row + 1) * this.dims);
  }

  /** Dot products of row `row` with rows [from, to), SCALE² times the cosine. The view is reused by the next call. */
  dotsOfRow(row: number, from: number, to: number): Int32Array {
    this.#kernel(row * this.dims, from * this.dims, to - from, this.dims, this.#outAddress);
    return this.#out.subarray(0, to - from);
  }

  /** Dot products of any unit vector with all rows. The view is reused by the next call. */
  dotsOf(vector: Float32Array): Int32Array {
    quantise(vector, this.#query);
    this.#kernel(this.#queryAddress, 0, this.rows, this.dims, this.#outAddress);
    return this.#out;
  }
}

function quantise(vector: Float32Array, out: Int8Array): void {
  for (let d = 0; d < out.length; d++) {
    out[d] = Math.max(-INT8_MAX, Math.min(INT8_MAX, Math.round(vector[d]! * SCALE)));
  }
}
