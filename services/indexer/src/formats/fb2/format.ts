/** FictionBook 2, as a file or in a ZIP archive. */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { FB2_ERRORS } from './errors.ts';

const info = BOOK_FORMATS.find(({ id }) => id === 'fb2')!;

export const fb2: BookFormat = {
  ...info,
  version: 'fb2-v1',
  limits: { heapMib: 320, cpuSeconds: 120, seconds: 900 },
  errors: FB2_ERRORS,
  read: async (path, name) => (await import('./parse.ts')).parseFb2(path, name),
};
