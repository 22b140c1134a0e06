/** Work that outlives a request: uploads to index, folders being indexed, re-grouping. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Library } from '../store/sqlite/library.ts';
import { type Job, type JobKind, LEASE_MS, type Progress } from '../store/sqlite/write/jobs.ts';
import { Uploads, uploadTitle } from './uploads.ts';

export type { Job, JobKind, Progress };

export type JobListener = (job: Job) => void;

/** How often silent workers are looked for, in milliseconds. */
const SWEEP_MS = 15_000;
/** Files of failed uploads that are kept, so that they can be tried again. */
const KEPT_FAILED_UPLOADS = 10;

export class Jobs {
  readonly #library: Library;
  readonly #uploads: Uploads;
  readonly #listeners = new Set<JobListener>();
  #sweep: NodeJS.Timeout | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.#uploads = new Uploads(library.folder);
  }

  /** Clears away what an earlier process left, and looks for silent workers from now on. */
  async start(): Promise<void> {
    await this.#uploads.removeAllBut(this.#neededUploads());
    await this.expire();
    this.#sweep = setInterval(() => {
      // A failed sweep is repeated by the next one.
      this.expire().catch(() => undefined);
    }, SWEEP_MS);
    this.#sweep.unref();
  }

  stop(): void {
    clearInterval(this.#sweep);
  }

  /** Jobs that are to be done first, then those that ended last. */
  list(limit: number): Job[] {
    return this.#library.statement<Job>('jobs-list').all(limit);
  }

  /** Calls `listener` with every job that is made or changes; returns what ends it. */
  watch(listener: JobListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Makes a "folder" or "group" job: queued, or run by the caller itself if `worker` is given.
   * @throws LibTrailsError invalid_argument
   */
  async create(kind: string, title: string, worker: string): Promise<Job> {
    if (kind !== 'folder' && kind !== 'group') {
      throw new LibTrailsError(
        'invalid_argument',
        `A job of kind "${kind}" can't be made; the kinds are "folder" and "group"`,
      );
    }
    return this.#tell(await this.#library.write('createJob', { kind, title, worker, fileName: '' }));
  }

  /**
   * Stores an uploaded file and queues the job that indexes it.
   * @throws LibTrailsError too_large, unsupported_media_type
   */
  async createUpload(
    content: AsyncIterable<Uint8Array>,
    originalName: string,
    maxBytes: number,
  ): Promise<Job> {
    const fileName = await this.#uploads.store(content, maxBytes, originalName);
    const title = uploadTitle(originalName);
    return this.#tell(await this.#library.write('createJob', { kind: 'index', title, worker: '', fileName }));
  }

  /**
   * The next job of these kinds for this worker; undefined if there is none.
   * @throws LibTrailsError invalid_argument
   */
  async lease(worker: string, kinds: readonly string[]): Promise<Job | undefined> {
    if (worker === '') throw new LibTrailsError('invalid_argument', 'The worker gives no name');
    await this.expire();
    // Idle workers ask every few seconds: that must not cost a write.
    if (this.#library.statement('job-next').get(JSON.stringify(kinds)) === undefined) return undefined;
    const job = await this.#library.write('leaseJob', { worker, kinds });
    return job === undefined ? undefined : this.#tell(job);
  }

  /**
   * Stores progress and renews the lease, or ends the job.
   * @throws LibTrailsError not_found; failed_precondition if the worker does not hold the job (any more)
   */
  async report(progress: Progress): Promise<Job> {
    const job = this.#tell(await this.#library.write('reportProgress', progress));
    await this.#dropUpload(job);
    return job;
  }

  /**
   * The file of an "index" job that this worker holds, in pieces of at most 1 MiB.
   * @throws LibTrailsError not_found, failed_precondition
   */
  readUpload(jobId: number, worker: string): AsyncIterable<Buffer> {
    const row = this.#library
      .statement<{ fileName: string; worker: string; state: string }>('job-by-id')
      .get(jobId);
    if (row === undefined || row.fileName === '') {
      throw new LibTrailsError('not_found', `There is no job ${jobId} with an uploaded file`);
    }
    if (row.state !== 'running' || row.worker !== worker) {
      throw new LibTrailsError('failed_precondition', `Job ${jobId} is not held by worker "${worker}"`);
    }
    return this.#uploads.read(row.fileName);
  }

  /** Takes jobs away from workers that fell silent. */
  async expire(): Promise<void> {
    const now = Date.now();
    if (this.#library.statement('jobs-expired').get(now, now + LEASE_MS) === undefined) return;
    for (const job of await this.#library.write('expireJobs', undefined)) {
      this.#tell(job);
      await this.#dropUpload(job);
    }
  }

  /**
   * Queues a failed upload again while its file is kept.
   * @throws LibTrailsError not_found, failed_precondition
   */
  async retry(jobId: number): Promise<Job> {
    return this.#tell(await this.#library.write('retryJob', jobId));
  }

  /**
   * Ends a job that is queued or running. The file of an upload is kept as that of one that failed.
   * @throws LibTrailsError not_found, failed_precondition
   */
  async cancel(jobId: number): Promise<Job> {
    const job = this.#tell(await this.#library.write('cancelJob', jobId));
    await this.#dropUpload(job);
    return job;
  }

  #tell(job: Job): Job {
    for (const listener of this.#listeners) listener(job);
    return job;
  }

  /** Removes the files that an ended job leaves and no other job waits for or may be tried again with. */
  async #dropUpload(job: Job): Promise<void> {
    const ended = job.state === 'done' || job.state === 'failed';
    if (ended && job.fileName !== '') await this.#dropUploads();
  }

  /** Of ended jobs only: what is just arriving has no job yet. */
  async #dropUploads(): Promise<void> {
    const needed = this.#neededUploads();
    for (const name of this.#library.statement<string>('jobs-ended-uploads', 'value').all()) {
      if (!needed.has(name)) await this.#uploads.remove(name);
    }
  }

  #neededUploads(): Set<string> {
    const waiting = this.#library.statement<string>('jobs-waiting-uploads', 'value').all();
    const kept = this.#library.statement<string>('jobs-kept-uploads', 'value').all(KEPT_FAILED_UPLOADS);
    return new Set([...waiting, ...kept]);
  }
}
