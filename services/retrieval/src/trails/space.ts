/**
 * Passages as unit vectors in which their subjects tell them apart. BGE's vectors lie in a narrow cone, where all
 * passages look alike: they are taken less their mean, and the direction in which they differ most counts for less. That
 * direction says how a passage is written, a treatise or a tale, and would keep trails within one kind of books (compare
 * "All-but-the-Top", Mu and Viswanath, ICLR 2018). Cosines of unrelated passages are near 0.
 */
import { PROFILE } from '@libtrails/models/profile';
import { perRevision } from '../store/per-revision.ts';
import type { Store } from '../store/store.ts';
import type { VectorSearch } from '../store/vector-search.ts';
import { type Candidate, cosine, unit } from './path.ts';
import { strongestDirection } from './strongest-direction.ts';

/** Rows the mean is taken over: the error of each component is below 1 % of its spread. */
const MEAN_ROWS = 4_096;
/** Rows the strongest direction is looked for in; among fewer it is a subject, not a manner, and nothing is taken. */
const DIRECTION_ROWS = 1_024;
/** What is taken of a passage's part in that direction. */
const LESS = 1 - PROFILE.calibration.trails.mannerKept;

/** What the space is made of: worked out once a revision. */
interface Origin {
  passageMean: Float32Array;
  topicMean: Float32Array;
  strongest: Float32Array;
}

export class PassageSpace {
  readonly #vectors: VectorSearch;
  readonly #origin: () => Promise<Origin>;

  constructor(store: Pick<Store, 'revision' | 'vectors'>) {
    this.#vectors = store.vectors;
    const read = perRevision(({ vectors }: typeof store) => originOf(vectors));
    this.#origin = () => read(store);
  }

  /** The passages as candidates, in their order; those that are not searchable are left out. */
  async candidates(ids: readonly number[]): Promise<Candidate[]> {
    const { passageMean, strongest } = await this.#origin();
    const stored = await this.#vectors.vectors('passages', ids);
    return ids.flatMap((id): Candidate[] => {
      const known = stored.get(id);
      if (known === undefined) return [];
      return [{ id, book: known.owner, vector: unit(lessened(less(known.vector, passageMean), strongest)) }];
    });
  }

  /** Labels of topics as unit vectors around the mean topic; names have none. */
  async topics(ids: readonly number[]): Promise<Map<number, Float32Array>> {
    const { topicMean } = await this.#origin();
    const stored = await this.#vectors.vectors('topics', ids);
    return new Map([...stored].map(([id, { vector }]) => [id, unit(less(vector, topicMean))]));
  }

  /** The `k` passages nearest to a direction of this space, nearest first. */
  async nearest(direction: Float32Array, k: number): Promise<number[]> {
    const { strongest } = await this.#origin();
    // For p less its mean m, both lessened by L: L(p - m)·u and p·Lu differ by the same Lm·u for all passages, so that
    // the order is the same up to their norms.
    const near = await this.#vectors.nearest('passages', lessened(direction, strongest), k);
    return near.map(({ id }) => id);
  }
}

async function originOf(vectors: VectorSearch): Promise<Origin> {
  const passages = await vectors.sample('passages', MEAN_ROWS);
  const topics = await vectors.sample('topics', MEAN_ROWS);
  const passageMean = meanOf(passages);
  const enough = vectors.count('passages') >= DIRECTION_ROWS;
  const rows = enough ? await vectors.sample('passages', DIRECTION_ROWS) : [];
  return {
    passageMean,
    topicMean: meanOf(topics),
    strongest: strongestDirection(
      rows.map((row) => less(row, passageMean)),
      PROFILE.dims,
    ),
  };
}

/** The vector with less of the strongest direction; not of length 1. */
function lessened(vector: Float32Array, strongest: Float32Array): Float32Array {
  const part = LESS * cosine(vector, strongest);
  const left = new Float32Array(vector.length);
  for (let d = 0; d < left.length; d += 1) left[d] = vector[d]! - part * strongest[d]!;
  return left;
}

/** An indexed loop: a search takes hundreds of vectors. */
function less(vector: Float32Array, mean: Float32Array): Float32Array {
  const left = new Float32Array(vector.length);
  for (let d = 0; d < left.length; d += 1) left[d] = vector[d]! - mean[d]!;
  return left;
}

function meanOf(rows: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(PROFILE.dims);
  for (const row of rows) for (let d = 0; d < mean.length; d += 1) mean[d]! += row[d]! / rows.length;
  return mean;
}
