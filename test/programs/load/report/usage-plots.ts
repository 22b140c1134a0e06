/** What the containers use, over time. */
import { CONTAINERS } from '../box/load-stack.ts';
import { type UsageSample, usedByAll } from '../box/usage-series.ts';
import type { Plot, Series } from './line-plot.ts';

const SECONDS_ON_AXIS = 300;

export function memoryPlot(title: string, samples: readonly UsageSample[], limitBytes?: number): Plot {
  const { x, at } = timeAxis(samples);
  return {
    title,
    x,
    y: 'MB, as docker stats counts',
    series: [
      { name: 'all containers', points: samples.map((sample) => [at(sample), usedByAll(sample) / 1e6]) },
      ...perContainer(samples, at, ({ used }) => used / 1e6),
    ],
    ...(limitBytes === undefined ? {} : { limit: { y: limitBytes / 1e6, name: 'the target for all' } }),
  };
}

export function descriptorPlot(title: string, samples: readonly UsageSample[]): Plot {
  const { x, at } = timeAxis(samples);
  return {
    title,
    x,
    y: 'open at the moment',
    series: perContainer(samples, at, ({ descriptors }) => descriptors),
  };
}

export function filePlot(title: string, samples: readonly UsageSample[]): Plot {
  const { x, at } = timeAxis(samples);
  const size = (name: string, of: 'library' | 'writeAheadLog'): Series => ({
    name,
    points: samples.map((sample) => [at(sample), (sample.library?.[of] ?? Number.NaN) / 1e6]),
  });
  return {
    title,
    x,
    y: 'MB',
    series: [size('library', 'library'), size('write-ahead log', 'writeAheadLog')],
  };
}

/** Minutes for what lasts, seconds for what is short. */
function timeAxis(samples: readonly UsageSample[]): { x: string; at: (sample: UsageSample) => number } {
  const long = (samples.at(-1)?.second ?? 0) > SECONDS_ON_AXIS;
  return { x: long ? 'minutes' : 'seconds', at: ({ second }) => (long ? second / 60 : second) };
}

function perContainer(
  samples: readonly UsageSample[],
  at: (sample: UsageSample) => number,
  figure: (usage: NonNullable<UsageSample['containers'][(typeof CONTAINERS)[number]]>) => number,
): Series[] {
  return CONTAINERS.map((name) => ({
    name,
    points: samples.map((sample): [number, number] => {
      const usage = sample.containers[name];
      return [at(sample), usage === undefined ? Number.NaN : figure(usage)];
    }),
  }));
}
