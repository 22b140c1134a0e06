/** Memory, processor time and descriptors of the containers as a table. */
import { CONTAINERS, type Container } from '../box/load-stack.ts';
import { summarizeUsage, type UsageSample } from '../box/usage-series.ts';
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
