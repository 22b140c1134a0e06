/** Keeps a job alive while its work goes on, and tells the library how far it is. */
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import type { JobState } from '@libtrails/proto/values';
import type { IngestClient, Job } from '../ingest-client.ts';

/** The library takes a job away from a worker that is silent for a minute. */
const HEARTBEAT_MS = 10_000;
/** Changes are sent at most this often. */
const LEAST_INTERVAL_MS = 500;

export interface JobProgress {
  stage: string;
  /** Units of the job: books of a folder, steps of a grouping. */
  done: number;
  total: number;
  words: number;
  message: string;
}

export class JobReport {
  readonly #ingest: Pick<IngestClient, 'report'>;
  readonly #job: Job;
  readonly #worker: string;
  readonly #timer: NodeJS.Timeout;
  readonly #lost = new AbortController();
  #progress: JobProgress = { stage: '', done: 0, total: 0, words: 0, message: '' };
  #sentAt = 0;
  #sending: Promise<void> = Promise.resolve();

  /** Begins the heartbeat of a job that this worker holds. */
  constructor(ingest: Pick<IngestClient, 'report'>, job: Job, worker: string) {
    this.#ingest = ingest;
    this.#job = job;
    this.#worker = worker;
    this.#timer = setInterval(() => this.#send(), HEARTBEAT_MS);
    this.#timer.unref();
  }

  /** Aborts when the job was cancelled or paused, or another worker got it: this one was taken for dead. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  update(progress: Partial<JobProgress>): void {
    const stage = this.#progress.stage;
    this.#progress = { ...this.#progress, ...progress };
    const due = performance.now() - this.#sentAt >= LEAST_INTERVAL_MS;
    if (due || this.#progress.stage !== stage) this.#send();
  }

  /** Resolves when the library has heard of the last change: only then `lost` tells whether the job is held. */
  async heard(): Promise<void> {
    await this.#sending;
  }

  /** Ends the job. Not being able to say so is no error: the lease runs out. */
  async end(state: Extract<JobState, 'done' | 'failed'>, message: string): Promise<void> {
    clearInterval(this.#timer);
    await this.#sending;
    this.#progress = { ...this.#progress, message };
    await this.#report(state);
  }

  /** Stops the heartbeat without ending the job, so that another worker goes on with it. */
  abandon(): void {
    clearInterval(this.#timer);
  }

  #send(): void {
    this.#sentAt = performance.now();
    // One report at a time: an older one must not arrive after a newer one.
    this.#sending = this.#sending.then(() => this.#report(''));
  }

  async #report(state: JobState | ''): Promise<void> {
    try {
      await this.#ingest.report({ jobId: this.#job.id, worker: this.#worker, state, ...this.#progress });
    } catch (error) {
      const { code } = toLibTrailsError(error);
      if (code !== 'failed_precondition' && code !== 'not_found') return;
      clearInterval(this.#timer);
      this.#lost.abort(
        new LibTrailsError('cancelled', 'The job was cancelled, paused, or taken over by another worker'),
      );
    }
  }
}
