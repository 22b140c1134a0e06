/** What must be done so that the library holds what Calibre's library holds. Pure. */
import type { Source } from '../ingest-client.ts';

/** A book of Calibre's library as it is now. */
export interface PresentBook {
  /** Name of its source: the identity, whatever its folder is called. */
  fileName: string;
  /** Of its metadata. */
  version: string;
  /** Of the file that is indexed; undefined if none is there. */
  file: { size: number; modifiedMs: number } | undefined;
  state: BookState;
}

export type BookState =
  /** Its file is new or changed. */
  | 'index'
  /** The library has this content. */
  | 'unchanged'
  /** Its file was refused, and is the same since. */
  | 'refused'
  /** Another file of the library has the same content. */
  | 'duplicate'
  /** It failed before and has not changed. */
  | 'failed'
  /** Its file may still be written. */
  | 'unsettled'
  /** Calibre lists a file that is not there: it is being moved, or its disk is away. */
  | 'missing'
  /** Calibre has no file of it in a format that is read. */
  | 'no_format';

export interface Changes {
  /** Files to be indexed, new or in the place of an earlier one, each with its metadata. */
  index: PresentBook[];
  /** Books whose metadata, or time of their file, are other than stored. */
  update: { book: PresentBook; known: Source }[];
  /** Books that are gone from Calibre, or have no file left that is read. */
  remove: Source[];
  /** The library is suddenly empty, which is rather an accident: `remove` is empty then. */
  suspicious: boolean;
}

/**
 * Compares by identity. A book that was retitled has another folder and the same identity, so a move is an update of
 * metadata; a file that can't be found now keeps its book.
 * @param known the sources of this Calibre library
 */
export function planChanges(known: readonly Source[], present: readonly PresentBook[]): Changes {
  const byName = new Map(present.map((book) => [book.fileName, book]));
  const stored = known.filter(({ bookId }) => bookId !== 0);
  const suspicious = present.length === 0 && stored.length > 0;
  const changes: Changes = { index: [], update: [], remove: [], suspicious };
  if (!suspicious) {
    changes.remove = stored.filter(({ fileName }) => {
      const book = byName.get(fileName);
      return book === undefined || book.state === 'no_format';
    });
  }
  const knownByName = new Map(stored.map((source) => [source.fileName, source]));
  for (const book of present) {
    if (book.state === 'index') changes.index.push(book);
    else {
      const source = knownByName.get(book.fileName);
      if (source !== undefined && book.state !== 'no_format' && isOther(source, book)) {
        changes.update.push({ book, known: source });
      }
    }
  }
  return changes;
}

function isOther(source: Source, { version, file, state }: PresentBook): boolean {
  if (source.catalogueVersion !== version) return true;
  return state === 'unchanged' && (source.size !== file?.size || source.modifiedMs !== file.modifiedMs);
}
