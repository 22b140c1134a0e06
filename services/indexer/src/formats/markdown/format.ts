/** Markdown (CommonMark, with tables and strikethrough). */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { EPUB_ERRORS } from '../epub/errors.ts';
import { TEXT_ERRORS } from '../text/text-limits.ts';

const info = BOOK_FORMATS.find(({ id }) => id === 'markdown')!;

export const markdown: BookFormat = {
  ...info,
  version: 'markdown-v1',
  limits: { heapMib: 256, cpuSeconds: 120, seconds: 600 },
  // It is read as HTML, and that as a chapter of an EPUB.
  errors: { ...EPUB_ERRORS, ...TEXT_ERRORS },
  read: async (path, name) => (await import('./parse.ts')).parseMarkdown(path, name),
};
