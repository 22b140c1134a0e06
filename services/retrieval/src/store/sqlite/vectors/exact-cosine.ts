/** The cosine of one query with int8 vectors one by one: the same to the last bit as the scan of int8 rows. */
import type { Centre } from '../int8-vector.ts';
import { alongMean, quantiseQuery } from './quantise.ts';

export class ExactCosine {
  readonly #query: Int16Array;
  readonly #scale: number;
  readonly #offset: number;
  readonly #centre: Centre;

  /** `centre` is what the vectors are stored around. */
  constructor(query: ArrayLike<number>, centre: Centre) {
    this.#centre = centre;
    this.#offset = Math.fround(alongMean(query, centre.mean));
    this.#query = new Int16Array(query.length);
    this.#scale = quantiseQuery(query, this.#query);
  }

  with(vector: Int8Array): number {
    const query = this.#query;
    let dot = 0;
    for (let i = 0; i < query.length; i += 1) dot += vector[i]! * query[i]!;
    const step = Math.fround(this.#centre.stepOf(vector));
    const along = Math.fround(Math.fround(Math.fround(dot) * step) * Math.fround(this.#scale));
    return Math.fround(along + this.#offset);
  }
}
