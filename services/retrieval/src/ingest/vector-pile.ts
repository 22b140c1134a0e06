/** The vectors that arrive with a book or a grouping. */
import { LibTrailsError } from '@libtrails/common/errors';
import { PROFILE } from '@libtrails/models/profile';

/** Dimensions of every vector. */
const DIMS = PROFILE.dims;

/** Many vectors of DIMS components in one growing buffer, which can be handed to another thread whole. */
export class VectorPile {
  #data = new Float32Array(64 * DIMS);
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
    const start = this.#count * DIMS;
    if (start + DIMS > this.#data.length) {
      const grown = new Float32Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    const vector = this.#data.subarray(start, start + DIMS);
    // The bytes may lie unaligned within a message; x64 and arm64 are little-endian.
    new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength).set(packed);
    // Finite, and not zero: Infinity and NaN make the sum neither.
    let squares = 0;
    for (const x of vector) squares += x * x;
    if (!(squares > 0 && squares <= Number.MAX_VALUE)) {
      const wrong = squares === 0 ? 'all components are zero' : 'a component is not a finite number';
      throw new LibTrailsError('invalid_argument', `The vector of ${what} can't be used: ${wrong}`);
    }
    this.#count++;
  }

  /** All vectors, `count * DIMS` components with a buffer of their own. */
  take(): Float32Array {
    return this.#data.slice(0, this.#count * DIMS);
  }
}
