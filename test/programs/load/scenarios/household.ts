/** Readers over a length of time, and what the containers use meanwhile: what `soak` and `day` have in common. */

import { sampleUsage, type UsageSample } from '../box/usage-series.ts';
import { readThemeIds } from '../library/library-words.ts';
import type { Plot } from '../report/line-plot.ts';
import { summarize } from '../report/percentiles.ts';
import { round } from '../report/table.ts';
import { runArrivals, senderTo } from '../traffic/arrivals.ts';
import { mixedStream } from '../traffic/mix.ts';
import { Tally } from '../traffic/tally.ts';
import type { ScenarioContext } from './scenario.ts';

const SAMPLE_MS = 5_000;
const TELL_MS = 60_000;
/** Readers come to a theme from a page that lists it, so they know new ones soon. */
const THEMES_MS = 2_000;

/** Searches of one minute. */
export interface Minute {
  minute: number;
  milliseconds: number[];
}

export interface Household {
  tally: Tally;
  minutes: readonly Minute[];
  samples: readonly UsageSample[];
}

/** Mixed requests at `options.rate` for `options.minutes`, and `beside` at the same time. Resolves when both are over. */
export async function keepHouse(
  { stack, words, options, tell }: ScenarioContext,
  beside: () => Promise<void> = async () => undefined,
): Promise<Household> {
  const tally = new Tally();
  const minutes: Minute[] = [];
  const sender = senderTo(stack);
  const usage = sampleUsage(stack, SAMPLE_MS);
  const progress = setInterval(() => {
    const all = tally.total('all');
    tell(`${all.requests} requests, ${all.fates.failed} failed, p95 ${round(all.latency.p95)} ms`);
  }, TELL_MS);
  const themes = setInterval(async () => {
    // While retrieval is away, the ones that are known must do.
    words.themeIds = await readThemeIds(stack.api).catch(() => words.themeIds);
  }, THEMES_MS);
  try {
    const reading = runArrivals({
      rate: options.rate,
      seconds: options.minutes * 60,
      next: mixedStream(words),
      sender,
      onOutcome(outcome, second) {
        tally.add(outcome);
        const minute = Math.floor(second / 60);
        minutes[minute] ??= { minute, milliseconds: [] };
        if (outcome.kind.startsWith('search')) minutes[minute].milliseconds.push(outcome.milliseconds);
      },
    });
    await Promise.all([reading, beside()]);
  } finally {
    clearInterval(progress);
    clearInterval(themes);
    usage.stop();
    sender.close();
  }
  return { tally, minutes: minutes.filter(Boolean), samples: usage.samples };
}

/** Slope of the memory of all containers over the last half, MB an hour: a leak shows where a peak would not. */
export function growth(samples: readonly UsageSample[]): string {
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

export function latencyPlot(title: string, minutes: readonly Minute[]): Plot {
  const figures = minutes.map(({ minute, milliseconds }) => ({ minute, ...summarize(milliseconds) }));
  const line = (name: 'p50' | 'p95' | 'p99') => ({
    name,
    points: figures.map((row): [number, number] => [row.minute, row[name]]),
  });
  return {
    title,
    x: 'minutes',
    y: 'ms, by minute',
    series: [line('p99'), line('p95'), line('p50')],
  };
}
