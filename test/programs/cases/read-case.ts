/** A file that is read as a book: what its text and metadata must be, or why it must be refused. */
import { basename, join } from 'node:path';
import type { ParsedBook } from '@libtrails/indexer/book';
import { BookFileError } from '@libtrails/indexer/formats/errors';
import { formatOfFile } from '@libtrails/indexer/formats/registry';
import { type Case, type Differences, differs } from './expectation.ts';

export interface ReadExpectation {
  /** Pieces of the text of all sections. */
  contains?: string[];
  notContains?: string[];
  /** Pieces of the text of sections of the kind "body". */
  searchable?: string[];
  notSearchable?: string[];
  /** Pieces in this order. */
  order?: string[];
  title?: string;
  authors?: string[];
  language?: string;
  year?: number;
  series?: string;
  seriesIndex?: number;
  description?: string;
  cover?: boolean;
  sectionTitles?: string[];
  /** Code of the refusal. */
  refused?: string;
  maxMs?: number;
}

const FIELDS = ['title', 'authors', 'language', 'year', 'series', 'seriesIndex', 'description'] as const;

export async function runReadCase({ folder, expected }: Case, file: string): Promise<Differences> {
  const wanted = expected as ReadExpectation;
  const path = join(folder, file);
  const startedAt = performance.now();
  let book: ParsedBook;
  try {
    const format = await formatOfFile(path, basename(path));
    book = await format.read(path, basename(path));
  } catch (error) {
    if (!(error instanceof BookFileError)) return [`failed: ${(error as Error).stack}`];
    return wanted.refused === error.code ? [] : [`refused: ${error.code} (${error.detail})`];
  }
  const ms = Math.round(performance.now() - startedAt);
  return [
    ...(wanted.refused === undefined ? [] : [`read, but it must be refused: ${wanted.refused}`]),
    ...(wanted.maxMs !== undefined && ms > wanted.maxMs ? [`took ${ms} ms`] : []),
    ...textDifferences(book, wanted),
    ...FIELDS.flatMap((f) => (wanted[f] === undefined ? [] : differs(f, book[f], wanted[f]))),
    ...(wanted.cover === undefined ? [] : differs('cover', book.cover !== undefined, wanted.cover)),
    ...(wanted.sectionTitles === undefined
      ? []
      : differs(
          'sectionTitles',
          book.sections.map(({ title }) => title),
          wanted.sectionTitles,
        )),
  ];
}

function textDifferences({ sections }: ParsedBook, wanted: ReadExpectation): Differences {
  const textOf = (parts: ParsedBook['sections']) =>
    parts.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n');
  const all = textOf(sections);
  const body = textOf(sections.filter(({ kind }) => kind === 'body'));
  const lacks = (pieces: string[] | undefined, text: string, what: string) =>
    (pieces ?? []).filter((piece) => !text.includes(piece)).map((piece) => `${what} lacks "${piece}"`);
  const holds = (pieces: string[] | undefined, text: string, what: string) =>
    (pieces ?? []).filter((piece) => text.includes(piece)).map((piece) => `${what} holds "${piece}"`);
  const order = wanted.order ?? [];
  let at = 0;
  const outOfOrder = order.filter((piece) => {
    const found = all.indexOf(piece, at);
    at = Math.max(at, found);
    return found === -1;
  });
  return [
    ...lacks(wanted.contains, all, 'text'),
    ...holds(wanted.notContains, all, 'text'),
    ...lacks(wanted.searchable, body, 'searchable text'),
    ...holds(wanted.notSearchable, body, 'searchable text'),
    ...outOfOrder.map((piece) => `"${piece}" is not where it should stand`),
  ];
}
