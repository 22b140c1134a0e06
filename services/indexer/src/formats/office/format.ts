/** DOCX and ODT. */
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from '../book-format.ts';
import { OFFICE_ERRORS } from './errors.ts';

const common = {
  version: 'office-v1',
  limits: { heapMib: 400, cpuSeconds: 120, seconds: 600 },
  errors: OFFICE_ERRORS,
};
const infoOf = (id: string) => BOOK_FORMATS.find((info) => info.id === id)!;

export const docx: BookFormat = {
  ...infoOf('docx'),
  ...common,
  read: async (path, name) => (await import('./parse.ts')).parseDocx(path, name),
};

export const odt: BookFormat = {
  ...infoOf('odt'),
  ...common,
  read: async (path, name) => (await import('./parse.ts')).parseOdt(path, name),
};
