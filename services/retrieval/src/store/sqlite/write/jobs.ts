/** Jobs in the library file: made, leased by one worker at a time, reported on, ended. */

import { LibTrailsError } from '@libtrails/common/errors';
import { type Job, KEPT_ENDED_JOBS, LEASE_MS, MAX_LEASES, type NewJob, type Progress } from '../../job.ts';
import type { WriteSession } from './session.ts';

interface JobRow extends Job {
  worker: string;
  owned: 0 | 1;
  leases: number;
  /** Milliseconds since 1970. */
  leaseUntil: number;
}

/** Key in `meta` that is there while jobs are paused. */
const PAUSED_KEY = 'jobs_paused';

/**
 * Makes a job. A queued one that asks for the same is returned instead of a second one. While jobs are paused, a
 * worker's own job is queued as well.
 */
export function createJob(session: WriteSession, job: NewJob, now: number): Job {
  return inTransaction(session, () => {
    const { kind, title, fileName } = job;
    const worker = session.meta(PAUSED_KEY) === undefined ? job.worker : '';
    if (worker === '') {
      const waiting = session.value<number>('job-waiting', kind, title, fileName);
      if (waiting !== undefined) return jobById(session, waiting);
    }
    const leased = worker !== '';
    const id = session.run(
      'job-insert',
      kind,
      leased ? 'running' : 'queued',
      title,
      fileName,
      worker,
      leased ? 1 : 0,
      leased ? 1 : 0,
      leased ? now + LEASE_MS : 0,
      seconds(now),
    );
    return jobById(session, id);
  });
}

/**
 * The oldest job of these kinds that waits for a worker, now running under `worker`; undefined if there is
 * none. One that its own worker left behind is taken up as well.
 */
export function leaseJob(
  session: WriteSession,
  { worker, kinds }: { worker: string; kinds: readonly string[] },
  now: number,
): Job | undefined {
  return inTransaction(session, () => {
    if (session.meta(PAUSED_KEY) !== undefined) return undefined;
    const id = session.value<number>('job-next', JSON.stringify(kinds));
    if (id === undefined) return undefined;
    session.run('job-lease', { id, worker, until: now + LEASE_MS, now: seconds(now) });
    return jobById(session, id);
  });
}

/**
 * Renews the lease and stores the progress, or ends the job; old ended jobs are dropped.
 * @throws LibTrailsError not_found; failed_precondition if the worker does not hold the job (any more)
 */
export function reportProgress(session: WriteSession, report: Progress, now: number): Job {
  return inTransaction(session, () => {
    const job = rowById(session, report.jobId);
    if (job.worker !== report.worker || report.worker === '') {
      throw new LibTrailsError(
        'failed_precondition',
        `Job ${job.id} is not held by worker "${report.worker}" (any more): stop working on it`,
      );
    }
    const { state, stage, done, total, words, message } = report;
    session.run('job-progress', {
      id: job.id,
      state: state ?? 'running',
      stage,
      done,
      total,
      words,
      message,
      // An ended job is nobody's.
      worker: state === undefined ? job.worker : '',
      until: state === undefined ? now + LEASE_MS : 0,
      now: seconds(now),
    });
    if (state !== undefined) session.run('jobs-prune', { ended: job.id, kept: KEPT_ENDED_JOBS });
    return jobById(session, job.id);
  });
}

/**
 * Queues a failed upload again, as if it had just arrived.
 * @throws LibTrailsError not_found; failed_precondition if it did not fail or has no file
 */
export function retryJob(session: WriteSession, jobId: number, now: number): Job {
  return inTransaction(session, () => {
    const job = rowById(session, jobId);
    if (job.state !== 'failed' || job.fileName === '') {
      throw new LibTrailsError(
        'failed_precondition',
        `Job ${jobId} can't be tried again: only a failed upload can, while its file is kept. Upload the file anew.`,
      );
    }
    session.run('job-retry', seconds(now), jobId);
    return jobById(session, jobId);
  });
}

/**
 * Ends a job that has not ended yet. It is nobody's then: its worker hears so with its next report.
 * @throws LibTrailsError not_found; failed_precondition if it has ended
 */
export function cancelJob(session: WriteSession, jobId: number, now: number): Job {
  return inTransaction(session, () => {
    const { state } = rowById(session, jobId);
    if (state !== 'queued' && state !== 'running') {
      throw new LibTrailsError('failed_precondition', `Job ${jobId} has ended: there is nothing to cancel.`);
    }
    const cancelled = { id: jobId, state: 'failed', message: 'Cancelled.', worker: '', now: seconds(now) };
    session.run('job-expire', cancelled);
    session.run('jobs-prune', { ended: jobId, kept: KEPT_ENDED_JOBS });
    return jobById(session, jobId);
  });
}

/**
 * Takes running jobs from their workers, who hear so with their next reports, and gives no worker a job until
 * `resumeJobs`. What they have not finished is done again then.
 */
export function pauseJobs(session: WriteSession, now: number): Job[] {
  return inTransaction(session, () => {
    session.setMeta(PAUSED_KEY, '1');
    return session.values<number>('jobs-running').map((id) => {
      session.run('jobs-interrupt', seconds(now), id);
      return jobById(session, id);
    });
  });
}

export function resumeJobs(session: WriteSession): void {
  session.run('meta-delete', PAUSED_KEY);
}

/**
 * Deals with jobs whose worker fell silent, and returns them: they are queued again. One that no worker
 * survives has failed; so has a worker's own job, which waits for nobody, until it is taken up again by
 * that worker or the next one.
 */
export function expireJobs(session: WriteSession, now: number): Job[] {
  const silent = session.rows<JobRow>('jobs-expired', now, now + LEASE_MS);
  // Most of the time there is nothing to do, and then nothing is written.
  if (silent.length === 0) return [];
  return inTransaction(session, () =>
    silent.map((job) => {
      const lost = job.owned === 1;
      const hopeless = job.leases >= MAX_LEASES;
      session.run('job-expire', {
        id: job.id,
        state: lost || hopeless ? 'failed' : 'queued',
        message: lost
          ? 'The indexer that worked on it fell silent.'
          : hopeless
            ? `Given up: ${MAX_LEASES} workers in a row stopped while they worked on it.`
            : '',
        worker: lost ? job.worker : '',
        now: seconds(now),
      });
      return jobById(session, job.id);
    }),
  );
}

function rowById(session: WriteSession, id: number): JobRow {
  const row = session.row<JobRow>('job-by-id', id);
  if (row === undefined) throw new LibTrailsError('not_found', `There is no job ${id}`);
  return row;
}

function jobById(session: WriteSession, id: number): Job {
  const {
    worker: _worker,
    owned: _owned,
    leases: _leases,
    leaseUntil: _until,
    ...job
  } = rowById(session, id);
  return job;
}

function inTransaction<T>(session: WriteSession, work: () => T): T {
  return session.db.transaction(work).immediate();
}

function seconds(now: number): number {
  return Math.floor(now / 1000);
}
