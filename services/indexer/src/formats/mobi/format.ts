/** AZW3 (KF8) and the older MOBI: one reader, two names. */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { MOBI_ERRORS } from './errors.ts';

const common = {
  version: 'mobi-v1',
  limits: { heapMib: 256, cpuSeconds: 120, seconds: 900 },
  errors: MOBI_ERRORS,
  read: async (path: string, name: string) => (await import('./parse.ts')).parseMobi(path, name),
};

const format = (id: string): BookFormat => ({ ...BOOK_FORMATS.find((info) => info.id === id)!, ...common });

export const azw3 = format('azw3');
export const mobi = format('mobi');
