/**
 * How well the layout of themes keeps neighbourhoods, beside principal components:
 *   node services/indexer/tools/layout-quality.ts DATA_FOLDER
 * Trustworthiness and continuity after Venna and Kaski (2001), k = 10: 1 is perfect, and random points reach
 * about 0.5. "kept" is the share of a theme's ten nearest that are among its ten nearest on screen.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import { layOut } from '../src/grouping/layout.ts';
import { principalComponents } from '../src/grouping/principal-components.ts';
import { dot, normalise } from '../src/topics/vectors.ts';

const K = 10;

const folder = parseArgs({ allowPositionals: true }).positionals[0];
if (folder === undefined) throw new Error('Give the data folder of a library that has been grouped');
const db = new Database(join(folder, 'library.sqlite'), { readonly: true });
sqliteVec.load(db);
const vectors = db
  .prepare<[], Buffer>('SELECT embedding FROM vec_themes ORDER BY theme_id')
  .pluck()
  .all()
  .map((bytes) => normalise(Float32Array.from(new Int8Array(bytes))));
/** As the grouping does: seen from the middle, since all vectors lie in one narrow cone. */
const middle = new Float32Array(vectors[0]?.length ?? 0);
for (const vector of vectors) for (const [d, value] of vector.entries()) middle[d]! += value / vectors.length;
const centres = vectors.map((vector) => normalise(vector.map((value, d) => value - middle[d]!)));

type Distance = (i: number, j: number) => number;

/** Rank of every other point by distance from each, 0-based. */
function ranksOf(count: number, distance: Distance): Uint16Array[] {
  return Array.from({ length: count }, (_, i) => {
    const order = Array.from({ length: count }, (_, j) => j).filter((j) => j !== i);
    order.sort((a, b) => distance(i, a) - distance(i, b));
    const ranks = new Uint16Array(count);
    order.forEach((j, rank) => {
      ranks[j] = rank;
    });
    return ranks;
  });
}

/** 1 less what points among the k nearest in one ranking lack in the other. */
function faithfulness(near: readonly Uint16Array[], judged: readonly Uint16Array[]): number {
  const n = near.length;
  let wrong = 0;
  near.forEach((ranks, i) => {
    ranks.forEach((rank, j) => {
      if (j !== i && rank < K) wrong += Math.max(0, judged[i]![j]! + 1 - K);
    });
  });
  return 1 - (2 * wrong) / (n * K * (2 * n - 3 * K - 1));
}

const original = ranksOf(centres.length, (i, j) => 1 - dot(centres[i]!, centres[j]!));
const table: Record<string, Record<string, string>> = {};
for (const axes of [2, 3] as const) {
  for (const [name, make] of [
    ['principal components', principalComponents],
    ['layout', layOut],
  ] as const) {
    const started = performance.now();
    const points = make(centres, axes);
    const seconds = (performance.now() - started) / 1_000;
    const shown = ranksOf(points.length, (i, j) =>
      points[i]!.reduce((sum, value, axis) => sum + (value - points[j]![axis]!) ** 2, 0),
    );
    let kept = 0;
    original.forEach((ranks, i) => {
      ranks.forEach((rank, j) => {
        if (j !== i && rank < K && shown[i]![j]! < K) kept += 1;
      });
    });
    table[`${name}, ${axes} axes`] = {
      trustworthiness: faithfulness(shown, original).toFixed(3),
      continuity: faithfulness(original, shown).toFixed(3),
      kept: (kept / (K * points.length)).toFixed(3),
      seconds: seconds.toFixed(1),
    };
  }
}
console.log(`${centres.length} themes`);
console.table(table);
