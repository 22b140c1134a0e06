/** A large library inside the same limits: latency at a household's pace, memory, size of the file. */
import { summarizeUsage } from '../box/usage-series.ts';
import { megabytes, round } from '../report/table.ts';
import { usageTable } from '../report/usage-table.ts';
import type { Scenario } from './scenario.ts';
import { climb, holds, stepTable } from './steps.ts';

const RATES = [1, 2, 5, 10, 20, 40];
const QUICK_RATES = [2, 10];
const SECONDS = 20;
const QUICK_SECONDS = 5;

export const scale: Scenario = async (context) => {
  const { stack, options } = context;
  const { rows, samples } = await climb(
    context,
    options.quick ? QUICK_RATES : RATES,
    options.quick ? QUICK_SECONDS : SECONDS,
  );
  const sustained = rows.findLast(holds);
  return {
    scenario: 'scale',
    conditions: {
      load: 'distinct searches over five scopes by HTTP through Caddy, arriving at random',
      file: `${megabytes(stack.libraryBytes())} MB`,
      sustained: sustained
        ? `${sustained.rate} searches/s with p95 ${round(sustained.row.latency.p95)} ms, all whole`
        : 'no step was answered whole within 100 ms',
    },
    tables: { Steps: stepTable(rows), Containers: usageTable(samples, stack.limits()) },
    plots: {},
    figures: { steps: rows, usage: summarizeUsage(samples), fileBytes: stack.libraryBytes() },
  };
};
