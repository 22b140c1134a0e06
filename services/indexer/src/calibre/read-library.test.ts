import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { TestLibrary } from './calibre.test-support.ts';
import { LIMITS } from './limits.ts';
import { catalogueEntry } from './metadata.ts';
import { readLibrary } from './read-library.ts';

let dir: string;
let library: TestLibrary;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'calibre-'));
  library = new TestLibrary(join(dir, 'My Books'));
});
afterEach(() => {
  library.db.close();
  rmSync(dir, { recursive: true });
});

test('a book is read with all that Calibre knows of it', async () => {
  const id = library.add({
    uuid: 'book-1',
    title: 'The Whale',
    authors: ['Herman Melville', 'Smith| Jr.'],
    tags: ['Sea', 'Fiction'],
    series: 'Voyages',
    seriesIndex: 2.5,
    comments: '<p>A <b>whale</b>&#8217;s tale.</p><p>Second.</p><script>x()</script>',
    publisher: 'Harper',
    languages: ['eng', 'fra'],
    identifiers: { isbn: '9780140449266', goodreads: '1' },
    rating: 9,
    pubdate: '1851-10-18 00:00:00+00:00',
    files: { PDF: 'p', EPUB: 'e' },
  });
  const read = await readLibrary(library.folder);
  assert.deepEqual([read.uuid, read.name], ['library-1', 'My_Books']);
  const [book] = read.books;
  assert.deepEqual(book?.formats, [
    { format: 'PDF', name: 'The Whale' },
    { format: 'EPUB', name: 'The Whale' },
  ]);
  const { metadata, link, rating } = catalogueEntry(read, book!);
  assert.deepEqual(metadata, {
    title: 'The Whale',
    titleSort: 'The Whale',
    authors: ['Herman Melville', 'Smith, Jr.'],
    authorSort: 'Herman Melville',
    language: 'en',
    year: 1851,
    description: 'A whale’s tale.\n\nSecond.',
    subjects: ['Sea', 'Fiction'],
    publisher: 'Harper',
    identifiers: ['isbn:9780140449266', 'goodreads:1'],
    series: 'Voyages',
    seriesIndex: 2.5,
    subtitle: '',
  });
  assert.equal(rating, 4.5);
  assert.equal(link, `calibre://show-book/_hex_-${Buffer.from('My_Books').toString('hex')}/${id}`);
});

test('what Calibre does not know stays empty, and the version changes with the metadata alone', async () => {
  library.add({
    uuid: 'b',
    title: 'T',
    authors: ['Unknown'],
    languages: [],
    pubdate: '0101-01-01 00:00:00+00:00',
  });
  const version = async () => {
    const read = await readLibrary(library.folder);
    return catalogueEntry(read, read.books[0]!);
  };
  const first = await version();
  const { authors, language, year, series } = first.metadata;
  assert.deepEqual({ authors, language, year, series }, { authors: [], language: '', year: 0, series: '' });
  library.db.exec("UPDATE books SET last_modified = '2030-01-01', path = 'elsewhere'");
  assert.equal((await version()).version, first.version);
  library.db.exec("UPDATE books SET title = 'U'");
  assert.notEqual((await version()).version, first.version);
});

test('chosen custom columns of both kinds count as tags', async () => {
  library.add({ uuid: 'b', title: 'T', tags: ['One'] });
  library.db.exec(`
    INSERT INTO custom_columns (id, label, normalized) VALUES (1, 'shelf', 1), (2, 'mood', 0), (3, 'other', 0);
    CREATE TABLE custom_column_1 (id INTEGER PRIMARY KEY, value TEXT);
    CREATE TABLE books_custom_column_1_link (id INTEGER PRIMARY KEY, book INTEGER, value INTEGER);
    CREATE TABLE custom_column_2 (id INTEGER PRIMARY KEY, book INTEGER, value TEXT);
    INSERT INTO custom_column_1 VALUES (7, 'Top');
    INSERT INTO books_custom_column_1_link VALUES (1, 1, 7);
    INSERT INTO custom_column_2 VALUES (1, 1, 'calm');
  `);
  const read = await readLibrary(library.folder, { columns: ['#shelf', 'Mood', 'absent'] });
  assert.deepEqual(catalogueEntry(read, read.books[0]!).metadata.subjects, ['One', 'Top', 'calm']);
});

test('a library in a write-ahead log is read with its newest rows, and nothing is written beside it', async () => {
  library.db.pragma('journal_mode = WAL');
  library.add({ uuid: 'b', title: 'In the log only' });
  const before = readdirSync(library.folder).sort();
  assert.ok(before.includes('metadata.db-wal'));
  const read = await readLibrary(library.folder);
  assert.deepEqual(
    read.books.map(({ title }) => title),
    ['In the log only'],
  );
  assert.deepEqual(readdirSync(library.folder).sort(), before);
  assert.deepEqual(
    readdirSync(tmpdir()).filter((name) => name.startsWith('libtrails-calibre-')),
    [],
  );
});

