/** The books that the kill test writes: a few files whose content changes with every version. */

import type { FinishedBook } from '../finished-book.ts';
import { finishedBook } from './book.test-support.ts';

const FILES = 4;

/** Large enough that its transaction takes some time. */
const CHUNKS = 40;

export function fileOf(version: number): string {
  return `book-${version % FILES}.epub`;
}

/** Every chunk of a version names it. */
export function versionOf(version: number): FinishedBook {
  return finishedBook({
    fileName: fileOf(version),
    edition: version,
    chunks: Array.from({ length: CHUNKS }, (_, i) => ({
      text: `version ${version} chunk ${i}`,
      topics: [`topic ${(version + i) % 50}`, `topic of ${version}`],
    })),
    phrases: [`phrase of ${version}`],
  });
}
