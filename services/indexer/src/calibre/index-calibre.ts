/** A Calibre library: what changed in it since the last time is done to the library here. */
import { realpath } from 'node:fs/promises';
import { toLibTrailsError } from '@libtrails/common/errors';
import { isSettled, KnownSources, skipKey, type Verdict } from '../folder/scan.ts';
import { skippedByError, skippedEntry } from '../folder/skipped-entry.ts';
import type { BookFile } from '../folder/walk-folder.ts';
import { reasonOf } from '../formats/registry.ts';
import type { IngestClient, Source } from '../ingest-client.ts';
import { inHelpfulOrder } from '../run/book-order.ts';
import { emptySummary, type FolderSummary, sameContentAs } from '../run/folder-summary.ts';
import {
  checkFingerprint,
  type FolderOptions,
  type FolderTools,
  indexFiles,
  ownJob,
  type Todo,
} from '../run/index-folder.ts';
import { JobReport } from '../run/job-report.ts';
import { NO_OTHERS } from '../run/other-formats.ts';
import { findFile, readableFiles } from './book-files.ts';
import { type CatalogueEntry, catalogueEntry } from './metadata.ts';
import { type BookState, type Changes, type PresentBook, planChanges } from './plan-changes.ts';
import { type CalibreBook, type CalibreLibrary, type CalibreOptions, readLibrary } from './read-library.ts';

/** Sources of Calibre's books begin so, beside those of the folder and of uploads. */
const PREFIX = 'calibre';

export interface CalibreTools extends FolderTools {
  ingest: FolderTools['ingest'] & Pick<IngestClient, 'updateMetadata' | 'deleteBook'>;
}

/** A book of Calibre's with what is needed to index it. */
interface Candidate {
  present: PresentBook;
  entry: CatalogueEntry;
  /** Named as people see it: "Herman Melville/Moby Dick (7)/Moby Dick.epub". */
  file: BookFile | undefined;
  source: Source | undefined;
}

/**
 * Follows a Calibre library. Books that are gone are removed, edited metadata replaced, and new and changed files
 * indexed, in this order: a merged book gives its file to another one.
 * @throws CalibreError if the library can't be read; LibTrailsError if a service is gone or the work was stopped
 */
export async function indexCalibre(
  folder: string,
  tools: CalibreTools,
  options: FolderOptions & { calibre?: CalibreOptions | undefined } = {},
): Promise<FolderSummary> {
  const library = await readLibrary(folder, options.calibre);
  const prefix = `${PREFIX}/${library.uuid}/`;
  const sources = await tools.ingest.sources();
  checkFingerprint(sources, tools.fingerprint);
  const summary = emptySummary(library.books.length, []);
  const candidates = await findCandidates(
    await realpath(folder),
    library,
    prefix,
    sources,
    tools,
    options,
    summary,
  );
  const byName = new Map(candidates.map((candidate) => [candidate.present.fileName, candidate]));
  const changes = planChanges(
    sources.filter(({ fileName }) => fileName.startsWith(prefix)),
    candidates.map(({ present }) => present),
  );
  if (changes.suspicious) {
    const reason = 'The Calibre library is empty; its books stay here until it holds one.';
    summary.skipped.push({ fileName: folder, code: 'calibre', reason });
  }
  const todo = inHelpfulOrder(changes.index.map(({ fileName }) => toTodo(byName.get(fileName)!)));
  const limited = todo.slice(0, options.limit ?? todo.length);
  summary.postponed += todo.length - limited.length;
  const bytes = limited.reduce((sum, { file }) => sum + file.size, 0);
  tools.watcher?.planned?.({ files: library.books.length, todo: limited.length, bytes });
  const { leased } = options;
  const asked = leased?.kind === 'folder' ? new JobReport(tools.ingest, leased, tools.worker) : undefined;
  const works = limited.length + changes.update.length + changes.remove.length > 0;
  const report = asked ?? (works ? await ownJob(tools, `Calibre library ${library.name}`) : undefined);
  if (report === undefined) {
    summary.cancelled = works;
    return summary;
  }
  await applyChanges(changes, byName, report, tools, summary);
  if (summary.cancelled) return summary;
  if (limited.length > 0) await options.begin?.();
  await indexFiles(limited, report, withNames(tools, byName), options, summary);
  return summary;
}

/** The books of Calibre with their best files, each compared with what the library holds. */
async function findCandidates(
  root: string,
  library: CalibreLibrary,
  prefix: string,
  sources: readonly Source[],
  tools: CalibreTools,
  options: FolderOptions,
  summary: FolderSummary,
): Promise<Candidate[]> {
  const books = new Map(library.books.map((book) => [prefix + book.uuid, book]));
  const files = new Map<string, BookFile>();
  for (const [name, book] of books) {
    tools.signal.throwIfAborted();
    const found = await findFile(root, book, readableFiles(book));
    if (found !== undefined) files.set(name, { ...found, fileName: found.path.slice(root.length + 1) });
  }
  // What is about to be removed is no other copy of a file that moves to another book.
  const staying = sources.filter(({ fileName }) => !fileName.startsWith(prefix) || books.has(fileName));
  const known = new KnownSources(staying, (name) => tools.pipelineOf(files.get(name)?.path ?? name));
  const seen = new Map<string, string>();
  const candidates: Candidate[] = [];
  for (const [name, book] of books) {
    tools.signal.throwIfAborted();
    const file = files.get(name);
    const entry = catalogueEntry(library, book);
    const { state, source } = await stateOf(name, book, file, known, seen, options, summary);
    const present = { fileName: name, version: entry.version, file, state };
    candidates.push({ present, entry, file, source });
  }
  return candidates;
}

