/** Vectors as the library stores them: int8, scaled so that the largest |component| is 127. Cosine does not see the scale. */
import { LibTrailsError } from '@libtrails/common/errors';

/** Dimensions of every vector; the vec0 columns are declared with it. */
export const DIMS = 384;

const INT8_MAX = 127;

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

/** Many int8 vectors of DIMS components in one growing buffer, which can be handed to another thread whole. */
export class VectorPile {
  #data = new Int8Array(64 * DIMS);
  #scratch = new Float32Array(DIMS);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /**
   * Adds one vector, given as packed little-endian float32.
   * @throws LibTrailsError invalid_argument naming `what` if the length or a component is wrong
   */
  add(packed: Uint8Array, what: string): void {
    if (packed.byteLength !== DIMS * Float32Array.BYTES_PER_ELEMENT) {
      throw new LibTrailsError(
        'invalid_argument',
        `The vector of ${what} has ${packed.byteLength} bytes, expected ${DIMS} float32 components`,
      );
    }
    // The bytes may lie unaligned within a message; x64 and arm64 are little-endian.
    new Uint8Array(this.#scratch.buffer).set(packed);
    if ((this.#count + 1) * DIMS > this.#data.length) {
      const grown = new Int8Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    try {
      quantise(this.#scratch, this.#data, this.#count * DIMS);
    } catch (cause) {
      throw new LibTrailsError(
        'invalid_argument',
        `The vector of ${what} can't be used: ${cause instanceof Error ? cause.message : cause}`,
      );
    }
    this.#count++;
  }

  /** All vectors, `count * DIMS` components with a buffer of their own. */
  take(): Int8Array {
    return this.#data.slice(0, this.#count * DIMS);
  }
}
