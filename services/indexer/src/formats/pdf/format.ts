/** PDF with a text layer. */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { PDF_ERRORS } from './errors.ts';

const info = BOOK_FORMATS.find(({ id }) => id === 'pdf')!;

export const pdf: BookFormat = {
  ...info,
  version: 'pdf-v1',
  limits: { heapMib: 256, cpuSeconds: 300, seconds: 900 },
  errors: PDF_ERRORS,
  // PDFium is loaded in the process that reads a PDF, and nowhere else.
  read: async (path, name) => (await import('./parse.ts')).parsePdf(path, name),
};
