/** Readers for an hour: does memory settle, does anything fail? */
import { sampleUsage, summarizeUsage, type UsageSample } from '../box/usage-series.ts';
import type { Plot } from '../report/line-plot.ts';
import { outcomeTable } from '../report/outcome-table.ts';
import { summarize } from '../report/percentiles.ts';
import { megabytes, round } from '../report/table.ts';
import { memoryPlot, usageTable } from '../report/usage-table.ts';
import { runArrivals, senderTo } from '../traffic/arrivals.ts';
import { mixedStream } from '../traffic/mix.ts';
import { Tally } from '../traffic/tally.ts';
import type { Scenario } from './scenario.ts';

const SAMPLE_MS = 5_000;
/** What all containers together may use after an hour. */
const TARGET_BYTES = 450e6;

export const soak: Scenario = async ({ stack, words, options, tell }) => {
  const seconds = options.minutes * 60;
  const tally = new Tally();
  const minutes: { second: number; milliseconds: number[] }[] = [];
  const sender = senderTo(stack);
  const usage = sampleUsage(stack, SAMPLE_MS);
  const progress = setInterval(() => {
    const all = tally.total('all');
    tell(`${all.requests} requests, ${all.fates.failed} failed, p95 ${round(all.latency.p95)} ms`);
  }, 60_000);
  try {
    await runArrivals({
      rate: options.rate,
      seconds,
      next: mixedStream(words),
      sender,
      onOutcome(outcome, second) {
        tally.add(outcome);
        const minute = Math.floor(second / 60);
        minutes[minute] ??= { second: minute * 60, milliseconds: [] };
        if (outcome.kind.startsWith('search')) minutes[minute].milliseconds.push(outcome.milliseconds);
      },
    });
  } finally {
    clearInterval(progress);
    usage.stop();
    sender.close();
  }
  const rows = [...tally.rows(), tally.total('all')];
  const all = summarizeUsage(usage.samples).at(-1)!;
  return {
    scenario: 'soak',
    conditions: {
      load: `${options.rate} requests/s on average, mixed, arriving at random, for ${options.minutes} min`,
      sum: `${megabytes(all.last)} MB at the end, ${megabytes(all.peak)} MB at most, swap ${megabytes(all.swap)} MB`,
      growth: `${growth(usage.samples)} MB an hour over the last half`,
    },
    tables: {
      Requests: outcomeTable(rows),
      Containers: usageTable(usage.samples, stack.limits()),
    },
    plots: {
      'soak-memory': memoryPlot('Memory under mixed load', usage.samples, TARGET_BYTES),
      'soak-latency': latencyPlot(minutes),
    },
    figures: { rows, reasons: tally.reasons(), usage: summarizeUsage(usage.samples), samples: usage.samples },
  };
};

/** Slope of the sum by least squares, MB an hour: a leak shows where a peak would not. */
function growth(samples: readonly UsageSample[]): string {
  const half = samples.slice(Math.floor(samples.length / 2));
  const points = half.map(({ second, containers }) => ({
    x: second / 3_600,
    y: Object.values(containers).reduce((sum, { used }) => sum + used, 0) / 1e6,
  }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const slope = mean(({ x, y }) => (x - mx) * (y - my)) / (mean(({ x }) => (x - mx) ** 2) || 1);
  return slope.toFixed(1);
}

function latencyPlot(minutes: readonly { second: number; milliseconds: number[] }[]): Plot {
  const figures = minutes.filter(Boolean).map(({ second, milliseconds }) => ({
    minute: second / 60,
    ...summarize(milliseconds),
  }));
  const line = (name: 'p50' | 'p95' | 'p99') => ({
    name,
    points: figures.map((row): [number, number] => [row.minute, row[name]]),
  });
  return {
    title: 'Searches under mixed load',
    x: 'minutes',
    y: 'ms, by minute',
    series: [line('p99'), line('p95'), line('p50')],
  };
}
