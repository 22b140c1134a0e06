/** An embedded label seen from the common origin of labels, without a second copy of its vector. */
import { dot } from './vectors.ts';

/** The common part of label vectors, with its squared length. */
export class LabelOrigin {
  readonly vector: Float32Array;
  readonly square: number;

  constructor(vector: Float32Array) {
    this.vector = vector;
    this.square = dot(vector, vector);
  }
}

export class CentredLabel {
  readonly text: string;
  /** Unit vector as embedded. */
  readonly vector: Float32Array;
  readonly #origin: LabelOrigin;
  readonly #onOrigin: number;
  readonly #length: number;
  /** Sum of cosines with the passages that hold it. */
  sumOfCosines = 0;

  constructor(text: string, vector: Float32Array, origin: LabelOrigin) {
    this.text = text;
    this.vector = vector;
    this.#origin = origin;
    this.#onOrigin = dot(vector, origin.vector);
    // |v - o|² = 1 - 2 v·o + |o|²
    this.#length = Math.sqrt(Math.max(1e-9, 1 - 2 * this.#onOrigin + origin.square));
  }

  /**
   * Cosine of the centred label with a passage.
   * @param passage centred unit vector
   * @param onOrigin dot product of passage and label origin
   */
  cosineWithPassage(passage: Float32Array, onOrigin: number): number {
    return (dot(this.vector, passage) - onOrigin) / this.#length;
  }

  /** Cosine of two centred labels. */
  cosineWith(other: CentredLabel): number {
    const product = dot(this.vector, other.vector) - this.#onOrigin - other.#onOrigin + this.#origin.square;
    return product / (this.#length * other.#length);
  }
}
