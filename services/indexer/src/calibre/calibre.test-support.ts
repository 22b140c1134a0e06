/** A small library as Calibre lays it out: the tables that are read, and files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';

/** Tables of Calibre's with the columns that matter here. */
const SCHEMA = `
  CREATE TABLE library_id (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL);
  CREATE TABLE books (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, sort TEXT, author_sort TEXT, series_index REAL DEFAULT 1.0,
    pubdate TIMESTAMP, path TEXT DEFAULT '', uuid TEXT, has_cover BOOL DEFAULT 0, last_modified TIMESTAMP
  );
  CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE books_authors_link (id INTEGER PRIMARY KEY, book INTEGER, author INTEGER);
  CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE books_tags_link (id INTEGER PRIMARY KEY, book INTEGER, tag INTEGER);
  CREATE TABLE publishers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE books_publishers_link (id INTEGER PRIMARY KEY, book INTEGER, publisher INTEGER);
  CREATE TABLE series (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE books_series_link (id INTEGER PRIMARY KEY, book INTEGER, series INTEGER);
  CREATE TABLE ratings (id INTEGER PRIMARY KEY, rating INTEGER);
  CREATE TABLE books_ratings_link (id INTEGER PRIMARY KEY, book INTEGER, rating INTEGER);
  CREATE TABLE languages (id INTEGER PRIMARY KEY, lang_code TEXT NOT NULL);
  CREATE TABLE books_languages_link (id INTEGER PRIMARY KEY, book INTEGER, lang_code INTEGER, item_order INTEGER DEFAULT 0);
  CREATE TABLE comments (id INTEGER PRIMARY KEY, book INTEGER, text TEXT NOT NULL);
  CREATE TABLE identifiers (id INTEGER PRIMARY KEY, book INTEGER, type TEXT, val TEXT);
  CREATE TABLE data (id INTEGER PRIMARY KEY, book INTEGER, format TEXT, name TEXT);
  CREATE TABLE custom_columns (
    id INTEGER PRIMARY KEY, label TEXT, normalized BOOL, mark_for_delete BOOL DEFAULT 0
  );
`;

export interface TestBook {
  uuid: string;
  title: string;
  authors?: string[];
  tags?: string[];
  series?: string;
  seriesIndex?: number;
  comments?: string;
  publisher?: string;
  languages?: string[];
  identifiers?: Record<string, string>;
  rating?: number;
  pubdate?: string;
  path?: string;
  /** Content of each file by its format. */
  files?: Record<string, string | Buffer>;
}

const LINKS = {
  authors: ['author', 'name'],
  tags: ['tag', 'name'],
  publishers: ['publisher', 'name'],
  series: ['series', 'name'],
  ratings: ['rating', 'rating'],
  languages: ['lang_code', 'lang_code'],
} as const;

export class TestLibrary {
  readonly folder: string;
  readonly db: Database.Database;

  constructor(folder: string, uuid = 'library-1') {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.db = new Database(join(folder, 'metadata.db'));
    // Durability is not what is tested, and costs a disk write a row.
    this.db.pragma('synchronous = OFF');
    this.db.exec(SCHEMA);
    this.db.prepare('INSERT INTO library_id (uuid) VALUES (?)').run(uuid);
  }

  /** Adds a book with its files; returns its id. */
  add(book: TestBook): number {
    const { uuid, title, authors = ['Ann Author'], pubdate = '1851-01-01', seriesIndex = 1 } = book;
    const insert = this.db.prepare(
      'INSERT INTO books (uuid, title, sort, author_sort, series_index, pubdate) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const id = Number(insert.run(uuid, title, title, authors[0], seriesIndex, pubdate).lastInsertRowid);
    const path = book.path ?? `${authors[0]}/${title} (${id})`;
    this.db.prepare('UPDATE books SET path = ? WHERE id = ?').run(path, id);
    this.#link(id, 'authors', authors);
    this.#link(id, 'tags', book.tags ?? []);
    this.#link(id, 'publishers', book.publisher === undefined ? [] : [book.publisher]);
    this.#link(id, 'series', book.series === undefined ? [] : [book.series]);
    this.#link(id, 'ratings', book.rating === undefined ? [] : [book.rating]);
    this.#link(id, 'languages', book.languages ?? ['eng']);
    if (book.comments !== undefined)
      this.db.prepare('INSERT INTO comments (book, text) VALUES (?, ?)').run(id, book.comments);
    for (const [type, val] of Object.entries(book.identifiers ?? {})) {
      this.db.prepare('INSERT INTO identifiers (book, type, val) VALUES (?, ?, ?)').run(id, type, val);
    }
    for (const [format, content] of Object.entries(book.files ?? {})) this.addFile(id, format, content);
    return id;
  }

  addFile(id: number, format: string, content: string | Buffer): string {
    const { path, title } = this.db.prepare('SELECT path, title FROM books WHERE id = ?').get(id) as {
      path: string;
      title: string;
    };
    this.db.prepare('INSERT INTO data (book, format, name) VALUES (?, ?, ?)').run(id, format, title);
    const file = join(this.folder, path, `${title}.${format.toLowerCase()}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  #link(book: number, table: keyof typeof LINKS, values: readonly (string | number)[]): void {
    const [key, column] = LINKS[table];
    for (const value of values) {
      const stored = this.db.prepare(`INSERT INTO ${table} (${column}) VALUES (?)`).run(value);
      this.db
        .prepare(`INSERT INTO books_${table}_link (book, ${key}) VALUES (?, ?)`)
        .run(book, stored.lastInsertRowid);
    }
  }
}
