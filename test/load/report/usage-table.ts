/** Memory and processor time of the containers as a table, and memory over time as a plot. */
import { CONTAINERS, type Container } from '../box/load-stack.ts';
import { summarizeUsage, type UsageSample, usedByAll } from '../box/usage-series.ts';
import type { Plot } from './line-plot.ts';
import { megabytes, round, table } from './table.ts';

/** @param limits bytes that compose allows each container */
export function usageTable(samples: readonly UsageSample[], limits: Record<Container, number>): string {
  const sum = CONTAINERS.reduce((bytes, name) => bytes + limits[name], 0);
  return table(
    ['container', 'first MB', 'last MB', 'peak MB', 'limit MB', 'of it RSS', 'swap MB', 'CPU %', 'OOM kills'],
    summarizeUsage(samples).map((row) => [
      row.container,
      megabytes(row.first),
      megabytes(row.last),
      megabytes(row.peak),
      megabytes(row.container === 'all' ? sum : limits[row.container]),
      megabytes(row.rss),
      megabytes(row.swap),
      round(row.cpu * 100),
      row.oomKills,
    ]),
  );
}

export function memoryPlot(title: string, samples: readonly UsageSample[], limitBytes?: number): Plot {
  const minutes = (samples.at(-1)?.second ?? 0) > 300;
  const at = (sample: UsageSample) => (minutes ? sample.second / 60 : sample.second);
  return {
    title,
    x: minutes ? 'minutes' : 'seconds',
    y: 'MB, as docker stats counts',
    series: [
      { name: 'all containers', points: samples.map((sample) => [at(sample), usedByAll(sample) / 1e6]) },
      ...CONTAINERS.map((name) => ({
        name,
        points: samples.map((sample): [number, number] => [
          at(sample),
          (sample.containers[name]?.used ?? Number.NaN) / 1e6,
        ]),
      })),
    ],
    ...(limitBytes === undefined ? {} : { limit: { y: limitBytes / 1e6, name: 'the target for all' } }),
  };
}
