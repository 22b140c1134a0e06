/**
 * The worker of an installation: sees what there is to do in the folder and among the jobs of the library, and has
 * it done by a process of its own. Holds little memory, and waits for services that are away.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import { createHttpApp, listenHttp } from '@libtrails/common/http-server';
import type { Logger } from '@libtrails/common/log';
import { Counter, createMetrics, Gauge } from '@libtrails/common/metrics';
import { JOB_KINDS } from '@libtrails/proto/values';
import { EmbeddingClient } from '../embed/embedding-client.ts';
import { skipKey } from '../folder/scan.ts';
import { BOOK_FILE_ERRORS } from '../formats/errors.ts';
import { IngestClient } from '../ingest-client.ts';
import { pipelineVersion } from '../pipeline/versions.ts';
import { workerName } from '../run/worker-name.ts';
import type { Settings } from '../settings.ts';
import { BookFolder, type FolderLook } from './book-folder.ts';
import { CalibreWatch } from './calibre-watch.ts';
import { FolderWatch } from './folder-watch.ts';
import { TaskCrash, type TaskRunner } from './run-task.ts';
import type { CalibreResult, Task, TaskResult } from './task.ts';

/** Between two looks for jobs, in milliseconds. */
const POLL_MS = 2_000;
/** After a service went away, and after any other error, which time alone rarely mends; in milliseconds. */
const AWAY_MS = 3_000;
const TROUBLE_MS = 60_000;
/** A file that changed less than this ago may still be copied, in milliseconds. */
const SETTLE_MS = 2_000;
/** How long a service may take to answer a short call, in milliseconds. */
const CALL_MS = 5_000;
/** A book at which the process died so often is refused until it changes. */
const MAX_CRASHES = 2;

export interface RunningWorker {
  healthPort: number;
  /** Abandons the present book, which is done again with the next start. */
  stop(): Promise<void>;
}

/** Starts the health port and the loop; the loop waits for the services by itself. */
export async function startWorker(
  settings: Settings,
  runTask: TaskRunner,
  log: Logger,
): Promise<RunningWorker> {
  const metrics = createMetrics('indexer');
  const app = createHttpApp({ log, metrics, routes: () => {} });
  const http = await listenHttp(app, settings.host, settings.healthPort);
  const stopping = new AbortController();
  const worker = new Worker(settings, runTask, log, counters(metrics), stopping.signal);
  const loop = worker.run();
  return {
    healthPort: http.port,
    async stop() {
      stopping.abort();
      await Promise.all([loop, http.drain(1_000)]);
    },
  };
}

function counters(metrics: ReturnType<typeof createMetrics>) {
  const registers = [metrics];
  return {
    books: new Counter({
      name: 'libtrails_indexed_books_total',
      help: 'Books that came into the library, new or replaced',
      labelNames: ['outcome'],
      registers,
    }),
    words: new Counter({ name: 'libtrails_indexed_words_total', help: 'Words of these books', registers }),
    connected: new Gauge({
      name: 'libtrails_indexer_connected',
      help: '1 while both services answer',
      registers,
    }),
  };
}

class Worker {
  readonly #settings: Settings;
  readonly #runTask: TaskRunner;
  readonly #log: Logger;
  readonly #count: ReturnType<typeof counters>;
  readonly #signal: AbortSignal;
  readonly #name = workerName();
  readonly #embedding: EmbeddingClient;
  readonly #ingest: IngestClient;
  readonly #watch: FolderWatch;
  readonly #folder: BookFolder;
  readonly #calibre: CalibreWatch | undefined;
  readonly #crashes = new Map<string, number>();
  /** A process has ended unexpectedly since the start. */
  #crashed = false;
  #observed: string | undefined = '';

