/** Readers for an hour: does memory settle, does anything fail? */
import { summarizeUsage } from '../box/usage-series.ts';
import { outcomeTable } from '../report/outcome-table.ts';
import { megabytes } from '../report/table.ts';
import { memoryPlot } from '../report/usage-plots.ts';
import { usageTable } from '../report/usage-table.ts';
import { growth, keepHouse, latencyPlot } from './household.ts';
import type { Scenario } from './scenario.ts';

/** What all containers together may use after an hour. */
export const TARGET_BYTES = 450e6;

export const soak: Scenario = async (context) => {
  const { stack, options } = context;
  const { tally, minutes, samples } = await keepHouse(context);
  const rows = [...tally.rows(), tally.total('all')];
  const usage = summarizeUsage(samples);
  const all = usage.at(-1)!;
  return {
    scenario: 'soak',
    conditions: {
      load: `${options.rate} requests/s on average, mixed, arriving at random, for ${options.minutes} min`,
      sum: `${megabytes(all.last)} MB at the end, ${megabytes(all.peak)} MB at most, swap ${megabytes(all.swap)} MB`,
      growth: `${growth(samples)} MB an hour over the last half`,
      restarts: stack.restarts(),
    },
    tables: { Requests: outcomeTable(rows), Containers: usageTable(samples, stack.limits()) },
    plots: {
      'soak-memory': memoryPlot('Memory under mixed load', samples, TARGET_BYTES),
      'soak-latency': latencyPlot('Searches under mixed load', minutes),
    },
    figures: { rows, reasons: tally.reasons(), usage, samples },
  };
};
