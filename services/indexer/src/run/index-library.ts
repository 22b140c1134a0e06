/** The whole of a run: the books of a folder or of a Calibre library, then themes and domains if any of them changed. */
import { type CalibreTools, indexCalibre } from '../calibre/index-calibre.ts';
import type { CalibreOptions } from '../calibre/read-library.ts';
import type { Job } from '../ingest-client.ts';
import type { FolderSummary } from './folder-summary.ts';
import type { FolderOptions, FolderTools } from './index-folder.ts';
import { indexFolder } from './index-folder.ts';
import {
  type HeldGrouping,
  holdGrouping,
  type RegroupTools,
  regroup,
  takeWaitingGrouping,
} from './regroup.ts';

/** Message of a grouping that was noted but not needed. */
const NO_BOOK_CHANGED = 'no book changed';
const FEW_BOOKS_CHANGED = 'too few books changed for new themes';

export type LibraryTools = FolderTools & RegroupTools;

export interface LibraryOptions extends Omit<FolderOptions, 'begin'> {
  /** Leaves a grouping that is due to the caller, who then holds its job. */
  withoutGrouping?: boolean;
}

export interface LibrarySummary extends FolderSummary {
  /** The new generation of themes; undefined if none was needed. */
  generation: number | undefined;
  /** The grouping that is due, with `withoutGrouping`. */
  due: Job | undefined;
}

/**
 * Brings the library up to date with a folder. May be stopped or killed at any moment and run again: nothing is
 * doubled, what is missing is done then.
 * @throws LibTrailsError if a service is gone or refuses everything, or the work was stopped
 */
export function indexLibrary(
  folder: string,
  tools: LibraryTools,
  options: LibraryOptions = {},
): Promise<LibrarySummary> {
  return withThemes((all) => indexFolder(folder, tools, all), tools, options);
}

/**
 * The same for a Calibre library.
 * @throws CalibreError; as `indexLibrary`
 */
export function indexCalibreLibrary(
  folder: string,
  tools: CalibreTools & RegroupTools,
  options: LibraryOptions & { calibre?: CalibreOptions | undefined } = {},
): Promise<LibrarySummary> {
  return withThemes(
    (all) => indexCalibre(folder, tools, { ...all, calibre: options.calibre }),
    tools,
    options,
  );
}

async function withThemes(
  index: (options: FolderOptions) => Promise<FolderSummary>,
  tools: LibraryTools,
  options: LibraryOptions,
): Promise<LibrarySummary> {
  const leasedGrouping = options.leased?.kind === 'group' ? options.leased : undefined;
  let held: HeldGrouping | undefined;
  const begin = async () => {
    held = await holdGrouping(tools, leasedGrouping);
  };
  try {
    const summary = await index({ ...options, begin });
    if (options.withoutGrouping === true) {
      return { ...summary, generation: undefined, due: await groupingDue(summary, held, leasedGrouping) };
    }
    return {
      ...summary,
      generation: await groupIfNeeded(summary, held, leasedGrouping, tools),
      due: undefined,
    };
  } catch (error) {
    held?.report.abandon();
    throw error;
  }
}

const isNeeded = ({ regroup }: FolderSummary, held: HeldGrouping) => regroup || held.inherited;

const notNeeded = ({ created, replaced }: FolderSummary) =>
  created + replaced > 0 ? FEW_BOOKS_CHANGED : NO_BOOK_CHANGED;

async function groupIfNeeded(
  summary: FolderSummary,
  held: HeldGrouping | undefined,
  leased: Job | undefined,
  tools: LibraryTools,
): Promise<number | undefined> {
  if (held === undefined) return takeWaitingGrouping(tools, leased);
  if (isNeeded(summary, held)) return regroup(held.report, tools);
  await held.report.end('done', notNeeded(summary));
  return undefined;
}

/** The same without the grouping itself: its job stays with this worker, who goes on with it. */
async function groupingDue(
  summary: FolderSummary,
  held: HeldGrouping | undefined,
  leased: Job | undefined,
): Promise<Job | undefined> {
  if (held === undefined) return leased;
  if (isNeeded(summary, held)) {
    held.report.abandon();
    return held.job;
  }
  await held.report.end('done', notNeeded(summary));
  return undefined;
}
