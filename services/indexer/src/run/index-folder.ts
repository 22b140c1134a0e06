/** A whole folder: what is new or changed goes into the library, file by file, and everything is counted. */
import { OTHER_FORMAT } from '@libtrails/common/book-formats';
import { LibTrailsError } from '@libtrails/common/errors';
import type { CatalogueEntry } from '../calibre/metadata.ts';
import { isSettled, KnownSources, skipKey, type Verdict } from '../folder/scan.ts';
import { inOrder, skippedByError } from '../folder/skipped-entry.ts';
import { type BookFile, walkFolder } from '../folder/walk-folder.ts';
import { reasonOf } from '../formats/registry.ts';
import type { IngestClient, Job, Source } from '../ingest-client.ts';
import { fingerprintOf } from '../pipeline/versions.ts';
import { inHelpfulOrder } from './book-order.ts';
import {
  count,
  describe,
  emptySummary,
  type FolderSummary,
  jobMessage,
  leftOut,
  sameContentAs,
  TOLD_ENTRIES,
} from './folder-summary.ts';
import { inTurn } from './in-turn.ts';
import { type FileOutcome, type IndexTools, indexFile } from './index-file.ts';
import { JobReport } from './job-report.ts';
import { findOtherFormats, NO_OTHERS, type OtherFormats, worseThanOneOf } from './other-formats.ts';
import { RunProgress, tellLeft } from './run-progress.ts';

export interface FolderTools extends Omit<IndexTools, 'ingest' | 'onProgress'> {
  ingest: Pick<
    IngestClient,
    'putBook' | 'refuse' | 'sources' | 'createJob' | 'leaseJob' | 'report' | 'reportSkipped'
  >;
  /** Version that a file is made with now. */
  pipelineOf: (fileName: string) => string;
  /** Name under which this process holds its jobs. */
  worker: string;
  watcher?: FolderWatcher;
  /**
   * Books worked on at a time, default 1. A book is begun when the passages of the one before are embedded: its own
   * are, then, while topics of that one are found.
   */
  booksAtOnce?: number;
}

/** Is told what happens, in order. */
export interface FolderWatcher {
  planned?(plan: FolderPlan): void;
  begins?(source: Source): void;
  progress?(progress: FolderProgress): void;
  finished?(file: BookFile, outcome: FileOutcome, done: number, source: Source): void;
}

export interface FolderPlan {
  /** All books of the folder. */
  files: number;
  /** Those to be indexed now, and their bytes. */
  todo: number;
  bytes: number;
}

export interface FolderProgress {
  file: BookFile;
  stage: string;
  /** Files done, of those to be indexed. */
  done: number;
  /** Bytes done; the present file counts by its embedded words. */
  bytes: number;
  /** Words embedded since the start. */
  words: number;
  /** Milliseconds that the rest will take, and its words; undefined while it is too early to tell. */
  leftMs: number | undefined;
  leftWords: number | undefined;
}

export interface FolderOptions {
  /** At most so many files are indexed. */
  limit?: number | undefined;
  /** Files changed after this moment (milliseconds since 1970) are left for later: they may still be copied. */
  settledBeforeMs?: number | undefined;
  /** A job that this worker holds already. */
  leased?: Job | undefined;
  /** Files to be passed over, as `skipKey` names them. */
  skip?: ReadonlySet<string> | undefined;
  /** Runs before the first file, if there is one to be indexed. */
  begin?: (() => Promise<void>) | undefined;
  /** Runs after each file. */
  between?: (() => Promise<void>) | undefined;
}

export interface Todo {
  file: BookFile;
  source: Source;
  others: OtherFormats;
  /** Takes the place of the file's own metadata. */
  catalogue?: CatalogueEntry | undefined;
}

/**
 * Indexes the files of a folder that are new or changed since the last time.
 * @throws LibTrailsError if a service is gone or the work was stopped; what is in the library stays there
 */
export async function indexFolder(
  folder: string,
  tools: FolderTools,
  options: FolderOptions = {},
): Promise<FolderSummary> {
  const { files, skipped } = await walkFolder(folder);
  const summary = emptySummary(files.length, skipped);
  const todo = await plan(files, tools, options, summary);
  const bytes = todo.reduce((sum, { file }) => sum + file.size, 0);
  tools.watcher?.planned?.({ files: files.length, todo: todo.length, bytes });
  const left = await takeLeftJobs(tools, options.leased);
  const report = todo.length > 0 ? (left[0] ?? (await ownJob(tools, 'Books of the folder'))) : undefined;
  if (report !== undefined) {
    await options.begin?.();
    await indexFiles(todo, report, tools, options, summary);
  } else summary.cancelled = todo.length > 0;
  for (const report of todo.length > 0 ? left.slice(1) : left) await report.end('done', describe(summary));
  summary.skipped = inOrder(summary.skipped);
  await tellSkipped(summary, tools);
  return summary;
}

/** For the status page. A library that does not take it is as complete without. */
async function tellSkipped(summary: FolderSummary, { ingest }: FolderTools): Promise<void> {
  const entries = leftOut(summary);
  await ingest.reportSkipped(entries.slice(0, TOLD_ENTRIES), entries.length).catch(() => undefined);
}

/** Folder jobs that were asked for, or left by a run that was killed: this run does them. */
async function takeLeftJobs({ ingest, worker }: FolderTools, leased: Job | undefined): Promise<JobReport[]> {
  const reports = leased?.kind === 'folder' ? [new JobReport(ingest, leased, worker)] : [];
  for (;;) {
    const job = await ingest.leaseJob(worker, ['folder']);
    if (job === undefined) return reports;
    reports.push(new JobReport(ingest, job, worker));
  }
}