  constructor(
    settings: Settings,
    runTask: TaskRunner,
    log: Logger,
    count: ReturnType<typeof counters>,
    signal: AbortSignal,
  ) {
    this.#settings = settings;
    this.#runTask = runTask;
    this.#log = log;
    this.#count = count;
    this.#signal = signal;
    this.#embedding = new EmbeddingClient({ address: settings.embedding, cache: undefined, patienceMs: 0 });
    this.#ingest = new IngestClient({
      address: settings.retrieval,
      token: settings.token,
      credentials: settings.retrievalCredentials,
    });
    this.#watch = new FolderWatch(settings.scanMs);
    const { books, starterShelf, calibre } = settings;
    this.#folder = new BookFolder({ books, starterShelf, ingest: this.#ingest });
    this.#calibre = calibre && new CalibreWatch(calibre.folder, settings.scanMs);
  }

  async run(): Promise<void> {
    let told = '';
    while (!this.#signal.aborted) {
      try {
        const task = await this.#nextTask();
        this.#count.connected.set(1);
        told = '';
        if (task === undefined) await this.#watch.wait(POLL_MS, this.#signal);
        else await this.#do(task);
      } catch (error) {
        if (this.#signal.aborted) break;
        this.#count.connected.set(0);
        const { message, code, cause } = toLibTrailsError(error);
        // A service that is away is told once, not every three seconds.
        if (told !== message)
          this.#log.warn({ code, ...(code === 'internal' ? { err: cause } : {}) }, message);
        told = message;
        const away = code === 'unavailable' || code === 'deadline_exceeded';
        await this.#pause(away ? AWAY_MS : TROUBLE_MS);
      }
    }
    this.#watch.close();
    this.#embedding.close();
    this.#ingest.close();
  }

  /** A job of the library, a folder with new files, or both; undefined if there is nothing to do. */
  async #nextTask(): Promise<Task | undefined> {
    const settledBeforeMs = Date.now() - SETTLE_MS;
    const { fingerprint } = await this.#embedding.info(CALL_MS, this.#signal).catch((error: unknown) => {
      throw new LibTrailsError(
        'unavailable',
        `The embedding service does not answer at ${this.#settings.embedding}`,
        { cause: error },
      );
    });
    const job = await this.#ingest.leaseJob(this.#name, JOB_KINDS);
    const asked = job?.kind === 'folder';
    if (asked) {
      this.#folder.wake();
      this.#calibre?.notice();
    }
    let folder: string | undefined;
    if (this.#watch.take(performance.now()) || asked) {
      const look = await this.#look();
      if (asked || (await this.#hasNews(look, fingerprint, settledBeforeMs))) folder = look.folder;
    }
    const calibre = (await this.#calibre?.take(performance.now())) ? this.#settings.calibre : undefined;
    if (job === undefined && folder === undefined && calibre === undefined) return undefined;
    return {
      folder,
      calibre,
      job,
      worker: this.#name,
      skip: this.#folder.failed,
      settledBeforeMs,
      oneByOne: this.#crashed,
    };
  }

  async #look(): Promise<FolderLook> {
    const { books } = this.#settings;
    const look = await this.#folder.look();
    if (look.folder !== this.#observed) {
      // The folder of one's own is watched while the starter shelf serves, for the first book to be seen.
      if (look.folder === undefined) this.#log.warn({ folder: books }, 'the folder of books is not there');
      else this.#watch.observe(books);
      this.#observed = look.folder;
    }
    return look;
  }

  async #hasNews(
    { folder, scan }: FolderLook,
    fingerprint: string,
    settledBeforeMs: number,
  ): Promise<boolean> {
    if (folder === undefined) {
      if (this.#calibre !== undefined) await this.#folder.report();
      return false;
    }
    const pipelineOf = (fileName: string) => pipelineVersion(fileName, fingerprint);
    const sources = await this.#ingest.sources();
    const news = await this.#folder.news(scan, sources, pipelineOf, settledBeforeMs);
    // Still being copied: look again soon.
    if (news.unsettled) setTimeout(() => this.#watch.notice(), SETTLE_MS).unref();
    return news.found;
  }

  async #do(task: Task): Promise<void> {
    try {
      const result = await this.#runTask(task, this.#signal);
      this.#tell(result);
      if (result.cancelled) await this.#folder.rest();
      if (result.calibre !== undefined) await this.#noteCalibre(result.calibre);
      if (result.grouping !== undefined) {
        const grouping = { ...task, folder: undefined, calibre: undefined, job: result.grouping };
        await this.#runTask(grouping, this.#signal);
      }
    } catch (error) {
      // What is left of the folder is still to be done.
      if (task.folder !== undefined) this.#watch.notice();
      if (task.calibre !== undefined) this.#calibre?.retry(performance.now());
      if (!(error instanceof TaskCrash)) throw error;
      this.#crashed = true;
      this.#log.error({ contentHash: error.source?.contentHash }, error.message);
      if (error.source !== undefined) await this.#countCrash(error);
      await this.#pause(AWAY_MS);
    }
  }

  async #noteCalibre({ skipped, postponed }: CalibreResult): Promise<void> {
    if (postponed > 0) this.#calibre?.retry(performance.now());
    const unreadable = skipped.find(({ code }) => code === 'calibre');
    const before = JSON.stringify(this.#folder.fromCalibre);
    this.#folder.fromCalibre = skipped;
    if (before === JSON.stringify(skipped)) return;
    if (unreadable !== undefined) this.#log.warn(unreadable.reason);
    // A look at the folder tells what both leave out.
    this.#watch.notice();
  }

  async #countCrash({ source }: TaskCrash): Promise<void> {
    if (source === undefined) return;
    const key = skipKey(source);
    const crashes = (this.#crashes.get(key) ?? 0) + 1;
    this.#crashes.set(key, crashes);
    if (crashes < MAX_CRASHES) return;
    await this.#ingest.refuse(source, 'too_heavy', BOOK_FILE_ERRORS.too_heavy);
  }

  #tell({ created, replaced, words, description, failed }: TaskResult): void {
    this.#count.books.inc({ outcome: 'created' }, created);
    this.#count.books.inc({ outcome: 'replaced' }, replaced);
    this.#count.words.inc(words);
    if (created + replaced > 0) this.#log.info(description);
    for (const { key, reason } of failed) {
      this.#folder.addFailed(key, reason);
      // By its content: names of files are titles, most of the time.
      this.#log.error({ contentHash: key.split(' ', 1)[0], reason }, 'a file failed');
    }
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#signal }).catch(() => undefined);
  }
}
