/**
 * Means of rated topics, with 95 % bootstrap intervals over passages:
 *
 *     node services/indexer/tools/topic-ratings.ts
 *
 * topic-ratings.tsv has a line for each passage and recipe, drawn by topic-sample.ts with seed 11. Marks are 0 to 2:
 * specific (tells this passage from others), readable, about it. Lines without marks are passages without topics.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../src/grouping/random.ts';

const MARKS = ['specific', 'readable', 'about'] as const;
const FIRST_MARK = 4;
const RESAMPLES = 2_000;

const lines = readFileSync(join(import.meta.dirname, 'topic-ratings.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1);
const rows = lines.map((line) => line.split('\t'));

console.log(`| recipe | passages | with topics | ${MARKS.join(' | ')} | mean |`);
console.log('|---|---|---|---|---|---|---|');
for (const recipe of new Set(rows.map((row) => row[3]!))) {
  const own = rows.filter((row) => row[3] === recipe);
  const rated = own
    .map((row) => row.slice(FIRST_MARK, FIRST_MARK + MARKS.length))
    .filter((marks) => marks.every((mark) => mark !== ''))
    .map((marks) => marks.map(Number));
  const byMark = MARKS.map((_, i) => mean(rated.map((marks) => marks[i]!)).toFixed(2));
  const { low, high } = interval(rated.map(mean));
  const all = `${mean(rated.map(mean)).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  console.log(`| ${recipe} | ${own.length} | ${rated.length} | ${byMark.join(' | ')} | ${all} |`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function interval(values: readonly number[]): { low: number; high: number } {
  const random = seededRandom(1);
  const draw = () => values[Math.floor(random() * values.length)]!;
  const means = Array.from({ length: RESAMPLES }, () => mean(values.map(draw))).sort((a, b) => a - b);
  return { low: means[Math.floor(0.025 * RESAMPLES)]!, high: means[Math.floor(0.975 * RESAMPLES)]! };
}
