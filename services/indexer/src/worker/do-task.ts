/** The work itself: uploads first, then the folder; themes and domains are a task of their own. */

import { skipKey } from '../folder/scan.ts';
import type { Source } from '../ingest-client.ts';
import { describe } from '../run/folder-summary.ts';
import type { FileOutcome } from '../run/index-file.ts';
import { indexLibrary, type LibraryTools } from '../run/index-library.ts';
import { GROUPING_TITLE, takeWaitingGrouping } from '../run/regroup.ts';
import type { Task, TaskResult } from './task.ts';
import { indexUploads, type UploadTools } from './uploads.ts';

export type TaskTools = LibraryTools & UploadTools;

/**
 * Does the uploads and the folder. A grouping that is then due is handed back: a new process does it, because
 * one that has read books holds a hundred megabytes of language data, which a grouping needs for itself.
 * @throws LibTrailsError if a service is gone or refuses everything, or the work was stopped
 */
export async function doTask(
  { folder, job, skip, settledBeforeMs }: Task,
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
  if (folder !== undefined) {
    const watcher = {
      begins: onBegin,
      finished: (_file: unknown, outcome: FileOutcome, _done: number, source: Source) => {
        if (outcome.kind === 'failed') failed.push({ key: skipKey(source), reason: outcome.reason });
      },
    };
    const between = async () => {
      uploads += await indexUploads(tools);
    };
    const options = { leased: job, skip: new Set(skip), settledBeforeMs, between, withoutGrouping: true };
    const summary = await indexLibrary(folder, { ...tools, watcher }, options);
    const { created, replaced, words, cancelled, postponed, due } = summary;
    Object.assign(result, {
      created,
      replaced,
      words,
      cancelled,
      postponed,
      description: describe(summary),
      grouping: due,
    });
  }
  // An upload changes the library as well, so themes and domains follow it.
  if (uploads > 0) result.grouping ??= await tools.ingest.createJob('group', GROUPING_TITLE, tools.worker);
  if (folder === undefined && job?.kind === 'group') await takeWaitingGrouping(tools, job);
  return result;
}