test('a write that is under way, or was interrupted, does not show and does not stop the reader', async () => {
  library.add({ uuid: 'b', title: 'Before' });
  library.db.pragma('cache_size = 2');
  library.db.exec('BEGIN EXCLUSIVE');
  const insert = library.db.prepare('INSERT INTO comments (book, text) VALUES (1, ?)');
  for (let i = 0; i < 50; i++) insert.run('x'.repeat(2_000));
  library.db.exec("UPDATE books SET title = 'After'");
  const read = await readLibrary(library.folder);
  assert.equal(read.books[0]?.title, 'Before');
  library.db.exec('COMMIT');
  assert.equal((await readLibrary(library.folder)).books[0]?.title, 'After');
});

test('a folder without a library, and a file that is no database, are named', async () => {
  await assert.rejects(readLibrary(dir), /is no Calibre library: it holds no metadata\.db/);
  writeFileSync(join(dir, 'metadata.db'), 'no database at all'.repeat(100));
  await assert.rejects(readLibrary(dir), { name: 'CalibreError', message: /metadata\.db can't be read/ });
});

test('a database that computes instead of holding rows is refused', async () => {
  for (const sql of [
    `DROP TABLE tags; CREATE VIEW tags (id, name) AS
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'x' FROM n`,
    `DROP TABLE comments; CREATE TABLE comments (id INTEGER PRIMARY KEY, book INTEGER,
       text TEXT AS (printf('%.*c', 900000000, 'x')))`,
    'DROP TABLE data; CREATE VIRTUAL TABLE data USING fts5 (book, format, name)',
    'DROP TABLE library_id',
  ]) {
    const hostile = new TestLibrary(mkdtempSync(join(dir, 'hostile-')));
    hostile.add({ uuid: 'b', title: 'T' });
    hostile.db.exec(sql);
    await assert.rejects(
      readLibrary(hostile.folder),
      /is not one of Calibre: its table \w+ is missing or different/,
    );
    hostile.db.close();
  }
});

test('long values and lists are cut, and too many rows refused', async () => {
  library.add({
    uuid: 'b',
    title: 'T'.repeat(10_000),
    comments: 'c'.repeat(1_000_000),
    tags: Array.from({ length: 300 }, (_, i) => `tag ${i}`),
  });
  const { books } = await readLibrary(library.folder);
  assert.deepEqual(
    [books[0]?.title.length, books[0]?.comments.length, books[0]?.tags.length],
    [500, 40_000, 100],
  );
  for (const [limits, message] of [
    [{ rows: 200 }, /too many rows in tags/],
    [{ books: 0 }, /too many books/],
    [{ readMs: 0 }, /too many data/],
  ] as const) {
    await assert.rejects(readLibrary(library.folder, {}, { ...LIMITS, ...limits }), message);
  }
});

const calibredb = spawnSync('calibredb', ['--version']).status === 0;
test("a library made by Calibre's own program is read", {
  skip: calibredb ? false : 'calibredb is not installed',
  timeout: 120_000,
}, async () => {
  const folder = join(dir, 'real');
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync('calibredb', ['--with-library', folder, ...args], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  };
  writeFileSync(join(dir, 'x.txt'), 'Call me Ishmael. '.repeat(100));
  run(
    'add',
    '-t',
    'Moby',
    '-a',
    'Melville, Jr., Herman',
    '-s',
    'Sea',
    '-S',
    '3',
    '-T',
    'a,b',
    join(dir, 'x.txt'),
  );
  run('add_custom_column', 'shelf', 'Shelf', 'text', '--is-multiple');
  run('set_custom', 'shelf', '1', 'Top');
  run('set_metadata', '-f', 'comments:<p>Text</p>', '-f', 'identifiers:isbn:9780140449266', '1');
  const read = await readLibrary(folder, { columns: ['shelf'] });
  const { title, authors, series, seriesIndex, subjects, description, identifiers } = catalogueEntry(
    read,
    read.books[0]!,
  ).metadata;
  assert.deepEqual(
    { title, authors, series, seriesIndex, subjects, description, identifiers },
    {
      title: 'Moby',
      authors: ['Melville, Jr., Herman'],
      series: 'Sea',
      seriesIndex: 3,
      subjects: ['a', 'b', 'Top'],
      description: 'Text',
      identifiers: ['isbn:9780140449266'],
    },
  );
  assert.match(read.uuid, /^[0-9a-f-]{36}$/);
});
