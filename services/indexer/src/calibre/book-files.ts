/** Where the files of a Calibre book lie. Paths come from the database and are not trusted. */
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { BOOK_FORMATS, formatOfName } from '@libtrails/common/book-formats';
import type { CalibreBook } from './read-library.ts';

export interface CalibreFile {
  /** Without links, within the library's folder. */
  path: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modifiedMs: number;
}

/** The names of a book's files that can be read, the best format first. */
export function readableFiles({ formats }: Pick<CalibreBook, 'formats'>): string[] {
  return formats
    .flatMap(({ format, name }) => {
      const file = `${name}.${format.toLowerCase()}`;
      const info = formatOfName(file);
      return info === undefined || !isPlainName(file) ? [] : [{ file, rank: BOOK_FORMATS.indexOf(info) }];
    })
    .sort((a, b) => a.rank - b.rank || (a.file < b.file ? -1 : 1))
    .map(({ file }) => file);
}

/**
 * The first of the names that is a file of the book's folder; undefined if none is there, or if it lies outside the
 * library.
 * @param root the library's folder, without links
 */
export async function findFile(
  root: string,
  { path }: Pick<CalibreBook, 'path'>,
  names: readonly string[],
): Promise<CalibreFile | undefined> {
  if (path === '' || !path.split('/').every(isPlainName)) return undefined;
  for (const name of names) {
    try {
      const real = await realpath(join(root, path, name));
      if (!real.startsWith(root + sep)) continue;
      const stats = await stat(real);
      if (stats.isFile()) return { path: real, size: stats.size, modifiedMs: Math.trunc(stats.mtimeMs) };
    } catch (error) {
      // Not there (yet), a link in circles, not ours to read: the next format may do.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }
  return undefined;
}

/** The name of one entry of a folder, which can't lead out of it. */
function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}
