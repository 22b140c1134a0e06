/** The JSON file of a size: each run replaces the parts that it measured. The plot is drawn from all of them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Growth } from '../libraries/grow.ts';
import type { Side, Versus } from '../parts/versus.ts';
import { latencyPlot, type Series } from './plot.ts';

/** Writes `parts` into `file`; what it has of other parts stays. */
export function mergeResults(file: string, parts: Readonly<Record<string, unknown>>): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
  writeFileSync(file, `${JSON.stringify({ ...before, ...parts }, null, 2)}\n`);
}

const SERIES: readonly { side: Side; name: string; style: Series['style'] }[] = [
  { side: 'reference7', name: 'reference, 7 signals', style: 'seven' },
  { side: 'reference6', name: 'reference, 6 signals', style: 'six' },
  { side: 'ours', name: 'LibTrails, 7 signals', style: 'ours' },
];

/** Draws latency.svg in `folder` from all sizes that have results there; nothing with fewer than two. */
export function drawPlot(folder: string): void {
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { library?: Growth; versus?: Versus },
    )
    .flatMap(({ library, versus }) =>
      library === undefined || versus === undefined ? [] : [{ topics: library.grown.topics, versus }],
    )
    .sort((a, b) => a.topics - b.topics);
  if (sizes.length < 2) return;
  const series = SERIES.map(({ side, name, style }) => ({
    name,
    style,
    points: sizes.map(({ topics, versus }) => {
      const { p50, p95 } = versus.sides[side].all;
      return { topics, p50, p95 };
    }),
  }));
  writeFileSync(join(folder, 'latency.svg'), latencyPlot('A search on one CPU, embedding included', series));
}
