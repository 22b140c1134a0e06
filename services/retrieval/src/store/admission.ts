/** Whether a book may enter, decided from its header: checked early by the API, and again within the transaction. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { SourceFile } from './finished-book.ts';

export interface SourceRow {
  fileName: string;
  contentHash: string;
  pipeline: string;
  bookId: number | null;
  refusedCode: string | null;
}

/** What the library knows of a file. */
export interface SourceFacts {
  source: SourceRow | undefined;
  /** Another file whose book has the same content. */
  sameContent: string | undefined;
}

/** What the decision needs to know of the library. */
export interface LibraryFacts extends SourceFacts {
  fingerprint: string | undefined;
}

export type Admission = { outcome: 'created' } | { outcome: 'replaced' | 'unchanged'; bookId: number };

/**
 * A file that is known with the same content and pipeline is unchanged; a known file with a book is replaced
 * and keeps its id; anything else is new.
 * @throws LibTrailsError failed_precondition if the library's vectors have another fingerprint;
 *   already_exists if another file of the library has the same content. A renamed file is that too, until
 *   the book of its old name is deleted.
 */
export function admit(source: SourceFile, fingerprint: string, facts: LibraryFacts): Admission {
  const known = facts.source;
  if (facts.fingerprint !== undefined && facts.fingerprint !== fingerprint) {
    throw new LibTrailsError(
      'failed_precondition',
      `The library's vectors were made with "${facts.fingerprint}", this book's with "${fingerprint}": they can't be compared. Run the embedding service with the same model and precision, or start with an empty data folder.`,
    );
  }
  if (
    known !== undefined &&
    known.bookId !== null &&
    known.refusedCode === null &&
    known.contentHash === source.contentHash &&
    known.pipeline === source.pipeline
  ) {
    return { outcome: 'unchanged', bookId: known.bookId };
  }
  if (facts.sameContent !== undefined) {
    throw new LibTrailsError(
      'already_exists',
      `"${source.fileName}" has the same content as "${facts.sameContent}", which is in the library. Remove one of the two; if it was renamed, delete the book of the old name first.`,
    );
  }
  return known === undefined || known.bookId === null
    ? { outcome: 'created' }
    : { outcome: 'replaced', bookId: known.bookId };
}
