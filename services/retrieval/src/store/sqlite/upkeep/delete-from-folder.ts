/** Takes a book out of a library by hand. */
import { LibTrailsError } from '@libtrails/common/errors';
import { isFolderInUse, lockFolder } from '../folder-lock.ts';
import { migrate } from '../migrate.ts';
import { libraryPath, openReader, openWriter } from '../open.ts';
import { Statements } from '../statements.ts';
import { storageError } from '../storage-error.ts';
import { deleteBook } from '../write/delete-book.ts';
import { WriteSession } from '../write/session.ts';
import { requireLibrary, requireSchema } from './report.ts';

export interface NamedBook {
  id: number;
  title: string;
  fileName: string;
}

/**
 * The one book with this id, file name or title.
 * @throws LibTrailsError not_found; invalid_argument if several have it
 */
export function findBook(folder: string, name: string): NamedBook {
  const path = requireLibrary(folder);
  const db = openReader(folder);
  try {
    requireSchema(db, path);
    const found = new Statements(db).get<NamedBook>('books-named').all({ name });
    const [book, another] = found;
    if (book === undefined) {
      throw new LibTrailsError('not_found', `There is no book "${name}": give its id, file name or title.`);
    }
    if (another !== undefined) {
      const list = found.map(({ id, fileName }) => `${id} (${fileName})`).join(', ');
      throw new LibTrailsError(
        'invalid_argument',
        `Several books are called "${name}": ${list}. Give the id.`,
      );
    }
    return book;
  } catch (error) {
    throw storageError(error, path);
  } finally {
    db.close();
  }
}

/**
 * Deletes the book if no service is using the folder; false if one is, which must do it then.
 * @throws LibTrailsError not_found, data_loss
 */
export function deleteFromFolder(folder: string, bookId: number): boolean {
  if (isFolderInUse(folder)) return false;
  const unlock = lockFolder(folder);
  try {
    const db = openWriter(folder);
    try {
      migrate(db);
      deleteBook(new WriteSession(db), bookId);
      return true;
    } finally {
      db.close();
    }
  } catch (error) {
    throw storageError(error, libraryPath(folder));
  } finally {
    unlock();
  }
}
