/** Processor time of processes: what a search costs, whatever else the machine does meanwhile. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Summary, summarise } from './stats.ts';

/** Milliseconds that all threads of these processes have run so far (Linux, `schedstat`, to the nanosecond). */
export function processorMs(pids: readonly number[]): number {
  let nanoseconds = 0;
  for (const pid of pids) {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      try {
        nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
      } catch {
        // The thread has ended.
      }
    }
  }
  return nanoseconds / 1e6;
}

export interface Cost {
  /** What the caller waits, in milliseconds. */
  ms: number;
  /** Processor time of the processes meanwhile, in milliseconds. */
  processor: number;
}

/** Does the work, and says what it took. */
export async function costOf(pids: readonly number[], work: () => Promise<unknown>): Promise<Cost> {
  const before = processorMs(pids);
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  return { ms, processor: processorMs(pids) - before };
}

/** What is said of many costs. */
export interface Costs extends Summary {
  processor: Summary;
}

export function summariseCosts(costs: readonly Cost[]): Costs {
  return {
    ...summarise(costs.map(({ ms }) => ms)),
    processor: summarise(costs.map(({ processor }) => processor)),
  };
}
