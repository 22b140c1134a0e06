/** Rows of the library as the contract's messages, many ids at once. */

import type { Book__Out as Book } from '@libtrails/proto/types/library/v1/Book';
import type { Domain__Out as Domain } from '@libtrails/proto/types/library/v1/Domain';
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { SectionRef__Out as SectionRef } from '@libtrails/proto/types/library/v1/SectionRef';
import type { Theme__Out as Theme } from '@libtrails/proto/types/library/v1/Theme';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { SectionKind } from '@libtrails/proto/values';
import { openingOf } from '../../../words/opening.ts';
import { printedPages, readPages } from '../../../words/printed-pages.ts';
import type { Library } from '../library.ts';
import type { QueryName } from '../queries/queries.ts';

interface BookRow {
  id: number;
  title: string;
  subtitle: string;
  authors: string;
  fileName: string;
  language: string;
  year: number;
  words: number;
  cover: string;
  subjects: string;
  series: string;
  seriesIndex: number;
  coverColor: string;
  coverWidth: number;
  coverHeight: number;
}

interface PassageRow {
  id: number;
  bookId: number;
  sectionIndex: number;
  sectionTitle: string;
  sectionKind: SectionKind;
  /** Of the section. */
  pages: string;
  start: number;
  stop: number;
  text: string;
  position: number;
}

export interface ThemeRow {
  id: number;
  label: string;
  subtitle: string;
  topics: number;
  passages: number;
  books: number;
  domainId: number;
  domainLabel: string;
}

type Reader = Pick<Library, 'statement'>;

/** Books by id; ids that are not there are left out. */
export function booksById(library: Reader, ids: readonly number[]): Map<number, Book> {
  return new Map(rowsById<BookRow>(library, 'books-by-id', ids).map((row) => [row.id, toBook(row)]));
}

export function toBook({ authors, subjects, ...rest }: BookRow): Book {
  return {
    ...rest,
    authors: JSON.parse(authors) as string[],
    subjects: JSON.parse(subjects) as string[],
  };
}

/** Passages with their text, without highlights. */
export function passagesById(library: Reader, ids: readonly number[]): Map<number, Passage> {
  return new Map(rowsById<PassageRow>(library, 'passages-by-id', ids).map((row) => [row.id, toPassage(row)]));
}

export function toPassage(row: PassageRow): Passage {
  const { id, bookId, start, text, position } = row;
  return {
    id,
    bookId,
    section: sectionOf(row),
    start,
    end: row.stop,
    text,
    highlights: [],
    position,
    opening: openingOf(text),
    sentences: [],
    ...printedPages(readPages(row.pages), start, row.stop),
  };
}

function sectionOf(row: PassageRow): SectionRef {
  return { index: row.sectionIndex, title: row.sectionTitle, kind: row.sectionKind };
}

/** Topics as a reader sees them: the id of a merged topic gives the topic it was merged into. */
export function topicsById(library: Reader, ids: readonly number[]): Map<number, Topic> {
  const rows = rowsById<Topic & { asked: number }>(library, 'topics-by-id', ids);
  return new Map(rows.map(({ asked, ...topic }) => [asked, topic]));
}

export function themesById(library: Reader, ids: readonly number[]): Map<number, Theme> {
  return new Map(rowsById<ThemeRow>(library, 'themes-by-id', ids).map((row) => [row.id, toTheme(row)]));
}

export function toTheme({ domainId, domainLabel, ...rest }: ThemeRow): Theme {
  return { ...rest, domain: { id: domainId, label: domainLabel } };
}

/** Domains with their counts and shares; there are few, so all of them are read. */
export function domainsById(library: Reader, ids: readonly number[]): Map<number, Domain> {
  const wanted = new Set(ids);
  const rows = library.statement<Domain>('domains-list').all();
  return new Map(rows.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]));
}

export function phraseLabels(library: Reader, ids: readonly number[]): Map<number, string> {
  if (ids.length === 0) return new Map();
  return new Map(
    library.statement<[number, string]>('search-phrase-labels', 'array').all(JSON.stringify(ids)),
  );
}

/** Runs a query that takes its ids as one JSON array. */
function rowsById<Row>(library: Reader, query: QueryName, ids: readonly number[]): Row[] {
  return ids.length === 0 ? [] : library.statement<Row>(query).all(JSON.stringify(ids));
}
