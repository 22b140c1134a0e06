/** The cosine of one query with int8 vectors one by one: the same to the last bit as the scan of int8 rows. */
import { inverseNorm, quantiseQuery } from './quantise.ts';

export class ExactCosine {
  readonly #query: Int16Array;
  readonly #scale: number;

  constructor(query: ArrayLike<number>) {
    this.#query = new Int16Array(query.length);
    this.#scale = quantiseQuery(query, this.#query);
  }

  with(vector: Int8Array): number {
    const query = this.#query;
    let dot = 0;
    for (let i = 0; i < query.length; i += 1) dot += vector[i]! * query[i]!;
    return Math.fround(Math.fround(Math.fround(dot) * inverseNorm(vector)) * this.#scale);
  }
}
