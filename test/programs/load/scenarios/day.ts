/** A day's mixed use within an hour: readers, and books that come and go, are grouped again and backed up beside them. */
import { summarizeUsage } from '../box/usage-series.ts';
import { outcomeTable } from '../report/outcome-table.ts';
import { megabytes, round, table } from '../report/table.ts';
import { descriptorPlot, filePlot, memoryPlot } from '../report/usage-plots.ts';
import { usageTable } from '../report/usage-table.ts';
import { type ChoreDone, doChores } from './chores.ts';
import { growth, keepHouse, latencyPlot } from './household.ts';
import type { Scenario } from './scenario.ts';
import { TARGET_BYTES } from './soak.ts';

export const day: Scenario = async (context) => {
  const { stack, options } = context;
  const chores: ChoreDone[] = [];
  const { tally, minutes, samples } = await keepHouse(context, () =>
    doChores(context, options.minutes * 60, chores),
  );
  const rows = [...tally.rows(), tally.total('all')];
  const usage = summarizeUsage(samples);
  const all = usage.at(-1)!;
  return {
    scenario: 'day',
    conditions: {
      load: `${options.rate} requests/s on average, mixed, arriving at random, for ${options.minutes} min, and the chores below`,
      sum: `${megabytes(all.last)} MB at the end, ${megabytes(all.peak)} MB at most, swap ${megabytes(all.swap)} MB`,
      growth: `${growth(samples)} MB an hour over the last half`,
      restarts: stack.restarts(),
    },
    tables: {
      Requests: outcomeTable(rows),
      Chores: choreTable(chores),
      Containers: usageTable(samples, stack.limits()),
    },
    plots: {
      'day-memory': memoryPlot('Memory in a day of mixed use', samples, TARGET_BYTES),
      'day-descriptors': descriptorPlot('Open files, sockets and pipes', samples),
      'day-file': filePlot('Library file and its write-ahead log', samples),
      'day-latency': latencyPlot('Searches in a day of mixed use', minutes),
    },
    figures: { rows, reasons: tally.reasons(), chores, usage, samples },
  };
};

function choreTable(done: readonly ChoreDone[]): string {
  const kinds = [...new Set(done.map(({ chore }) => chore))];
  return table(
    ['chore', 'times', 'failed', 'shortest s', 'longest s', 'what went wrong'],
    kinds.map((kind) => {
      const times = done.filter(({ chore }) => chore === kind);
      const seconds = times.map((one) => one.seconds);
      const wrong = times.flatMap(({ failure }) => failure ?? []);
      return [
        kind,
        times.length,
        wrong.length,
        round(Math.min(...seconds)),
        round(Math.max(...seconds)),
        [...new Set(wrong)].join('; ') || 'nothing',
      ];
    }),
  );
}
