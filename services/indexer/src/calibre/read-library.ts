/** Everything LibTrails takes from a Calibre library, read from metadata.db table by table. */
import { basename, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { readDatabase } from './database.ts';
import { CalibreError } from './errors.ts';
import { LIMITS, type Limits } from './limits.ts';

export interface CalibreBook {
  /** Calibre's number of the book, part of its folder's name and of links to it. */
  id: number;
  uuid: string;
  title: string;
  titleSort: string;
  authors: string[];
  authorSort: string;
  /** Empty and 0 if it is in no series. */
  series: string;
  seriesIndex: number;
  tags: string[];
  /** HTML. */
  comments: string;
  /** ISO 639-3, such as "eng", the main one first. */
  languages: string[];
  publisher: string;
  /** "isbn:9780140449266". */
  identifiers: string[];
  /** Half stars, 0..10; 0 if it is not rated. */
  rating: number;
  /** As Calibre writes times; the year 101 stands for none. */
  published: string;
  /** Its folder, relative to the library. */
  path: string;
  hasCover: boolean;
  /** `format` as Calibre has it ("EPUB"), `name` without extension. */
  formats: { format: string; name: string }[];
  /** Values of the chosen custom columns. */
  columns: string[];
  lastModified: string;
}

export interface CalibreLibrary {
  uuid: string;
  /** As Calibre names it in links: its folder's name with "_" for spaces. */
  name: string;
  books: CalibreBook[];
}

export interface CalibreOptions {
  /** Lookup names of the custom columns whose values count as tags, without "#". */
  columns?: readonly string[];
  /** The library's name, where its folder is mounted under another one. */
  name?: string | undefined;
}

/**
 * Reads the library in one transaction; nothing is written.
 * @throws CalibreError if there is none, or if it is not as Calibre makes it
 */
export async function readLibrary(
  folder: string,
  options: CalibreOptions = {},
  limits: Limits = LIMITS,
): Promise<CalibreLibrary> {
  const name = (options.name || basename(resolve(folder))).replaceAll(' ', '_');
  return readDatabase(folder, (db) => {
    const tables = new Tables(db, folder, limits);
    const uuid = text([...tables.rows('library_id', ['uuid'])][0]?.uuid);
    if (uuid === '') throw new CalibreError(`The Calibre library in ${folder} has no id.`);
    return { uuid, name, books: readBooks(tables, options.columns ?? []) };
  });
}

function readBooks(tables: Tables, columns: readonly string[]): CalibreBook[] {
  const authors = tables.linked('authors', 'author', 'name');
  const tags = tables.linked('tags', 'tag', 'name');
  const publishers = tables.linked('publishers', 'publisher', 'name');
  const series = tables.linked('series', 'series', 'name');
  const ratings = tables.linked('ratings', 'rating', 'rating');
  const languages = tables.linked('languages', 'lang_code', 'lang_code', 'item_order');
  const comments = tables.grouped('comments', ['text'], ({ text: html }) => text(html, LIMITS.comments));
  const identifiers = tables.grouped(
    'identifiers',
    ['type', 'val'],
    ({ type, val }) => `${text(type)}:${text(val)}`,
  );
  const formats = tables.grouped('data', ['format', 'name'], ({ format, name }) => ({
    format: text(format),
    name: text(name),
  }));
  const custom = tables.customColumns(columns);
  const books: CalibreBook[] = [];
  const fields = [
    'id',
    'uuid',
    'title',
    'sort',
    'author_sort',
    'series_index',
    'pubdate',
    'path',
    'has_cover',
  ];
  for (const row of tables.rows('books', [...fields, 'last_modified'])) {
    const id = Number(row.id);
    const uuid = text(row.uuid);
    if (uuid === '') continue;
    if (books.length >= tables.limits.books) throw tables.tooMany('books');
    const inSeries = text(series(id)[0]);
    books.push({
      id,
      uuid,
      title: text(row.title),
      titleSort: text(row.sort),
      // A comma divides authors in Calibre; one within a name is kept as "|".
      authors: authors(id).map((name) => text(name).replaceAll('|', ',')),
      authorSort: text(row.author_sort).replaceAll('|', ','),
      series: inSeries,
      seriesIndex: inSeries === '' ? 0 : Number(row.series_index) || 0,
      tags: tags(id).map((tag) => text(tag)),
      comments: comments(id)[0] ?? '',
      languages: languages(id).map((code) => text(code)),
      publisher: text(publishers(id)[0]),
      identifiers: identifiers(id),
      rating: Math.min(10, Math.max(0, Number(ratings(id)[0]) || 0)),
      published: text(row.pubdate),
      path: text(row.path, 4 * LIMITS.line),
      hasCover: Boolean(row.has_cover),
      formats: formats(id),
      columns: custom.flatMap((column) => column(id)),
      lastModified: text(row.last_modified),
    });
  }
  return books;
}

type Row = Record<string, unknown>;
type ByBook<T> = (book: number) => T[];

/** Plain scans of ordinary tables: what a hostile file may define beside them (views, computed columns) is not used. */
class Tables {
  readonly #db: Database.Database;
  readonly #folder: string;
  readonly limits: Limits;
  readonly #endsAt: number;

  constructor(db: Database.Database, folder: string, limits: Limits) {
    this.#db = db;
    this.#folder = folder;
    this.limits = limits;
    this.#endsAt = performance.now() + limits.readMs;
  }

  /** Columns of all rows, in the order in which they were written. */
  *rows(table: string, columns: readonly string[]): Generator<Row, undefined> {
    this.#check(table, columns);
    // Long texts are cut by SQLite, before they become strings here.
    const cut = columns.map((column) => `substr("${column}", 1, ${LIMITS.comments}) AS "${column}"`);
    const statement = this.#db.prepare<[], Row>(`SELECT ${cut.join(', ')} FROM "${table}" ORDER BY rowid`);
    let rows = 0;
    for (const row of statement.iterate()) {
      if (++rows > this.limits.rows) throw this.tooMany(`rows in ${table}`);
      if (performance.now() > this.#endsAt) throw this.tooMany('data to be read in five seconds');
      yield row;
    }
  }

  /** What the rows of a table say of each book; at most `LIMITS.values` a book. */
  grouped<T>(table: string, columns: readonly string[], value: (row: Row) => T): ByBook<T> {
    const byBook = new Map<number, T[]>();
    for (const row of this.rows(table, ['book', ...columns])) {
      const list = byBook.get(Number(row.book)) ?? [];
      if (list.length < LIMITS.values) list.push(value(row));
      byBook.set(Number(row.book), list);
    }
    return (book) => byBook.get(book) ?? [];
  }

  /** Values that books share, such as authors: the table `name` and books_`name`_link, in the order of the links. */
  linked(name: string, key: string, column: string, order?: string): ByBook<unknown> {
    return this.#through(name, `books_${name}_link`, key, column, order);
  }

  #through(table: string, link: string, key: string, column: string, order?: string): ByBook<unknown> {
    const values = new Map<number, unknown>();
    for (const row of this.rows(table, ['id', column])) values.set(Number(row.id), row[column]);
    const pairs = this.grouped(link, order === undefined ? [key] : [key, order], (row) => ({
      value: values.get(Number(row[key])),
      order: order === undefined ? 0 : Number(row[order]),
    }));
    return (book) =>
      pairs(book)
        .sort((a, b) => a.order - b.order)
        .flatMap(({ value }) => (value === undefined || value === null ? [] : [value]));
  }

  /** The values of custom columns, by their lookup names. */
  customColumns(names: readonly string[]): ByBook<string>[] {
    if (names.length === 0) return [];
    const wanted = new Set(names.map((name) => name.replace(/^#/, '').toLowerCase()));
    const found: ByBook<string>[] = [];
    for (const { id, label, normalized, mark_for_delete: gone } of [
      ...this.rows('custom_columns', ['id', 'label', 'normalized', 'mark_for_delete']),
    ]) {
      if (!wanted.has(text(label).toLowerCase()) || Number(gone) === 1) continue;
      const table = `custom_column_${Number(id)}`;
      const values: ByBook<unknown> =
        Number(normalized) === 1
          ? this.#through(table, `books_${table}_link`, 'value', 'value')
          : this.grouped(table, ['value'], ({ value }) => value);
      found.push((book) =>
        values(book)
          .map((value) => text(value))
          .filter((value) => value !== ''),
      );
    }
    return found;
  }

  /** Refuses a table that is none, and columns that are computed. */
  #check(table: string, columns: readonly string[]): void {
    const kind = this.#db
      .prepare<[string], { type: string; sql: string }>('SELECT type, sql FROM sqlite_master WHERE name = ?')
      .get(table);
    const info = this.#db.prepare<[string], { name: string; hidden: number }>(
      'SELECT name, hidden FROM pragma_table_xinfo(?)',
    );
    const plain = new Set(info.all(table).flatMap(({ name, hidden }) => (hidden === 0 ? [name] : [])));
    const ordinary = kind?.type === 'table' && /^CREATE TABLE/i.test(kind.sql);
    if (ordinary && columns.every((column) => plain.has(column))) return;
    throw new CalibreError(
      `The database in ${this.#folder} is not one of Calibre: its table ${table} is missing or different.`,
    );
  }

  tooMany(what: string): CalibreError {
    return new CalibreError(`The Calibre library in ${this.#folder} has too many ${what}.`);
  }
}

/** A value as text of one bounded length; a blob is none. */
function text(value: unknown, limit: number = LIMITS.line): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, limit) : '';
}
