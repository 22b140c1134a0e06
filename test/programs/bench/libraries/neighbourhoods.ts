/** How near each other vectors lie, and the spread at which modelled ones lie as near as real ones. */
import { seededRandom } from '@libtrails/indexer/grouping/random';
import { DIMS, toInt8 } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { VectorTable } from '@libtrails/retrieval/store/sqlite/vectors/vector-table';
import { quantile } from '../stats.ts';
import { type FloatRows, rowAt } from './float-rows.ts';
import { VectorModel } from './vector-model.ts';

/** Rows whose neighbours are looked at. */
const PROBES = 300;
const RANKS = [1, 10, 100] as const;
const SPREADS = [0.6, 0.7, 0.8, 0.9, 1, 1.1] as const;

/** By rank of the neighbour, its cosines: 5 %, 25 %, 50 %, 75 %, 95 % quantiles over the probes. */
export type Neighbourhoods = Readonly<Record<number, readonly number[]>>;

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface Calibration {
  spread: number;
  /** Half of the real rows. */
  half: Neighbourhoods;
  /** All real rows. */
  real: Neighbourhoods;
  /** The half, grown to as many by the model. */
  model: Neighbourhoods;
}

/** Measures `probes` (places among the table's rows, by id) against the whole table. */
function measure(table: VectorTable, probes: readonly number[]): Neighbourhoods {
  const cosines = RANKS.map((): number[] => []);
  for (const id of probes) {
    const { ids, scores } = table.topK(table.vector(id)!, RANKS.at(-1)! + 1);
    const others = [...scores].filter((_, i) => ids[i] !== id);
    for (const [i, rank] of RANKS.entries()) cosines[i]!.push(others[rank - 1] ?? 0);
  }
  const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
  return Object.fromEntries(
    RANKS.map((rank, i) => {
      const sorted = Float64Array.from(cosines[i]!).sort();
      return [rank, QUANTILES.map((q) => rounded(quantile(sorted, q)))];
    }),
  );
}

/** Quantiles of a set of rows. */
export function neighbourhoodsOf(rows: FloatRows, seed = 3): Neighbourhoods {
  const random = seededRandom(seed);
  const table = new VectorTable(DIMS, { capacity: rows.ids.length });
  for (let i = 0; i < rows.ids.length; i += 1) table.upsert(i, toInt8(rowAt(rows, i)));
  return measure(table, pick(rows.ids.length, random));
}

function pick(count: number, random: () => number): number[] {
  return Array.from({ length: Math.min(PROBES, count) }, () => Math.floor(random() * count));
}

/** Sum of the differences of the quartiles, over all ranks. */
function distance(a: Neighbourhoods, b: Neighbourhoods): number {
  let sum = 0;
  for (const rank of RANKS) {
    for (const i of [1, 2, 3]) sum += Math.abs(a[rank]![i]! - b[rank]![i]!);
  }
  return sum;
}

/**
 * Finds the spread at which half of the rows, grown to the whole number by the model, have the neighbourhoods
 * of the whole. Rows beyond `most` are left out: the answer does not need them.
 */
export function calibrate(all: FloatRows, most = 8_000): Calibration {
  const random = seededRandom(2);
  const shuffled = Uint32Array.from(all.ids, (_, i) => i);
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  const count = Math.min(most, shuffled.length) & ~1;
  const take = (from: number, to: number): FloatRows => {
    const vectors = new Float32Array((to - from) * DIMS);
    for (let i = from; i < to; i += 1) vectors.set(rowAt(all, shuffled[i]!), (i - from) * DIMS);
    return { ids: Uint32Array.from({ length: to - from }, (_, i) => i), vectors };
  };
  const whole = take(0, count);
  const half = take(0, count / 2);
  const real = neighbourhoodsOf(whole);
  const halfReal = neighbourhoodsOf(half);
  let best: Calibration | undefined;
  for (const spread of SPREADS) {
    const model = new VectorModel(half, spread, seededRandom(4));
    const vectors = new Float32Array(count * DIMS);
    vectors.set(half.vectors);
    for (let i = count / 2; i < count; i += 1) vectors.set(model.near(i - count / 2), i * DIMS);
    const grown = neighbourhoodsOf({ ids: whole.ids, vectors });
    if (best === undefined || distance(grown, real) < distance(best.model, real)) {
      best = { spread, half: halfReal, real, model: grown };
    }
  }
  return best!;
}
