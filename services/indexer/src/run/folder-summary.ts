/** What a run over a folder comes to, and how the status page and the command line are told. */
import { formatNames } from '@libtrails/common/book-formats';
import { inOrder, type LeftOutCode, type SkippedEntry } from '../folder/skipped-entry.ts';
import type { BookFile } from '../folder/walk-folder.ts';
import { NOT_SEARCHED } from '../pipeline/reading-remarks.ts';
import type { FileOutcome } from './index-file.ts';

export interface FolderSummary {
  files: number;
  created: number;
  replaced: number;
  unchanged: number;
  passages: number;
  words: number;
  duplicates: { fileName: string; reason: string }[];
  /** Left out because the library has their text from a better format. */
  otherFormats: number;
  /** In this run and before. */
  refused: { fileName: string; code: string; reason: string }[];
  failed: { fileName: string; reason: string }[];
  /** Entries of the folder that are left out: what can't be read, links in circles, system folders and the like. */
  skipped: SkippedEntry[];
  /** The job was cancelled, or indexing is paused: the rest of the folder waits until it changes or is asked for. */
  cancelled: boolean;
  /** Left for later, by `limit` or because they are just being written. */
  postponed: number;
  /** What is not searched of the books of this run, what could not be read of them, and what was repaired. */
  remarks?: { fileName: string; reason: string }[];
  /** Books of a catalogue whose metadata changed, and that are gone from it. */
  updated?: number;
  removed?: number;
  /** Enough books of the library have changed for new themes. */
  regroup: boolean;
}

/** An entry of the folder, as the status page is told of it. */
export interface LeftOut {
  fileName: string;
  code: LeftOutCode;
  reason: string;
}

/** Why a file of the same content is left out. */
export const sameContentAs = (fileName: string) => `The same content as "${fileName}"`;

/** Entries that the status page is told of; the rest is counted. */
export const TOLD_ENTRIES = 200;

/** Books that the message of a job names. */
const NAMED_BOOKS = 20;

/** Counts of a run before its first file. */
export function emptySummary(files: number, skipped: SkippedEntry[]): FolderSummary {
  return {
    files,
    created: 0,
    replaced: 0,
    unchanged: 0,
    passages: 0,
    words: 0,
    duplicates: [],
    otherFormats: 0,
    refused: [],
    failed: [],
    skipped,
    cancelled: false,
    postponed: 0,
    regroup: false,
  };
}

/** Adds what became of one file. */
export function count(outcome: FileOutcome, { fileName }: BookFile, summary: FolderSummary): void {
  switch (outcome.kind) {
    case 'created':
    case 'replaced':
      summary[outcome.kind]++;
      summary.regroup ||= !outcome.groupingCurrent;
      summary.passages += outcome.passages;
      summary.words += outcome.words;
      if (outcome.remarks) {
        summary.remarks = [...(summary.remarks ?? []), { fileName, reason: outcome.remarks }];
      }
      return;
    case 'unchanged':
      summary.unchanged++;
      return;
    case 'refused':
      summary.refused.push({ fileName, code: outcome.code, reason: outcome.reason });
      return;
    case 'duplicate':
      summary.duplicates.push({ fileName, reason: outcome.reason });
      return;
    case 'other_format':
      summary.otherFormats++;
      return;
    case 'failed':
      summary.failed.push({ fileName, reason: outcome.reason });
  }
}

/** "97 new, 1 replaced, 2 refused". */
export function describe(summary: FolderSummary): string {
  const parts: [number, string][] = [
    [summary.created, 'new'],
    [summary.replaced, 'replaced'],
    [summary.updated ?? 0, 'with new metadata'],
    [summary.removed ?? 0, 'removed'],
    [summary.unchanged, 'unchanged'],
    [summary.refused.length, 'refused'],
    [summary.duplicates.length, 'present under another name'],
    [summary.otherFormats, 'left out for a better format'],
    [summary.failed.length, 'failed'],
    [summary.skipped.length, 'left out'],
    [summary.postponed, 'left for later'],
  ];
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${n.toLocaleString('en')} ${what}`);
  return told.length === 0 ? `no ${formatNames()} files` : told.join(', ');
}

/** The counts in the first line, then a line for each book that was not read or is not searched as a whole. */
export function jobMessage(summary: FolderSummary): string {
  const { remarks = [] } = summary;
  const isDamaged = ({ reason }: { reason: string }) => !reason.startsWith(NOT_SEARCHED);
  const inOrder = [...remarks].sort((a, b) => Number(isDamaged(b)) - Number(isDamaged(a)));
  const lines = inOrder.slice(0, NAMED_BOOKS).map(({ fileName, reason }) => `${fileName}: ${reason}`);
  const more = remarks.length - lines.length;
  if (more > 0) lines.push(`and ${more.toLocaleString('en')} more`);
  return [describe(summary), ...lines].join('\n');
}

/** What is left out, failed or present under another name: what the owner can do something about first. */
export function leftOut({
  failed,
  skipped,
  duplicates,
}: Pick<FolderSummary, 'failed' | 'skipped' | 'duplicates'>): LeftOut[] {
  return [
    ...failed.map((file) => ({ ...file, code: 'failed' as const })),
    ...inOrder(skipped),
    ...duplicates.map((file) => ({ ...file, code: 'same_content' as const })),
  ];
}