async function stateOf(
  name: string,
  book: CalibreBook,
  file: BookFile | undefined,
  known: KnownSources,
  seen: Map<string, string>,
  { settledBeforeMs, skip }: FolderOptions,
  summary: FolderSummary,
): Promise<{ state: BookState; source?: Source }> {
  if (file === undefined) {
    if (readableFiles(book).length === 0) return { state: 'no_format' };
    summary.skipped.push(skippedEntry(book.path, 'calibre_missing'));
    summary.postponed++;
    return { state: 'missing' };
  }
  if (!isSettled(file, settledBeforeMs ?? Number.POSITIVE_INFINITY)) {
    summary.postponed++;
    return { state: 'unsettled' };
  }
  let verdict: Verdict;
  try {
    verdict = await known.judge({ ...file, fileName: name });
  } catch (error) {
    summary.skipped.push(skippedByError(file.fileName, error));
    return { state: 'missing' };
  }
  const { fileName } = file;
  if (verdict.kind === 'unchanged') {
    summary.unchanged++;
    return { state: 'unchanged' };
  }
  if (verdict.kind === 'still_refused') {
    summary.refused.push({ fileName, code: verdict.code, reason: reasonOf(verdict.code) });
    return { state: 'refused' };
  }
  const of = verdict.kind === 'duplicate' ? verdict.of : seen.get(verdict.source.contentHash);
  if (of !== undefined || verdict.kind !== 'index') {
    summary.duplicates.push({ fileName, reason: sameContentAs(of ?? '') });
    return { state: 'duplicate' };
  }
  if (skip?.has(skipKey(verdict.source))) {
    summary.failed.push({ fileName, reason: 'It failed before; it is tried again when it changes.' });
    return { state: 'failed' };
  }
  seen.set(verdict.source.contentHash, fileName);
  return { state: 'index', source: verdict.source };
}

function toTodo({ file, source, entry }: Candidate): Todo {
  return { file: file!, source: source!, others: NO_OTHERS, catalogue: entry };
}

/** What needs no file: removals, then metadata. */
async function applyChanges(
  { remove, update }: Changes,
  byName: ReadonlyMap<string, Candidate>,
  report: JobReport,
  { ingest, signal }: CalibreTools,
  summary: FolderSummary,
): Promise<void> {
  const stopped = () => {
    signal.throwIfAborted();
    summary.cancelled = report.lost.aborted;
    return summary.cancelled;
  };
  report.update({ stage: 'metadata', total: remove.length + update.length });
  for (const { bookId } of remove) {
    if (stopped()) return;
    await unlessGone(ingest.deleteBook(bookId));
    summary.removed = (summary.removed ?? 0) + 1;
  }
  for (const { book, known } of update) {
    if (stopped()) return;
    const { metadata, version, link, rating } = byName.get(book.fileName)!.entry;
    const { size, modifiedMs } = book.state === 'unchanged' && book.file ? book.file : known;
    await unlessGone(
      ingest.updateMetadata({ ...known, size, modifiedMs }, metadata, { version, link, rating }),
    );
    if (known.catalogueVersion !== version) summary.updated = (summary.updated ?? 0) + 1;
    report.update({ done: remove.length + (summary.updated ?? 0) });
  }
}

/** A reader may have deleted the book meanwhile. */
async function unlessGone(call: Promise<void>): Promise<void> {
  await call.catch((error: unknown) => {
    if (toLibTrailsError(error).code !== 'not_found') throw error;
  });
}

/** Refusals name the file as people know it; the source's name is made of ids. */
function withNames(tools: CalibreTools, byName: ReadonlyMap<string, Candidate>): CalibreTools {
  const { ingest } = tools;
  return {
    ...tools,
    ingest: {
      putBook: ingest.putBook.bind(ingest),
      sources: ingest.sources.bind(ingest),
      createJob: ingest.createJob.bind(ingest),
      leaseJob: ingest.leaseJob.bind(ingest),
      report: ingest.report.bind(ingest),
      reportSkipped: ingest.reportSkipped.bind(ingest),
      updateMetadata: ingest.updateMetadata.bind(ingest),
      deleteBook: ingest.deleteBook.bind(ingest),
      refuse: (source, code, reason) =>
        ingest.refuse(source, code, `${byName.get(source.fileName)?.file?.fileName}: ${reason}`),
    },
  };
}