/** A job of this run; undefined while indexing is paused, when the library queues it for later. */
export async function ownJob({ ingest, worker }: FolderTools, title: string): Promise<JobReport | undefined> {
  const job = await ingest.createJob('folder', title, worker);
  return job.state === 'running' ? new JobReport(ingest, job, worker) : undefined;
}

/** Sorts out what needs no work. */
async function plan(
  files: readonly BookFile[],
  tools: FolderTools,
  options: FolderOptions,
  summary: FolderSummary,
): Promise<Todo[]> {
  const sources = await tools.ingest.sources();
  checkFingerprint(sources, tools.fingerprint);
  const known = new KnownSources(sources, tools.pipelineOf);
  const todo: Todo[] = [];
  const unchanged: BookFile[] = [];
  const leftOut: Todo[] = [];
  const planned = new Map<string, string>();
  for (const file of files) {
    tools.signal.throwIfAborted();
    if (!isSettled(file, options.settledBeforeMs ?? Number.POSITIVE_INFINITY)) {
      summary.postponed++;
      continue;
    }
    const { fileName } = file;
    let verdict: Verdict;
    try {
      verdict = await known.judge(file);
    } catch (error) {
      summary.skipped.push(skippedByError(fileName, error));
      continue;
    }
    if (verdict.kind === 'unchanged') {
      summary.unchanged++;
      unchanged.push(file);
    } else if (verdict.kind === 'still_refused' && verdict.code === OTHER_FORMAT) {
      const source = { ...known.source(fileName)!, refusedCode: '' };
      leftOut.push({ file, source, others: NO_OTHERS });
    } else if (verdict.kind === 'still_refused') {
      summary.refused.push({ fileName, code: verdict.code, reason: reasonOf(verdict.code) });
    } else {
      const of = verdict.kind === 'duplicate' ? verdict.of : planned.get(verdict.source.contentHash);
      if (of !== undefined) {
        summary.duplicates.push({ fileName, reason: sameContentAs(of) });
      } else if (verdict.kind === 'index' && options.skip?.has(skipKey(verdict.source))) {
        summary.failed.push({ fileName, reason: 'It failed before; it is tried again when it changes.' });
      } else if (verdict.kind === 'index') {
        planned.set(verdict.source.contentHash, fileName);
        todo.push({ file, source: verdict.source, others: NO_OTHERS });
      }
    }
  }
  // What a file was left out for has changed: it is compared again.
  const compared = leftOut.filter(worseThanOneOf(todo));
  summary.otherFormats += leftOut.length - compared.length;
  todo.push(...compared);
  findOtherFormats(todo, unchanged);
  const limited = inHelpfulOrder(todo).slice(0, options.limit ?? todo.length);
  summary.postponed += todo.length - limited.length;
  return limited;
}

/** The library would refuse the first book; this says so before hours of work. */
export function checkFingerprint(sources: readonly Source[], fingerprint: string): void {
  const other = sources.find(({ bookId, pipeline }) => bookId !== 0 && !pipeline.endsWith(`/${fingerprint}`));
  if (other === undefined) return;
  throw new LibTrailsError(
    'failed_precondition',
    `The library's vectors were made with "${fingerprintOf(other.pipeline)}", the embedding service makes "${fingerprint}": they can't be compared. Run the embedding service with the same model and precision, or start with an empty data folder.`,
  );
}

/**
 * Indexes files in turn under a job, which ends with the last of them.
 * @throws LibTrailsError if a service is gone or the work was stopped; what is in the library stays there
 */
export async function indexFiles(
  todo: readonly Todo[],
  report: JobReport,
  tools: FolderTools,
  options: FolderOptions,
  summary: FolderSummary,
): Promise<void> {
  const { watcher } = tools;
  const failed = new AbortController();
  const signal = AbortSignal.any([tools.signal, report.lost, failed.signal]);
  const progress = new RunProgress(todo.reduce((sum, { file }) => sum + file.size, 0));
  report.update({ stage: 'starting', total: todo.length });

  const indexOne = async (
    { file, source, others, catalogue }: Todo,
    onEmbedded: () => void,
  ): Promise<void> => {
    const onProgress: IndexTools['onProgress'] = (stage, part, whole) => {
      if (stage === 'topics') onEmbedded();
      const soFar = progress.of(file, part, whole);
      watcher?.progress?.({ file, stage, ...soFar });
      const { done, words } = soFar;
      report.update({ stage: `${stage} ${file.fileName}`, done, words, message: tellLeft(soFar) });
    };
    watcher?.begins?.(source);
    const outcome = await indexFile(file.path, source, { ...tools, signal, onProgress }, others, catalogue);
    const soFar = progress.finish(file, 'words' in outcome ? outcome.words : 0);
    const { done, words } = soFar;
    count(outcome, file, summary);
    watcher?.finished?.(file, outcome, done, source);
    report.update({ done, words, message: tellLeft(soFar) });
    await options.between?.();
  };

  try {
    await inTurn(todo, tools.booksAtOnce ?? 1, signal, failed, indexOne);
  } catch (error) {
    if (report.lost.aborted && !tools.signal.aborted) {
      summary.cancelled = true;
      return;
    }
    // A worker that was stopped leaves the folder to the next scan, which finds what is missing by itself.
    await report.end('failed', error instanceof Error ? error.message : String(error));
    throw error;
  }
  await report.end('done', jobMessage(summary));
}
