/**
 * The formats that can be read. A new one is a file that exports a `BookFormat`, a line in `FORMATS`, and its
 * description in services/common/src/book-formats.ts, which uploads and the pages go by.
 */
import { open } from 'node:fs/promises';
import { formatOfContent, formatOfName, SNIFFED_BYTES } from '@libtrails/common/book-formats';
import type { BookFormat } from './book-format.ts';
import { epub } from './epub/format.ts';
import { BOOK_FILE_ERRORS, BookFileError } from './errors.ts';
import { fb2 } from './fb2/format.ts';
import { html } from './html/format.ts';
import { markdown } from './markdown/format.ts';
import { azw3, mobi } from './mobi/format.ts';
import { docx, odt } from './office/format.ts';
import { pdf } from './pdf/format.ts';
import { txt } from './txt/format.ts';

export const FORMATS: BookFormat[] = [epub, azw3, mobi, fb2, docx, odt, pdf, html, markdown, txt];

const byId = (id: string | undefined) => FORMATS.find((format) => format.id === id);

/** The format that a file's name says; undefined if it is none of a book. */
export function formatByName(fileName: string): BookFormat | undefined {
  return byId(formatOfName(fileName)?.id);
}

/** The format that a file's content says; where it can be several, the one of its name. Undefined if it is none. */
export async function sniffFormat(path: string, name: string): Promise<BookFormat | undefined> {
  return byId(formatOfContent(await headOf(path), name)?.id);
}

/**
 * The format that a file has by its content, or else by its name: that reader then says what is wrong with it.
 * @throws BookFileError empty, not_a_book; errors of the file system as they come
 */
export async function formatOfFile(path: string, name: string): Promise<BookFormat> {
  const head = await headOf(path);
  if (head.length === 0) throw new BookFileError('empty');
  const format = byId(formatOfContent(head, name)?.id) ?? formatByName(name);
  if (format === undefined) throw new BookFileError('not_a_book');
  return format;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Sentences by code, of all formats and of each. */
const reasons = (): Readonly<Record<string, string>>[] => [
  BOOK_FILE_ERRORS,
  ...FORMATS.map(({ errors }) => errors),
];

/** All codes that a refused file may have. */
export function refusalCodes(): string[] {
  return [...new Set(reasons().flatMap((table) => Object.keys(table)))];
}

/** The sentence for the code of a refusal that was stored before. */
export function reasonOf(code: string): string {
  return reasons().find((table) => Object.hasOwn(table, code))?.[code] ?? 'Refused before.';
}
