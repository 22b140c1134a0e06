/** One file into the library, or the reason why not. */

import { OTHER_FORMAT } from '@libtrails/common/book-formats';
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import type { CatalogueEntry } from '../calibre/metadata.ts';
import { BookFileError } from '../formats/errors.ts';
import type { IngestClient, Source } from '../ingest-client.ts';
import { bookParts } from '../pipeline/book-parts.ts';
import { type FinishTools, finishBook, type IndexedBook } from '../pipeline/finish-book.ts';
import { readingRemarks } from '../pipeline/reading-remarks.ts';
import { NO_OTHERS, type OtherFormats, sameTextIn } from './other-formats.ts';

export interface IndexTools extends FinishTools {
  ingest: Pick<IngestClient, 'putBook' | 'refuse'>;
  /** Of the vectors, as the embedding service reports it. */
  fingerprint: string;
}

export type FileOutcome =
  | {
      kind: 'created' | 'replaced' | 'unchanged';
      title: string;
      passages: number;
      words: number;
      remarks?: string;
      /** Too few books have changed for new themes, this one included. */
      groupingCurrent: boolean;
    }
  | { kind: 'refused'; code: string; reason: string }
  /** The library has the content under another name. */
  | { kind: 'duplicate'; reason: string }
  /** The library has the text from a file of a better format. */
  | { kind: 'other_format'; reason: string }
  /** A defect of the indexer or of a service: tried again with the next run. */
  | { kind: 'failed'; reason: string; cause: unknown };

/** They concern every file: the run ends. */
const FATAL: ReadonlySet<string> = new Set([
  'cancelled',
  'unavailable',
  'deadline_exceeded',
  'permission_denied',
  'failed_precondition',
  'resource_exhausted',
]);

/**
 * Indexes one file; a refusal is recorded, so that the file is left alone until it changes.
 * @param others files that may hold the same text: with a better one this file is left out, and this file takes the
 *   place of a worse one
 * @param catalogue metadata in the place of the file's own
 * @throws LibTrailsError if a service is gone or refuses everything, or the work was stopped
 */
export async function indexFile(
  path: string,
  source: Source,
  tools: IndexTools,
  others: OtherFormats = NO_OTHERS,
  catalogue?: CatalogueEntry,
): Promise<FileOutcome> {
  try {
    const better = await sameTextIn(path, others.better, tools);
    if (better !== undefined) {
      const reason = `The text of "${better.fileName}" in another format`;
      await tools.ingest.refuse(source, OTHER_FORMAT, reason);
      return { kind: 'other_format', reason };
    }
    const worse = await sameTextIn(path, others.worse, tools);
    const finished = withCatalogue(await finishBook(path, tools), catalogue);
    tools.onProgress('storing', finished.words, finished.words);
    const parts = bookParts(finished, source, tools.fingerprint, {
      takesOver: worse?.fileName ?? '',
      catalogue,
    });
    const { outcome, groupingCurrent } = await tools.ingest.putBook(parts, tools.signal);
    const passages = finished.chunks.filter(({ vector }) => vector !== undefined).length;
    if (outcome !== 'created' && outcome !== 'replaced' && outcome !== 'unchanged') {
      throw new LibTrailsError('internal', `The library answered "${outcome}"`);
    }
    const { book, words } = finished;
    const remarks = readingRemarks(book);
    return { kind: outcome, title: book.title, passages, words, groupingCurrent, remarks };
  } catch (error) {
    return outcomeOf(error, source, tools);
  }
}

/** Topics come from the text: metadata that change later need not change them. */
function withCatalogue(finished: IndexedBook, catalogue: CatalogueEntry | undefined): IndexedBook {
  if (catalogue === undefined) return finished;
  const { metadata } = catalogue;
  const language = metadata.language || finished.book.language;
  return { ...finished, book: { ...finished.book, ...metadata, language } };
}

async function outcomeOf(error: unknown, source: Source, tools: IndexTools): Promise<FileOutcome> {
  tools.signal.throwIfAborted();
  if (error instanceof BookFileError) return refuse(source, error.code, error.message, tools);
  const known = toLibTrailsError(error);
  if (FATAL.has(known.code)) throw known;
  if (known.code === 'too_large') return refuse(source, known.code, known.message, tools);
  if (known.code === 'already_exists') return { kind: 'duplicate', reason: known.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason, cause: error };
}

async function refuse(source: Source, code: string, reason: string, tools: IndexTools): Promise<FileOutcome> {
  await tools.ingest.refuse(source, code, reason);
  return { kind: 'refused', code, reason };
}
