/**
 * The indexer on the command line: `npm run index -- DIR`.
 *
 * Exit codes: 0 the library holds every readable file of the folder (refused files are listed, and no error);
 * 1 a file failed for a reason that lies not in the file, or a service went away; 2 the arguments or settings
 * can't be used; 3 a service can't be reached or won't have this caller; 130 stopped by Ctrl-C or SIGTERM.
 */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError } from '@libtrails/common/config';
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ProgressView } from './progress-view.ts';
import { connectServices } from './run/connect.ts';
import { indexLibrary } from './run/index-library.ts';
import { readSettings } from './settings.ts';

const EXIT = { done: 0, failed: 1, usage: 2, unreachable: 3, stopped: 130 } as const;
/** A person is watching: a service that stays away for so long is reported. */
const PATIENCE_MS = 120_000;

interface IndexFlags {
  to?: string;
  embedding?: string;
  token?: string;
  cache: boolean;
  limit?: number;
}

const program = new Command('npm run index --')
  .description('Index the EPUB files of a folder')
  .argument('<dir>', 'folder with EPUB files, searched with its subfolders')
  .option('--to <host:port>', 'gRPC address of the retrieval service (INDEXER_RETRIEVAL)', address)
  .option('--embedding <host:port>', 'address of the embedding service (INDEXER_EMBEDDING)', address)
  .option('--token <token>', 'needed when retrieval runs on another machine (LIBTRAILS_TOKEN)')
  .option('--no-cache', 'embed every text anew, and keep no vectors')
  .option('--limit <n>', 'index at most n files', whole)
  .exitOverride()
  .action(index);

async function index(dir: string, flags: IndexFlags): Promise<void> {
  const settings = readSettings();
  const folder = resolve(process.env.INIT_CWD ?? '.', dir);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new UsageError(`${folder} is no folder: name one that holds EPUB files.`);
  }
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // The second time: at once. What is in the library stays whole.
      if (stopping.signal.aborted) process.exit(EXIT.stopped);
      stopping.abort(new LibTrailsError('cancelled', 'Stopped; run the same command to go on.'));
    });
  }
  const { signal } = stopping;
  const connection = await connectServices(
    {
      embedding: flags.embedding ?? settings.embedding,
      retrieval: flags.to ?? settings.retrieval,
      token: flags.token ?? settings.token,
      cache: flags.cache ? settings.cache : undefined,
      modelsDir: settings.modelsDir,
      patienceMs: PATIENCE_MS,
    },
    signal,
  );
  try {
    // The recipes load language data for a second: a mistake in the arguments is told before that.
    const { extractTopics } = await import('./topics/extract.ts');
    const { runGrouping } = await import('./grouping/run.ts');
    const view = new ProgressView(process.stdout);
    const tools = {
      ...connection,
      extractTopics,
      group: runGrouping,
      signal,
      watcher: view,
      onGrouping: view.grouping.bind(view),
    };
    const summary = await indexLibrary(folder, tools, { limit: flags.limit });
    view.summary(summary);
    process.exitCode = summary.failed.length > 0 ? EXIT.failed : EXIT.done;
  } finally {
    connection.close();
  }
}

class UsageError extends Error {}

function address(value: string): string {
  if (!/^[^\s:]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i.test(value)) {
    throw new InvalidArgumentError('It must be host:port, such as 127.0.0.1:50052.');
  }
  return value;
}

function whole(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(value);
}

function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  console.error(`\nlibtrails: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof ConfigError || error instanceof UsageError) return EXIT.usage;
  const { code } = toLibTrailsError(error);
  if (code === 'cancelled') return EXIT.stopped;
  return code === 'unavailable' || code === 'permission_denied' ? EXIT.unreachable : EXIT.failed;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCode(error);
}
