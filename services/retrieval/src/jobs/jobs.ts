/** Work that outlives a request: uploads to index, folders being indexed, re-grouping. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Job, JobKind, Progress } from '../store/job.ts';
import type { Store } from '../store/store.ts';
import { Uploads, uploadTitle } from './uploads.ts';

export type { Job, JobKind, Progress };

export type JobListener = (job: Job) => void;

/** How often silent workers are looked for, in milliseconds. */
const SWEEP_MS = 15_000;
/** Files of failed uploads that are kept, so that they can be tried again. */
const KEPT_FAILED_UPLOADS = 10;

export class Jobs {
  readonly #store: Pick<Store, 'jobs' | 'write'>;
  readonly #uploads: Uploads;
  readonly #listeners = new Set<JobListener>();
  #sweep: NodeJS.Timeout | undefined;

  /** Uploaded files lie in `folder` until their job has ended. */
  constructor(store: Pick<Store, 'jobs' | 'write'>, folder: string) {
    this.#store = store;
    this.#uploads = new Uploads(folder);
  }

  /** Clears away what an earlier process left, and looks for silent workers from now on. */
  async start(): Promise<void> {
    const { needed } = await this.#knownUploads();
    await this.#uploads.removeAllBut(needed);
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
  list(limit: number): Promise<Job[]> {
    return this.#store.jobs.jobs(limit);
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
    return this.#tell(await this.#store.write('createJob', { kind, title, worker, fileName: '' }));
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
    return this.#tell(await this.#store.write('createJob', { kind: 'index', title, worker: '', fileName }));
  }

  /**
   * The next job of these kinds for this worker; undefined if there is none.
   * @throws LibTrailsError invalid_argument
   */
  async lease(worker: string, kinds: readonly string[]): Promise<Job | undefined> {
    if (worker === '') throw new LibTrailsError('invalid_argument', 'The worker gives no name');
    await this.expire();
    // Idle workers ask every few seconds: that must not cost a write.
    if (!(await this.#store.jobs.isWaiting(kinds))) return undefined;
    const job = await this.#store.write('leaseJob', { worker, kinds });
    return job === undefined ? undefined : this.#tell(job);
  }

  /**
   * Stores progress and renews the lease, or ends the job.
   * @throws LibTrailsError not_found; failed_precondition if the worker does not hold the job (any more)
   */
  async report(progress: Progress): Promise<Job> {
    const job = this.#tell(await this.#store.write('reportProgress', progress));
    await this.#dropUpload(job);
    return job;
  }

  /**
   * The file of an "index" job that this worker holds, in pieces of at most 1 MiB.
   * @throws LibTrailsError not_found, failed_precondition
   */
  async *readUpload(jobId: number, worker: string): AsyncGenerator<Buffer> {
    const upload = await this.#store.jobs.upload(jobId);
    if (upload === undefined) {
      throw new LibTrailsError('not_found', `There is no job ${jobId} with an uploaded file`);
    }
    if (upload.state !== 'running' || upload.worker !== worker) {
      throw new LibTrailsError('failed_precondition', `Job ${jobId} is not held by worker "${worker}"`);
    }
    yield* this.#uploads.read(upload.fileName);
  }

  /** Takes jobs away from workers that fell silent. */
  async expire(): Promise<void> {
    if (!(await this.#store.jobs.isExpired(Date.now()))) return;
    for (const job of await this.#store.write('expireJobs', undefined)) {
      this.#tell(job);
      await this.#dropUpload(job);
    }
  }

  /**
   * Queues a failed upload again while its file is kept.
   * @throws LibTrailsError not_found, failed_precondition
   */
  async retry(jobId: number): Promise<Job> {
    return this.#tell(await this.#store.write('retryJob', jobId));
  }

  /**
   * Ends a job that is queued or running. The file of an upload is kept as that of one that failed.
   * @throws LibTrailsError not_found, failed_precondition
   */
  async cancel(jobId: number): Promise<Job> {
    const job = this.#tell(await this.#store.write('cancelJob', jobId));
    await this.#dropUpload(job);
    return job;
  }

  /** Whether jobs wait until they are resumed. */
  arePaused(): Promise<boolean> {
    return this.#store.jobs.arePaused();
  }

  /** Puts running jobs back in the queue and leaves all of them there, also after a restart. */
  async pause(): Promise<void> {
    for (const job of await this.#store.write('pauseJobs', undefined)) this.#tell(job);
  }

  async resume(): Promise<void> {
    await this.#store.write('resumeJobs', undefined);
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
    const { ended, needed } = await this.#knownUploads();
    for (const name of ended) if (!needed.has(name)) await this.#uploads.remove(name);
  }

  async #knownUploads(): Promise<{ ended: readonly string[]; needed: ReadonlySet<string> }> {
    const { waiting, kept, ended } = await this.#store.jobs.uploads(KEPT_FAILED_UPLOADS);
    return { ended, needed: new Set([...waiting, ...kept]) };
  }
}
