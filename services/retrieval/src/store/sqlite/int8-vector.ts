/**
 * Vectors as the library stores them: int8 components of what is left of the unit vector when a fixed mean is taken
 * off, scaled so that the largest |component| is 127. A model's vectors lie in a narrow cone: a few components are
 * large in all of them, and would leave the others few steps. Without a mean it is the plain int8 form.
 */
import { PROFILE } from '@libtrails/models/profile';

/** Dimensions of every vector; the vec0 columns are declared with it. */
export const DIMS = PROFILE.dims;

const INT8_MAX = 127;
/** Means are kept shorter than the vectors, so that none lies on its mean and each has a direction from there. */
const LONGEST_MEAN = 0.9;

/** The point that vectors of one kind are stored around. */
export class Centre {
  /** Around nothing: the vector itself. */
  static readonly ORIGIN = new Centre(new Float32Array(DIMS));

  readonly mean: Float32Array;
  /** |mean|² */
  readonly #square: number;

  constructor(mean: Float32Array) {
    this.mean = mean;
    this.#square = dot(mean, mean);
  }

  /** Around the mean of these vectors (DIMS components each, any scale); around nothing if there are none. */
  static of(vectors: Float32Array): Centre {
    const mean = new Float32Array(DIMS);
    for (let at = 0; at < vectors.length; at += DIMS) {
      const inverse = 1 / lengthOf(vectors.subarray(at, at + DIMS));
      for (let i = 0; i < DIMS; i++) mean[i]! += vectors[at + i]! * inverse;
    }
    const length = lengthOf(mean);
    if (!(length > 0)) return Centre.ORIGIN;
    const scale = Math.min(DIMS / vectors.length, LONGEST_MEAN / length);
    return new Centre(mean.map((x) => x * scale));
  }

  /** From the form in which the library file keeps it. */
  static parse(text: string | undefined): Centre {
    if (text === undefined) return Centre.ORIGIN;
    const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
    return new Centre(new Float32Array(bytes.buffer));
  }

  toString(): string {
    return Buffer.from(this.mean.buffer, this.mean.byteOffset, this.mean.byteLength).toString('base64');
  }

  /**
   * Writes the int8 form of `vector` (any scale) to `out` at `offset`.
   * @throws RangeError if it is zero or not finite
   */
  quantise(vector: ArrayLike<number>, out: Int8Array, offset = 0): void {
    if (this.#square === 0) {
      quantise(vector, out, offset);
      return;
    }
    const inverse = 1 / lengthOf(vector);
    quantise(
      this.mean.map((m, i) => vector[i]! * inverse - m),
      out,
      offset,
    );
  }

  /** The step t of a stored row, with |mean + t · row| = 1: its scale need not be stored. 0 for a zero row. */
  stepOf(row: Int8Array): number {
    const { mean } = this;
    let squares = 0;
    let product = 0;
    // Not by dot(): one loop over arrays of one kind each is several times faster, and a start does this for every row.
    for (let i = 0; i < row.length; i++) {
      const x = row[i]!;
      squares += x * x;
      product += x * mean[i]!;
    }
    if (squares === 0) return 0;
    if (this.#square === 0) return 1 / Math.sqrt(squares);
    // Exactly one root is positive, since the mean is shorter than 1.
    return (Math.sqrt(product * product + squares * (1 - this.#square)) - product) / squares;
  }

  /** The unit vector of a stored row. */
  restore(row: Int8Array): Float32Array {
    const step = this.stepOf(row);
    return this.mean.map((m, i) => m + step * row[i]!);
  }
}

/** An indexed loop: for...of over typed arrays is several times slower. */
function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const lengthOf = (vector: ArrayLike<number>) => Math.sqrt(dot(vector, vector));

/** Writes the int8 form of `vector` to `out` at `offset`. @throws RangeError if it is zero or not finite. */
export function quantise(vector: ArrayLike<number>, out: Int8Array, offset = 0): void {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) {
    const size = Math.abs(vector[i] as number);
    // Written so that NaN fails as well.
    if (!(size <= Number.MAX_VALUE)) throw new RangeError('a component is not a finite number');
    if (size > largest) largest = size;
  }
  if (largest === 0) throw new RangeError('all components are zero');
  const scale = INT8_MAX / largest;
  for (let i = 0; i < vector.length; i++) out[offset + i] = Math.round((vector[i] as number) * scale);
}

/** The int8 form of a vector. @throws RangeError if it is zero or not finite. */
export function toInt8(vector: ArrayLike<number>): Int8Array {
  const out = new Int8Array(vector.length);
  quantise(vector, out);
  return out;
}
