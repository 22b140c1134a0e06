/** One run over a folder or a Calibre library, begun by hand: `libtrails index FOLDER`. */
import type { GroupingInput } from './grouping/run.ts';
import { chosenNamer } from './llm/chosen-namer.ts';
import { ProgressView } from './progress-view.ts';
import { connectServices } from './run/connect.ts';
import { indexCalibreLibrary, indexLibrary, type LibrarySummary } from './run/index-library.ts';
import { readSettings, type Settings } from './settings.ts';

/** A person is watching: a service that stays away for so long is reported. */
const PATIENCE_MS = 120_000;

export interface IndexRun {
  /** gRPC address of retrieval and address of the embedding service; default: the settings'. */
  retrieval?: string | undefined;
  embedding?: string | undefined;
  token?: string | undefined;
  /** Keep vectors, so that a text is embedded once. */
  cache: boolean;
  /** The folder is a Calibre library. */
  calibre?: boolean;
  /** At most so many files. */
  limit?: number | undefined;
  /** Shows progress and the summary; without it nothing is printed. */
  output?: NodeJS.WriteStream | undefined;
}

/**
 * Brings the library up to date with the book files of a folder, or with a Calibre library.
 * @throws ConfigError; CalibreError; LibTrailsError if a service is gone or refuses everything, or the work was stopped
 */
export async function indexOnce(folder: string, run: IndexRun, signal: AbortSignal): Promise<LibrarySummary> {
  const settings = readSettings();
  const own = await ownEmbedding(run, signal);
  try {
    return await indexWith(
      own?.addresses.join(',') ?? run.embedding ?? settings.embedding,
      folder,
      run,
      settings,
      signal,
    );
  } finally {
    await own?.stop();
  }
}

/**
 * Who indexes for another machine does it with all cores of this one: embedding processes of its own, unless a service
 * is named, or none is installed here (containers).
 */
async function ownEmbedding(run: IndexRun, signal: AbortSignal) {
  if (run.retrieval === undefined || run.embedding !== undefined || process.env.INDEXER_EMBEDDING)
    return undefined;
  const installed = await import('@libtrails/embedding/local-processes').catch(() => undefined);
  if (installed === undefined) return undefined;
  const { bulkProcesses } = await import('@libtrails/embedding/process-count');
  const { ensureModel } = await import('@libtrails/models/ensure-model');
  const count = Math.max(1, bulkProcesses());
  run.output?.write(`Embedding with ${count} ${count === 1 ? 'process' : 'processes'} of this machine\n`);
  await ensureModel({ out: process.stderr });
  signal.throwIfAborted();
  return installed.startLocalProcesses(count);
}

async function indexWith(
  embedding: string,
  folder: string,
  run: IndexRun,
  settings: Settings,
  signal: AbortSignal,
): Promise<LibrarySummary> {
  const connection = await connectServices(
    {
      embedding,
      retrieval: run.retrieval ?? settings.retrieval,
      token: run.token ?? settings.token,
      retrievalCredentials: settings.retrievalCredentials,
      cache: run.cache ? settings.cache : undefined,
      modelsDir: settings.modelsDir,
      patienceMs: PATIENCE_MS,
    },
    signal,
  );
  try {
    // The recipes load language data for a second: a service that is away is reported before that.
    const { extractTopics } = await import('./topics/extract.ts');
    const { runGrouping } = await import('./grouping/run.ts');
    const { output } = run;
    const view = output === undefined ? undefined : new ProgressView(output);
    const nameThemes = chosenNamer(settings, signal, (line) => output?.write(`${line}\n`));
    const tools = {
      ...connection,
      extractTopics,
      group: (input: GroupingInput) => runGrouping({ ...input, nameThemes }),
      signal,
      ...(view === undefined ? {} : { watcher: view, onGrouping: view.grouping.bind(view) }),
    };
    const { limit } = run;
    const summary = run.calibre
      ? await indexCalibreLibrary(folder, tools, { limit, calibre: { columns: settings.calibreColumns } })
      : await indexLibrary(folder, tools, { limit });
    view?.summary(summary);
    return summary;
  } finally {
    connection.close();
  }
}
