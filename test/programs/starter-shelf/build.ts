/** Builds the starter shelf: `node test/programs/starter-shelf/build.ts [OUT_DIR]`. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BookSource, countWords, parseBook } from './book-source.ts';
import { drawCover } from './cover.ts';
import { makeEpub } from './epub.ts';

const BOOKS = join(import.meta.dirname, 'books');

/** The books of the shelf in the order of their file names. */
export async function readShelf(): Promise<BookSource[]> {
  const names = (await readdir(BOOKS)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) =>
      parseBook(name.slice(0, -'.md'.length), await readFile(join(BOOKS, name), 'utf8')),
    ),
  );
}

/** One EPUB file. */
export async function buildBook(book: BookSource): Promise<Buffer> {
  return makeEpub(book, await drawCover(book));
}

if (import.meta.main) {
  const out = resolve(process.argv[2] ?? join(import.meta.dirname, 'epub'));
  await mkdir(out, { recursive: true });
  for (const book of await readShelf()) {
    const epub = await buildBook(book);
    await writeFile(join(out, `${book.slug}.epub`), epub);
    console.log(`${book.slug}.epub  ${countWords(book)} words, ${Math.round(epub.length / 1024)} KB`);
  }
}
