/** The whole of a run: the folder's books, then themes and domains if any of them changed. */
import type { Job } from '../ingest-client.ts';
import { type FolderOptions, type FolderSummary, type FolderTools, indexFolder } from './index-folder.ts';
import {
  type HeldGrouping,
  holdGrouping,
  type RegroupTools,
  regroup,
  takeWaitingGrouping,
} from './regroup.ts';

export type LibraryTools = FolderTools & RegroupTools;

export interface LibrarySummary extends FolderSummary {
  /** The new generation of themes; undefined if none was needed. */
  generation: number | undefined;
}

/**
 * Brings the library up to date with a folder. May be stopped or killed at any moment and run again: nothing is
 * doubled, what is missing is done then.
 * @throws LibTrailsError if a service is gone or refuses everything, or the work was stopped
 */
export async function indexLibrary(
  folder: string,
  tools: LibraryTools,
  options: Omit<FolderOptions, 'begin'> = {},
): Promise<LibrarySummary> {
  const leasedGrouping = options.leased?.kind === 'group' ? options.leased : undefined;
  let held: HeldGrouping | undefined;
  const begin = async () => {
    held = await holdGrouping(tools, leasedGrouping);
  };
  try {
    const summary = await indexFolder(folder, tools, { ...options, begin });
    return { ...summary, generation: await groupIfNeeded(summary, held, leasedGrouping, tools) };
  } catch (error) {
    held?.report.abandon();
    throw error;
  }
}

async function groupIfNeeded(
  summary: FolderSummary,
  held: HeldGrouping | undefined,
  leased: Job | undefined,
  tools: LibraryTools,
): Promise<number | undefined> {
  if (held === undefined) return takeWaitingGrouping(tools, leased);
  if (summary.created + summary.replaced > 0 || held.inherited) return regroup(held.report, tools);
  await held.report.end('done', 'no book changed');
  return undefined;
}
