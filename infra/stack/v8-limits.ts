/** Limits of V8's heap under which the services are measured: those of the container images. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatOfName } from '@libtrails/common/book-formats';
import { libraryPath } from '@libtrails/retrieval/store/sqlite/open';

/** Node's options of each service as the Dockerfile gives them; a test compares the two. */
export const V8_LIMITS = {
  embedding: ['--max-semi-space-size=1'],
  retrieval: ['--max-semi-space-size=8', '--max-old-space-size=128', '--heap-growing-percent=100'],
  indexer: ['--max-semi-space-size=2'],
  web: ['--max-old-space-size=64', '--max-semi-space-size=1'],
} as const;

/** A library of about 200 books, which the limits are made for, in bytes: twice the file of 100 classics. */
const SMALL_LIBRARY_BYTES = 512 * 1024 * 1024;
const SMALL_FOLDER_BOOKS = 200;

/**
 * Returns the options for the services of this library: the limits where it is small, none where it is larger or
 * where NODE_OPTIONS sets a limit already.
 * @param data folder of the library file; it may be empty
 * @param books folder with book files
 */
export function v8Options(data: string, books: string): Record<keyof typeof V8_LIMITS, readonly string[]> {
  const isSet = /--max-(old-space|semi-space)-size/.test(process.env.NODE_OPTIONS ?? '');
  if (!isSet && isSmall(data, books)) return V8_LIMITS;
  return { embedding: V8_LIMITS.embedding, retrieval: [], indexer: [], web: [] };
}

function isSmall(data: string, books: string): boolean {
  const bytes = statSync(libraryPath(data), { throwIfNoEntry: false })?.size ?? 0;
  return bytes <= SMALL_LIBRARY_BYTES && countBooks(books, SMALL_FOLDER_BOOKS + 1) <= SMALL_FOLDER_BOOKS;
}

/** Book files below a folder, at most `most`; what cannot be read counts as nothing. */
function countBooks(folder: string, most: number): number {
  let found = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && found < most; next = waiting.pop()) {
    let entries: ReturnType<typeof entriesOf>;
    try {
      entries = entriesOf(next);
    } catch {
      continue;
    }
    for (const entry of entries) {
      if (entry.isDirectory()) waiting.push(join(next, entry.name));
      else if (formatOfName(entry.name) !== undefined) found++;
    }
  }
  return Math.min(found, most);
}

const entriesOf = (folder: string) => readdirSync(folder, { withFileTypes: true });
