/** One work in several formats: files of one folder with one name, whose texts are the same. */
import { isBetterFormat, workName } from '@libtrails/common/book-formats';
import type { ParsedBook } from '../book.ts';
import type { BookFile } from '../folder/walk-folder.ts';
import { BookFileError } from '../formats/errors.ts';
import type { FinishTools } from '../pipeline/finish-book.ts';
import { readBook } from '../pipeline/read-book.ts';
import { sharedText } from './shared-text.ts';

/**
 * Share of the text, in runs of four words, from which on two files hold one work. Formats of one file share .97 to
 * 1.0, two translations or a revised edition far less.
 */
const MIN_SHARED = 0.9;

/** Files that may hold the text of another one. */
export interface OtherFormats {
  /** Of better formats: in the library, or to be indexed in this run. */
  better: readonly BookFile[];
  /** Of worse formats, with a book in the library. */
  worse: readonly BookFile[];
}

export const NO_OTHERS: OtherFormats = { better: [], worse: [] };

/** Whether a file is of a worse format than one of these that may hold its text. */
export function worseThanOneOf(items: readonly { file: BookFile }[]): (item: { file: BookFile }) => boolean {
  const works = Map.groupBy(items, ({ file }) => workName(file.fileName));
  return ({ file: { fileName } }) =>
    works.get(workName(fileName))?.some(({ file }) => isBetterFormat(file.fileName, fileName)) ?? false;
}

/**
 * Notes for each file that is to be indexed which files beside it may hold its text.
 * @param books files whose books are in the library
 */
export function findOtherFormats(
  todo: readonly { file: BookFile; others: OtherFormats }[],
  books: readonly BookFile[],
): void {
  const workOf = ({ fileName }: BookFile) => workName(fileName);
  const isBetter = (a: BookFile, b: BookFile) => isBetterFormat(a.fileName, b.fileName);
  const stored = Map.groupBy(books, workOf);
  const coming = Map.groupBy(
    todo.map(({ file }) => file),
    workOf,
  );
  for (const item of todo) {
    const { file } = item;
    const inLibrary = stored.get(workOf(file)) ?? [];
    const together = [...inLibrary, ...(coming.get(workOf(file)) ?? [])];
    item.others = {
      better: together.filter((other) => isBetter(other, file)),
      worse: inLibrary.filter((other) => isBetter(file, other)),
    };
  }
}

/**
 * The first of these files that holds the same text, as both are read now. Names and metadata decide nothing: a file
 * may be called like another and hold a translation.
 * @throws BookFileError if the file itself is refused; LibTrailsError cancelled
 */
export async function sameTextIn(
  path: string,
  others: readonly BookFile[],
  tools: Pick<FinishTools, 'read' | 'signal'>,
): Promise<BookFile | undefined> {
  if (others.length === 0) return undefined;
  const { read = readBook, signal } = tools;
  const { book } = await read(path, signal);
  for (const other of others) {
    const found = await readIfPossible(other.path, tools);
    if (found !== undefined && sharedText(book, found) >= MIN_SHARED) return other;
  }
  return undefined;
}

/** Undefined if the file is no book, or is gone: then it is no other format of one. */
async function readIfPossible(
  path: string,
  { read = readBook, signal }: Pick<FinishTools, 'read' | 'signal'>,
): Promise<ParsedBook | undefined> {
  try {
    return (await read(path, signal)).book;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BookFileError || (error as NodeJS.ErrnoException).code !== undefined)
      return undefined;
    throw error;
  }
}
