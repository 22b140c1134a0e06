/**
 * Passages as unit vectors around the library's mean passage. BGE's vectors lie in a narrow cone, where all
 * passages look alike; less their mean, cosines of unrelated passages are near 0.
 */
import type { SearchIndex } from '../signals/signal.ts';
import type { VectorSet } from '../vectors/vector-set.ts';
import { type Candidate, unit } from './path.ts';

/** Rows the mean is taken over: the error of each component is below 1 % of its spread. */
const MEAN_ROWS = 4_096;

export class PassageSpace {
  readonly #index: SearchIndex;
  #revision = -1;
  #passageMean: Float32Array = new Float32Array(0);
  #topicMean: Float32Array = new Float32Array(0);

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  /** The passage as a candidate, or undefined if no searchable passage has this id. */
  candidate(id: number): Candidate | undefined {
    this.#refresh();
    const { chunks } = this.#index.vectors;
    const row = chunks.rowOf(id);
    const vector = centred(chunks, id, this.#passageMean);
    return row === undefined || vector === undefined ? undefined : { id, book: chunks.owners[row]!, vector };
  }

  /** A topic's label as unit vector around the mean topic, or undefined (names have none). */
  topic(id: number): Float32Array | undefined {
    this.#refresh();
    return centred(this.#index.vectors.topics, id, this.#topicMean);
  }

  /** Ids of the `k` passages nearest to a direction of this space. */
  nearest(direction: Float32Array, k: number): Uint32Array {
    // (p - m)·u and p·u differ by the same m·u for all passages: the order is the same up to their norms.
    return this.#index.vectors.chunks.topK(direction, k).ids;
  }

  #refresh(): void {
    const { library, vectors } = this.#index;
    if (this.#revision === library.revision()) return;
    this.#revision = library.revision();
    this.#passageMean = meanOf(vectors.chunks);
    this.#topicMean = meanOf(vectors.topics);
  }
}

/** Of rows evenly spread over the ids in ascending order, so that it depends on the library's content alone. */
function meanOf(table: VectorSet): Float32Array {
  const ids = table.ids.slice().sort();
  const step = Math.max(1, Math.floor(ids.length / MEAN_ROWS));
  const mean = new Float32Array(table.dims);
  let rows = 0;
  for (let i = 0; i < ids.length; i += step) {
    const vector = table.vector(ids[i]!);
    if (vector === undefined) continue;
    rows += 1;
    for (let d = 0; d < mean.length; d += 1) mean[d]! += vector[d]!;
  }
  return rows === 0 ? mean : mean.map((x) => x / rows);
}

function centred(table: VectorSet, id: number, mean: Float32Array): Float32Array | undefined {
  const vector = table.vector(id);
  return vector === undefined ? undefined : unit(vector.map((x, i) => x - mean[i]!));
}
