/** More and more searches a second, to the limit and beyond: throughput, latency, refusals. */
import { sampleUsage, summarizeUsage, type UsageSample } from '../box/usage-series.ts';
import type { Plot } from '../report/line-plot.ts';
import { OUTCOME_HEAD, outcomeCells } from '../report/outcome-table.ts';
import { round, table } from '../report/table.ts';
import { usageTable } from '../report/usage-table.ts';
import { runArrivals, type Sender, senderTo } from '../traffic/arrivals.ts';
import { searchStream } from '../traffic/mix.ts';
import { Tally, type TallyRow } from '../traffic/tally.ts';
import type { Scenario, ScenarioContext } from './scenario.ts';

/** Searches a second. */
const RATES = [10, 20, 40, 60, 80, 100, 120, 160, 200, 300, 600];
const QUICK_RATES = [20, 60, 200];
const SECONDS = 15;
const QUICK_SECONDS = 6;
const SAMPLE_MS = 500;
/** Answers slower than this are no answers to somebody who types. */
const TARGET_P95_MS = 100;

export interface Step {
  rate: number;
  row: TallyRow;
  /** Answers a second, from the first request to the last answer. */
  answered: number;
  /** Share of the one CPU that all containers used. */
  cpu: number;
  reasons: Record<string, number>;
}

export const steps: Scenario = async (context) => {
  const { options } = context;
  const { rows, samples } = await climb(
    context,
    options.quick ? QUICK_RATES : RATES,
    options.quick ? QUICK_SECONDS : SECONDS,
  );
  const sustained = rows.findLast(holds);
  return {
    scenario: 'steps',
    conditions: {
      load: `distinct searches over five scopes by HTTP through Caddy, arriving at random, ${options.quick ? QUICK_SECONDS : SECONDS} s a step`,
      sustained: sustained
        ? `${sustained.rate} searches/s with p95 ${round(sustained.row.latency.p95)} ms, all whole`
        : 'no step was answered whole within 100 ms',
    },
    tables: {
      Steps: stepTable(rows),
      Containers: usageTable(samples, context.stack.limits()),
    },
    plots: { 'steps-latency': latencyPlot(rows), 'steps-throughput': throughputPlot(rows) },
    figures: { steps: rows, usage: summarizeUsage(samples) },
  };
};

/** Every request answered with all signals, and fast. */
export function holds({ row }: Step): boolean {
  return row.fates.ok === row.requests && row.latency.p95 <= TARGET_P95_MS;
}

/** Runs one step after the other; every query of all steps is new to the stack. */
export async function climb(
  { stack, words, tell }: ScenarioContext,
  rates: readonly number[],
  seconds: number,
): Promise<{ rows: Step[]; samples: readonly UsageSample[] }> {
  const next = searchStream(words);
  const sender = senderTo(stack);
  const usage = sampleUsage(stack, SAMPLE_MS);
  const rows: Step[] = [];
  try {
    await runArrivals({ rate: 10, seconds: 3, next, sender, onOutcome: () => undefined });
    for (const rate of rates) {
      const step = await oneStep({ rate, seconds, next, sender, samples: usage.samples });
      tell(
        `${rate}/s: ${round(step.answered)} answered/s, p95 ${round(step.row.latency.p95)} ms, ` +
          `${step.row.fates.refused} refused, ${step.row.fates.failed} failed`,
      );
      rows.push(step);
    }
  } finally {
    usage.stop();
    sender.close();
  }
  return { rows, samples: usage.samples };
}

async function oneStep({
  rate,
  seconds,
  next,
  sender,
  samples,
}: {
  rate: number;
  seconds: number;
  next: ReturnType<typeof searchStream>;
  sender: Sender;
  samples: readonly UsageSample[];
}): Promise<Step> {
  const tally = new Tally();
  const first = samples.length;
  const began = performance.now();
  await runArrivals({ rate, seconds, next, sender, onOutcome: (outcome) => tally.add(outcome) });
  const took = Math.max(seconds, (performance.now() - began) / 1_000);
  const row = tally.total(`${rate}/s`);
  return {
    rate,
    row,
    answered: (row.fates.ok + row.fates.degraded) / took,
    cpu: summarizeUsage(samples.slice(first)).at(-1)!.cpu,
    reasons: tally.reasons(),
  };
}

export function stepTable(rows: readonly Step[]): string {
  return table(
    ['offered/s', 'answered/s', 'CPU %', ...OUTCOME_HEAD],
    rows.map(({ rate, answered, cpu, row }) => [
      rate,
      round(answered),
      round(cpu * 100),
      ...outcomeCells(row),
    ]),
  );
}

function latencyPlot(rows: readonly Step[]): Plot {
  const line = (name: 'p50' | 'p95' | 'p99') => ({
    name,
    points: rows.map(({ rate, row }): [number, number] => [rate, row.latency[name] || Number.NaN]),
  });
  return {
    title: 'Search latency by load, one CPU for all containers',
    x: 'searches offered a second (log)',
    y: 'ms (log), of what was answered',
    series: [line('p99'), line('p95'), line('p50')],
    limit: { y: TARGET_P95_MS, name: 'target for p95' },
    logX: true,
    logY: true,
  };
}

function throughputPlot(rows: readonly Step[]): Plot {
  const share = (name: string, count: (step: Step) => number) => ({
    name,
    points: rows.map((step): [number, number] => [
      step.rate,
      step.row.requests === 0 ? 0 : (count(step) / step.row.requests) * 100,
    ]),
  });
  return {
    title: 'What becomes of searches by load',
    x: 'searches offered a second (log)',
    y: 'share of requests, %',
    series: [
      share('answered whole', ({ row }) => row.fates.ok),
      share('keywords only', ({ row }) => row.fates.degraded),
      share('refused', ({ row }) => row.fates.refused),
      share('failed', ({ row }) => row.fates.failed),
    ],
    logX: true,
  };
}
