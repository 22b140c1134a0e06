/**
 * The queue in front of the model: bounded, queries first, short ones ahead of long ones. Cancelled and late work is
 * dropped.
 */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Backend, TokenizedText } from './backends/backend.ts';
import { planBatches } from './batches.ts';

/** Bulk work may fill the queue up to here; the rest is kept for queries. */
const BULK_SHARE = 0.75;
/** Before anything was measured: seconds a token, on the slow side (BGE-small int8, one core: 0.0002). */
const FIRST_GUESS_S_PER_TOKEN = 0.0005;
/** Weight of the newest run in the moving average of seconds a token. */
const SMOOTHING = 0.1;
/**
 * A query lets others pass for as many times as long as it takes itself. A text of 200 words takes thirty times as
 * long as a few words do: two of them in a row would delay every query behind them.
 */
const COURTESY = 3;

export interface QueueOptions {
  backend: Backend;
  /** Texts that may wait or run at one time. */
  limit: number;
}

export interface WorkOptions {
  /** Goes ahead of all bulk work. */
  interactive: boolean;
  /** Removes the work from the queue. */
  signal?: AbortSignal | undefined;
  /** Milliseconds since 1970; what has not begun by then is dropped. */
  deadline?: number | undefined;
}

interface Job {
  texts: readonly TokenizedText[];
  /** Batches still to run, the next one last. */
  batches: number[][];
  vectors: Float32Array;
  /** Queries run in this order; milliseconds since 1970. */
  turn: number;
  options: WorkOptions;
  resolve(vectors: Float32Array): void;
  reject(error: LibTrailsError): void;
  onAbort(): void;
}

export interface EmbeddingQueue {
  /** Texts waiting or running. */
  readonly depth: number;
  readonly limit: number;
  /**
   * Embeds the texts of one caller; only these share a run, so a vector never depends on other callers.
   * @returns texts.length × dims, in the order of `texts`
   * @throws LibTrailsError resource_exhausted (full, or too late
   *   for the deadline; says when to retry), cancelled, deadline_exceeded, unavailable
   */
  submit(texts: readonly TokenizedText[], options: WorkOptions): Promise<Float32Array>;
  /** Refuses waiting and new work; resolves when the current run has ended. */
  close(): Promise<void>;
}

export function createQueue({ backend, limit }: QueueOptions): EmbeddingQueue {
  const interactive = new Set<Job>();
  const bulk = new Set<Job>();
  let depth = 0;
  /** Tokens of bulk work not yet run. */
  let bulkTokens = 0;
  let secondsPerToken = FIRST_GUESS_S_PER_TOKEN;
  let loop: Promise<void> | undefined;
  let closed = false;

  const tokensOf = (job: Job) => {
    let tokens = 0;
    for (const batch of job.batches) for (const i of batch) tokens += job.texts[i]!.ids.length;
    return tokens;
  };
  /** Removes a job from the queue, for any reason. */
  const leave = (job: Job) => {
    if (!(job.options.interactive ? interactive : bulk).delete(job)) return false;
    job.options.signal?.removeEventListener('abort', job.onAbort);
    depth -= job.texts.length;
    if (!job.options.interactive) bulkTokens -= tokensOf(job);
    job.batches = [];
    return true;
  };
  const drop = (job: Job, error: LibTrailsError) => {
    if (leave(job)) job.reject(error);
  };

  const runNext = async (job: Job) => {
    const unwanted = whyUnwanted(job.options);
    if (unwanted !== undefined) {
      drop(job, unwanted);
      return;
    }
    const batch = job.batches.pop()!;
    const texts = batch.map((i) => job.texts[i]!);
    const tokens = texts.reduce((sum, text) => sum + text.ids.length, 0);
    if (!job.options.interactive) bulkTokens -= tokens;
    const start = performance.now();
    try {
      const vectors = await backend.embed(texts);
      const took = (performance.now() - start) / 1000 / tokens;
      secondsPerToken += SMOOTHING * (took - secondsPerToken);
      const { dims } = backend;
      batch.forEach((i, row) => {
        job.vectors.set(vectors.subarray(row * dims, (row + 1) * dims), i * dims);
      });
      if (job.batches.length === 0 && leave(job)) job.resolve(job.vectors);
    } catch (error) {
      drop(job, asLibTrailsError(error));
    }
  };

  const next = (): Job | undefined => {
    let [first] = interactive;
    for (const job of interactive) if (job.turn < first!.turn) first = job;
    return first ?? bulk.values().next().value;
  };
  const run = async () => {
    for (;;) {
      const job = next();
      if (job === undefined) break;
      await runNext(job);
      // A backend may block the thread while it runs: let new queries and cancellations in before the next run.
      await new Promise((resolve) => setImmediate(resolve));
    }
    loop = undefined;
  };

  return {
    get depth() {
      return depth;
    },
    limit,
    submit(texts, options) {
      if (closed) return Promise.reject(stopping());
      const unwanted = whyUnwanted(options);
      if (unwanted !== undefined) return Promise.reject(unwanted);
      const tokens = texts.reduce((sum, { ids }) => sum + ids.length, 0);
      const turn = Date.now() + COURTESY * tokens * secondsPerToken * 1000;
      let ahead = options.interactive ? 0 : bulkTokens;
      for (const job of interactive) if (!options.interactive || job.turn <= turn) ahead += tokensOf(job);
      const waitSeconds = ahead * secondsPerToken;
      const room = options.interactive ? limit : Math.floor(limit * BULK_SHARE);
      if (depth + texts.length > room) {
        return Promise.reject(tooBusy(`${depth} of ${limit} texts are waiting to be embedded`, waitSeconds));
      }
      // Refuse now rather than after the wait.
      if (options.deadline !== undefined && Date.now() + waitSeconds * 1000 > options.deadline) {
        return Promise.reject(tooBusy('The work ahead takes longer than the deadline allows', waitSeconds));
      }
      return new Promise((resolve, reject) => {
        const lengths = texts.map((text) => text.ids.length);
        const job: Job = {
          texts,
          batches: planBatches(lengths, backend.limits).reverse(),
          vectors: new Float32Array(texts.length * backend.dims),
          turn,
          options,
          resolve,
          reject,
          onAbort: () => drop(job, whyUnwanted(options)!),
        };
        depth += texts.length;
        if (!options.interactive) bulkTokens += tokens;
        (options.interactive ? interactive : bulk).add(job);
        options.signal?.addEventListener('abort', job.onAbort, { once: true });
        loop ??= run();
      });
    },
    async close() {
      closed = true;
      for (const job of [...interactive, ...bulk]) drop(job, stopping());
      await loop;
    },
  };
}

function tooBusy(reason: string, waitSeconds: number): LibTrailsError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitSeconds));
  return new LibTrailsError('resource_exhausted', `${reason}. Try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });
}

function whyUnwanted({ signal, deadline }: WorkOptions): LibTrailsError | undefined {
  if (deadline !== undefined && Date.now() >= deadline) {
    return new LibTrailsError('deadline_exceeded', 'The deadline passed before the texts were embedded');
  }
  if (signal?.aborted === true) return new LibTrailsError('cancelled', 'The caller went away');
  return undefined;
}

function stopping(): LibTrailsError {
  return new LibTrailsError('unavailable', 'The embedding service is stopping', { retryAfterSeconds: 1 });
}

function asLibTrailsError(error: unknown): LibTrailsError {
  if (error instanceof LibTrailsError) return error;
  return new LibTrailsError('internal', 'The model failed on this text; the log has the details', {
    cause: error,
  });
}
