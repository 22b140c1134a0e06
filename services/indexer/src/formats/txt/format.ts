/** Plain text. */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { TEXT_ERRORS } from '../text/text-limits.ts';

const info = BOOK_FORMATS.find(({ id }) => id === 'txt')!;

export const txt: BookFormat = {
  ...info,
  version: 'txt-v1',
  limits: { heapMib: 256, cpuSeconds: 60, seconds: 600 },
  errors: TEXT_ERRORS,
  read: async (path, name) => (await import('./parse.ts')).parseTxt(path, name),
};
