/** The worker of an installation: scans the folder, does uploads and groupings, waits for services that are away. */
import { setTimeout as sleep } from 'node:timers/promises';
import { toLibTrailsError } from '@libtrails/common/errors';
import { createHttpApp, listenHttp } from '@libtrails/common/http-server';
import type { Logger } from '@libtrails/common/log';
import { Counter, createMetrics, Gauge } from '@libtrails/common/metrics';
import type { TopicExtractor } from '../pipeline/finish-book.ts';
import { type Connection, connectServices } from '../run/connect.ts';
import { describe, type FolderSummary } from '../run/index-folder.ts';
import { indexLibrary } from '../run/index-library.ts';
import { type Grouper, takeWaitingGrouping } from '../run/regroup.ts';
import { scanFolder } from '../scan.ts';
import type { Settings } from '../settings.ts';
import { FolderWatch } from './folder-watch.ts';
import { indexUploads } from './uploads.ts';

/** Between two looks for jobs, in milliseconds. */
const POLL_MS = 2_000;
/** After a service went away, and after any other error, which time alone rarely mends; in milliseconds. */
const AWAY_MS = 3_000;
const TROUBLE_MS = 60_000;
/** A file that changed less than this ago may still be copied, in milliseconds. */
const SETTLE_MS = 2_000;
/** The embedding service may be updated or restarted in the midst of a book. */
const PATIENCE_MS = 600_000;

export interface Recipes {
  extractTopics: TopicExtractor;
  group: Grouper;
}

export interface RunningWorker {
  healthPort: number;
  /** Abandons the present book, which is done again with the next start. */
  stop(): Promise<void>;
}

/** Starts the health port and the loop; the loop waits for the services by itself. */
export async function startWorker(settings: Settings, recipes: Recipes, log: Logger): Promise<RunningWorker> {
  const metrics = createMetrics('indexer');
  const count = {
    books: new Counter({
      name: 'libtrails_indexed_books_total',
      help: 'Files by what became of them',
      labelNames: ['outcome'],
      registers: [metrics],
    }),
    words: new Counter({
      name: 'libtrails_indexed_words_total',
      help: 'Words of books that were indexed',
      registers: [metrics],
    }),
    connected: new Gauge({
      name: 'libtrails_indexer_connected',
      help: '1 while both services answer',
      registers: [metrics],
    }),
  };
  const app = createHttpApp({ log, metrics, routes: () => {} });
  const http = await listenHttp(app, settings.host, settings.healthPort);
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = run();
  return {
    healthPort: http.port,
    async stop() {
      stopping.abort(new Error('The indexer is stopping'));
      await Promise.all([loop, http.drain(1_000)]);
    },
  };

  async function run(): Promise<void> {
    let told = '';
    while (!signal.aborted) {
      let connection: Connection | undefined;
      try {
        connection = await connectServices({ ...settings, patienceMs: PATIENCE_MS }, signal);
        count.connected.set(1);
        told = '';
        log.info({ pipeline: connection.pipeline }, 'services found');
        await work(connection);
      } catch (error) {
        count.connected.set(0);
        const { message, code, cause } = toLibTrailsError(error);
        // A service that is away is told once, not every three seconds.
        if (!signal.aborted && told !== message) {
          log.warn({ code, ...(code === 'internal' ? { err: cause } : {}) }, message);
          told = message;
        }
        const pause = code === 'unavailable' || code === 'deadline_exceeded' ? AWAY_MS : TROUBLE_MS;
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      } finally {
        connection?.close();
      }
    }
  }

  async function work(connection: Connection): Promise<void> {
    const tools = { ...connection, ...recipes, signal };
    const watch = new FolderWatch(settings.scanMs);
    let observed: string | undefined = '';
    try {
      while (!signal.aborted) {
        const folder = await folderToIndex();
        if (folder !== observed) {
          if (folder === undefined) log.warn({ folder: settings.books }, 'the folder of books is not there');
          else watch.observe(folder);
          observed = folder;
        }
        const scanned = watch.take(performance.now());
        if (scanned && folder !== undefined) {
          const settledBeforeMs = Date.now() - SETTLE_MS;
          const between = async () => {
            await indexUploads(tools);
          };
          const summary = await indexLibrary(folder, tools, { settledBeforeMs, between });
          tell(folder, summary);
          if (summary.postponed > 0) watch.notice();
        }
        // An upload changes the library, so themes and domains follow it.
        if ((await indexUploads(tools)) > 0) await tools.ingest.createJob('group', 'Themes and domains', '');
        await takeWaitingGrouping(tools);
        await watchPause(watch, scanned);
      }
    } finally {
      watch.close();
    }
  }

  /** Copies in progress make many events: after a scan the next one waits for at least the settling time. */
  async function watchPause(watch: FolderWatch, scanned: boolean): Promise<void> {
    if (scanned) await sleep(SETTLE_MS, undefined, { signal }).catch(() => undefined);
    await watch.wait(POLL_MS, signal);
  }

  /** The folder of books; the starter shelf while it holds none; undefined if there is neither. */
  async function folderToIndex(): Promise<string | undefined> {
    const { books, starterShelf } = settings;
    try {
      const files = await scanFolder(books);
      return files.length > 0 ? books : (starterShelf ?? books);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return starterShelf;
      throw error;
    }
  }

  function tell(folder: string, summary: FolderSummary): void {
    for (const outcome of ['created', 'replaced'] as const) {
      count.books.inc({ outcome }, summary[outcome]);
    }
    count.words.inc(summary.words);
    if (summary.created + summary.replaced > 0) log.info({ folder }, describe(summary));
    for (const { fileName, reason } of summary.failed) log.error({ fileName, reason }, 'a file failed');
  }
}
