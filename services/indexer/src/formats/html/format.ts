/** One HTML or XHTML file. */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { EPUB_ERRORS } from '../epub/errors.ts';
import { TEXT_ERRORS } from '../text/text-limits.ts';

const info = BOOK_FORMATS.find(({ id }) => id === 'html')!;

export const html: BookFormat = {
  ...info,
  version: 'html-v1',
  limits: { heapMib: 256, cpuSeconds: 120, seconds: 600 },
  // Its text is read as that of a chapter of an EPUB.
  errors: { ...EPUB_ERRORS, ...TEXT_ERRORS },
  read: async (path, name) => (await import('./parse.ts')).parseHtml(path, name),
};
