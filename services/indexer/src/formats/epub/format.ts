/** EPUB 2 and 3. */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { EPUB_ERRORS } from './errors.ts';
import { EPUB_LIMITS } from './limits.ts';

const info = BOOK_FORMATS.find(({ id }) => id === 'epub')!;

export const epub: BookFormat = {
  ...info,
  version: 'parser-v2',
  /** The largest book of the test library takes 90 MiB and 2 s. */
  limits: { heapMib: 256, cpuSeconds: 120, seconds: 900 },
  errors: EPUB_ERRORS,
  // Loaded where files are read only: the worker stays small.
  read: async (path, name) => (await import('./parse.ts')).parseEpub(path, EPUB_LIMITS, name),
};
