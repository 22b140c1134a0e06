/** What all containers use, sampled while a scenario runs. */
import type { Usage } from './container-usage.ts';
import { CONTAINERS, type Container, type LibraryFiles, type LoadStack } from './load-stack.ts';

export interface UsageSample {
  /** Seconds since the first sample. */
  second: number;
  containers: Partial<Record<Container, Usage>>;
  /** Undefined while retrieval is down, and where only root may see them. */
  library: LibraryFiles | undefined;
}

export interface UsageSeries {
  readonly samples: readonly UsageSample[];
  /** Takes a last sample and ends. */
  stop(): void;
}

/** Samples every `everyMs` from now on; a container that is down has no entry. */
export function sampleUsage(stack: LoadStack, everyMs: number): UsageSeries {
  const samples: UsageSample[] = [];
  const began = performance.now();
  const take = () => {
    const containers: UsageSample['containers'] = {};
    for (const name of CONTAINERS) {
      const usage = stack.usage(name);
      if (usage !== undefined) containers[name] = usage;
    }
    samples.push({
      second: (performance.now() - began) / 1_000,
      containers,
      library: stack.libraryFiles(),
    });
  };
  take();
  const timer = setInterval(take, everyMs);
  return {
    samples,
    stop() {
      clearInterval(timer);
      take();
    },
  };
}

export interface UsageSummary {
  container: Container | 'all';
  first: number;
  last: number;
  /** Highest sample, in bytes; of `all`, the highest sum. */
  peak: number;
  /** Anonymous pages at the end, in bytes. */
  rss: number;
  swap: number;
  /** Share of one CPU over the whole series. */
  cpu: number;
  oomKills: number;
}

/** One row for each container and one for their sum. Memory as `docker stats` counts it, in bytes. */
export function summarizeUsage(samples: readonly UsageSample[]): UsageSummary[] {
  const seconds = Math.max(1e-9, (samples.at(-1)?.second ?? 0) - (samples[0]?.second ?? 0));
  const rows = CONTAINERS.map((container): UsageSummary => {
    const seen = samples.flatMap((sample) => sample.containers[container] ?? []);
    const last = seen.at(-1);
    return {
      container,
      first: seen[0]?.used ?? 0,
      last: last?.used ?? 0,
      peak: Math.max(0, ...seen.map(({ used }) => used)),
      rss: last?.rss ?? 0,
      swap: Math.max(0, ...seen.map(({ swap }) => swap)),
      cpu: cpuSeconds(seen) / seconds,
      oomKills: Math.max(0, ...seen.map(({ oomKills }) => oomKills)),
    };
  });
  const total = (key: 'first' | 'last' | 'rss' | 'swap' | 'cpu' | 'oomKills') =>
    rows.reduce((sum, row) => sum + row[key], 0);
  return [
    ...rows,
    {
      container: 'all',
      first: total('first'),
      last: total('last'),
      peak: Math.max(0, ...samples.map(usedByAll)),
      rss: total('rss'),
      swap: total('swap'),
      cpu: total('cpu'),
      oomKills: total('oomKills'),
    },
  ];
}

/** Sum of a sample, in bytes. */
export function usedByAll({ containers }: UsageSample): number {
  return Object.values(containers).reduce((sum, { used }) => sum + used, 0);
}

/** A container that was started again counts from zero again. */
function cpuSeconds(seen: readonly Usage[]): number {
  return seen.slice(1).reduce((sum, { cpuSeconds: now }, i) => {
    const before = seen[i]!.cpuSeconds;
    return sum + (now >= before ? now - before : now);
  }, 0);
}
