/**
 * Passages as unit vectors in which their subjects tell them apart. BGE's vectors lie in a narrow cone, where all
 * passages look alike: they are taken less their mean, and the direction in which they differ most counts for less. That
 * direction says how a passage is written, a treatise or a tale, and would keep trails within one kind of books (compare
 * "All-but-the-Top", Mu and Viswanath, ICLR 2018). Cosines of unrelated passages are near 0.
 */
import { PROFILE } from '@libtrails/models/profile';
import type { SearchIndex } from '../signals/signal.ts';
import type { VectorSet } from '../store/sqlite/vectors/vector-set.ts';
import { type Candidate, cosine, unit } from './path.ts';
import { strongestDirection } from './strongest-direction.ts';

/** Rows the mean is taken over: the error of each component is below 1 % of its spread. */
const MEAN_ROWS = 4_096;
/** Rows the strongest direction is looked for in; among fewer it is a subject, not a manner, and nothing is taken. */
const DIRECTION_ROWS = 1_024;
/** What is taken of a passage's part in that direction. */
const LESS = 1 - PROFILE.calibration.trails.mannerKept;

export class PassageSpace {
  readonly #index: SearchIndex;
  #revision = -1;
  #passageMean: Float32Array = new Float32Array(0);
  #topicMean: Float32Array = new Float32Array(0);
  #strongest: Float32Array = new Float32Array(0);

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  /** The passage as a candidate, or undefined if no searchable passage has this id. */
  candidate(id: number): Candidate | undefined {
    this.#refresh();
    const { chunks } = this.#index.vectors;
    const row = chunks.rowOf(id);
    const stored = chunks.vector(id);
    if (row === undefined || stored === undefined) return undefined;
    const vector = new Float32Array(stored.length);
    for (let d = 0; d < vector.length; d += 1) vector[d] = stored[d]! - this.#passageMean[d]!;
    return { id, book: chunks.owners[row]!, vector: unit(this.#lessened(vector)) };
  }

  /** A topic's label as unit vector around the mean topic, or undefined (names have none). */
  topic(id: number): Float32Array | undefined {
    this.#refresh();
    return centred(this.#index.vectors.topics, id, this.#topicMean);
  }

  /** Ids of the `k` passages nearest to a direction of this space. */
  nearest(direction: Float32Array, k: number): Uint32Array {
    this.#refresh();
    // For p less its mean m, both lessened by L: L(p - m)·u and p·Lu differ by the same Lm·u for all passages, so that
    // the order is the same up to their norms.
    return this.#index.vectors.chunks.topK(this.#lessened(direction), k).ids;
  }

  /** The vector with less of the strongest direction; not of length 1. */
  #lessened(vector: Float32Array): Float32Array {
    const part = LESS * cosine(vector, this.#strongest);
    const less = new Float32Array(vector.length);
    for (let d = 0; d < less.length; d += 1) less[d] = vector[d]! - part * this.#strongest[d]!;
    return less;
  }

  #refresh(): void {
    const { library, vectors } = this.#index;
    if (this.#revision === library.revision()) return;
    this.#revision = library.revision();
    const { chunks, topics } = vectors;
    this.#passageMean = meanOf([...sample(chunks, MEAN_ROWS)], chunks.dims);
    this.#topicMean = meanOf([...sample(topics, MEAN_ROWS)], topics.dims);
    const enough = chunks.ids.length >= DIRECTION_ROWS;
    const rows = enough ? [...sample(chunks, DIRECTION_ROWS)] : [];
    const around = rows.map((row) => row.map((x, i) => x - this.#passageMean[i]!));
    this.#strongest = strongestDirection(around, chunks.dims);
  }
}

/** Rows evenly spread over the ids in ascending order, so that they depend on the library's content alone. */
function* sample(table: VectorSet, rows: number): Generator<Float32Array> {
  const ids = table.ids.slice().sort();
  const step = Math.max(1, Math.floor(ids.length / rows));
  for (let i = 0; i < ids.length; i += step) {
    const vector = table.vector(ids[i]!);
    if (vector !== undefined) yield vector;
  }
}

function meanOf(rows: readonly Float32Array[], dims: number): Float32Array {
  const mean = new Float32Array(dims);
  for (const row of rows) for (let d = 0; d < dims; d += 1) mean[d]! += row[d]! / rows.length;
  return mean;
}

function centred(table: VectorSet, id: number, mean: Float32Array): Float32Array | undefined {
  const vector = table.vector(id);
  return vector === undefined ? undefined : unit(vector.map((x, i) => x - mean[i]!));
}
