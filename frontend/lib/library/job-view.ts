/** Jobs as the library page shows them. Pure. */
import { formatOfName } from '../../../services/common/src/book-formats.ts';
import type { JobState } from '../contract.ts';
import type { Job } from '../upstream/jobs-api.ts';

export type JobFilter = 'all' | 'open' | 'failed';

const ORDER: Readonly<Record<string, number>> = { running: 0, queued: 1, failed: 2, done: 3 };

export const isOpen = (job: { state: JobState }) => job.state === 'running' || job.state === 'queued';

/** What runs first, then what waits, then failures, then what is done; within each the latest first. */
export function sortedJobs(jobs: readonly Job[], filter: JobFilter): Job[] {
  return jobs
    .filter((job) => filter === 'all' || (filter === 'open' ? isOpen(job) : job.state === 'failed'))
    .sort(
      (a, b) => (ORDER[a.state] ?? 9) - (ORDER[b.state] ?? 9) || b.updatedAt - a.updatedAt || b.id - a.id,
    );
}

/** A look at how far the work had come. */
export interface Sample {
  /** Milliseconds since 1970. */
  at: number;
  done: number;
}

/** Milliseconds that must have passed, and looks taken, before a rate means anything. */
const LONG_ENOUGH_MS = 5_000;
/** Books differ in length: the truth lies this far to either side. */
const SPREAD = 0.3;

/** Seconds left, as a range, at the rate so far; undefined while there is no telling. */
export function timeLeft(
  samples: readonly Sample[],
  total: number,
): { from: number; to: number } | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < LONG_ENOUGH_MS || last.done <= first.done) return undefined;
  const perSecond = ((last.done - first.done) / (last.at - first.at)) * 1000;
  const seconds = Math.max(0, total - last.done) / perSecond;
  return { from: seconds * (1 - SPREAD), to: seconds * (1 + SPREAD) };
}

/** Files of a drop or a folder that may be books, each once; the rest is listed, so that the user sees what was skipped. */
export function sortFiles<F extends { name: string; size: number }>(files: readonly F[]) {
  const books = new Map<string, F>();
  const others: string[] = [];
  for (const file of files) {
    if (formatOfName(file.name) !== undefined) books.set(`${file.name} ${file.size}`, file);
    else if (!file.name.startsWith('.')) others.push(file.name);
  }
  return { books: [...books.values()], others };
}
