/** The work itself: uploads first, then the folder and the Calibre library; themes and domains are a task of their own. */

import { DATABASE } from '../calibre/database.ts';
import { CalibreError } from '../calibre/errors.ts';
import type { CalibreTools } from '../calibre/index-calibre.ts';
import { skipKey } from '../folder/scan.ts';
import type { Source } from '../ingest-client.ts';
import { describe, leftOut } from '../run/folder-summary.ts';
import type { FileOutcome } from '../run/index-file.ts';
import {
  indexCalibreLibrary,
  indexLibrary,
  type LibraryOptions,
  type LibrarySummary,
  type LibraryTools,
} from '../run/index-library.ts';
import { GROUPING_TITLE, takeWaitingGrouping } from '../run/regroup.ts';
import type { CalibreFolder, Task, TaskResult } from './task.ts';
import { indexUploads, type UploadTools } from './uploads.ts';

export type TaskTools = LibraryTools & CalibreTools & UploadTools;

/**
 * Does the uploads, the folder and the Calibre library. A grouping that is then due is handed back: a new process does
 * it, because one that has read books holds a hundred megabytes of language data, which a grouping needs for itself.
 * @throws LibTrailsError if a service is gone or refuses everything, or the work was stopped
 */
export async function doTask(
  { folder, calibre, job, skip, settledBeforeMs }: Task,
  tools: TaskTools,
  onBegin: (source: Source) => void,
): Promise<TaskResult> {
  let uploads = await indexUploads(tools, job?.kind === 'index' ? job : undefined);
  const failed: { key: string; reason: string }[] = [];
  const result: TaskResult = {
    created: 0,
    replaced: 0,
    words: 0,
    description: '',
    failed,
    cancelled: false,
    postponed: 0,
    grouping: undefined,
  };
  const watcher = {
    begins: onBegin,
    finished: (_file: unknown, outcome: FileOutcome, _done: number, source: Source) => {
      if (outcome.kind === 'failed') failed.push({ key: skipKey(source), reason: outcome.reason });
    },
  };
  const between = async () => {
    uploads += await indexUploads(tools);
  };
  const options = { skip: new Set(skip), settledBeforeMs, between, withoutGrouping: true };
  const all = { ...tools, watcher };
  if (folder !== undefined) {
    const summary = await indexLibrary(folder, all, { ...options, leased: job });
    add(result, summary);
    Object.assign(result, { cancelled: summary.cancelled, postponed: summary.postponed });
  }
  if (calibre !== undefined) {
    const leased = folder === undefined ? job : result.grouping;
    await lookAtCalibre(calibre, all, { ...options, leased }, result);
  }
  // An upload changes the library as well, so themes and domains follow it.
  if (uploads > 0) result.grouping ??= await tools.ingest.createJob('group', GROUPING_TITLE, tools.worker);
  if (folder === undefined && calibre === undefined && job?.kind === 'group')
    await takeWaitingGrouping(tools, job);
  return result;
}

function add(result: TaskResult, summary: LibrarySummary): void {
  const { created, replaced, words, due } = summary;
  result.created += created;
  result.replaced += replaced;
  result.words += words;
  result.description = [result.description, describe(summary)].filter((text) => text !== '').join('; ');
  result.grouping = due;
}

/** A Calibre library that can't be read is reported; it stops nothing else. */
async function lookAtCalibre(
  { folder, ...calibre }: CalibreFolder,
  tools: TaskTools,
  options: LibraryOptions,
  result: TaskResult,
): Promise<void> {
  try {
    const summary = await indexCalibreLibrary(folder, tools, { ...options, calibre });
    add(result, summary);
    // Cancelled or paused: nothing is left for this worker until Calibre writes again.
    result.calibre = {
      skipped: leftOut(summary),
      postponed: summary.cancelled ? 0 : summary.postponed,
    };
  } catch (error) {
    if (!(error instanceof CalibreError)) throw error;
    const skipped = [{ fileName: DATABASE, code: 'calibre', reason: error.message }];
    result.calibre = { skipped, postponed: 1 };
    result.grouping = options.leased?.kind === 'group' ? options.leased : undefined;
  }
}
