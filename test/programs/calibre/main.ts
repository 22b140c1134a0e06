/**
 * `node test/programs/calibre/main.ts FOLDER`: a library of 30 books in five formats is made by Calibre's own program from
 * the EPUB files of a folder, followed, and changed while LibTrails runs and while it does not. Prints the tables of
 * results.txt; ends with 1 if a change is not followed in time.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { getJson, startTestStack, type TestStack, waitUntilDone } from '../../test-stack.ts';

const BOOKS = 30;
/** Formats of the first books; the others are EPUB. */
const CONVERTED = ['fb2', 'azw3', 'pdf', 'txt', 'fb2', 'azw3', 'pdf', 'txt'];
/** A change must show within a minute. */
const LIMIT_MS = 60_000;
const WRITES = 20;

const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error('Name a folder with at least 34 EPUB files: node test/programs/calibre/main.ts FOLDER');
  process.exit(2);
}
const source = resolve(given);
const place = mkdtempSync(join(tmpdir(), 'libtrails-calibre-program-'));
const calibre = join(place, 'Calibre Library');
const run = promisify(execFile);
const calibredb = async (...args: string[]) =>
  (await run('calibredb', ['--with-library', calibre, ...args], { maxBuffer: 2 ** 26 })).stdout;

interface Book {
  id: number;
  title: string;
  authors: string[];
  subjects: string[];
  series: string;
  words: number;
}

interface Change {
  name: string;
  what: string;
  make(): Promise<unknown>;
  isSeen(books: readonly Book[]): boolean;
}

/** The EPUB files of the folder, smallest first. */
const epubs = readdirSync(source)
  .filter((name) => name.endsWith('.epub'))
  .map((name) => join(source, name))
  .sort((a, b) => statSync(a).size - statSync(b).size);
const spare = epubs.slice(BOOKS, BOOKS + 4);

async function convert(epub: string, format: string): Promise<string> {
  const path = join(place, `${basename(epub, '.epub')}.${format}`);
  const env = { ...process.env, QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox' };
  await run('ebook-convert', [epub, path], { env, maxBuffer: 2 ** 26 });
  return path;
}

/** Titles by Calibre's ids, which follow the order of the files. */
const titles = new Map<number, string>();
const titleOf = (id: number) => titles.get(id) ?? '';

async function makeLibrary(): Promise<void> {
  mkdirSync(calibre);
  const files: string[] = [];
  for (const [i, epub] of epubs.slice(0, BOOKS).entries()) {
    const format = CONVERTED[i];
    files.push(format === undefined ? epub : await convert(epub, format));
  }
  await calibredb('add', '--duplicates', ...files);
  const list = JSON.parse(await calibredb('list', '--fields', 'title,formats', '--for-machine')) as {
    id: number;
    title: string;
    formats: string[];
  }[];
  for (const { id, title, formats } of list) {
    titles.set(id, title);
    if (statSync(formats[0]!).size !== statSync(files[id - 1]!).size)
      throw new Error(`Book ${id} is another file`);
  }
}

/** The changes, each to books of its own, from `first` on; `other` is one in another format than EPUB. */
function changes(round: 1 | 2, first: number, other: number): Change[] {
  const at = (n: number) => first + n;
  const wordsBefore = new Map<string, number>();
  const named = (books: readonly Book[], title: string) => books.find((book) => book.title === title);
  const note = (id: number) => wordsBefore.set(titleOf(id), named(last, titleOf(id))?.words ?? 0);
  return [
    {
      name: 'title edited (its folder moves)',
      what: 'metadata replaced, not embedded again',
      make: () => calibredb('set_metadata', '-f', `title:Retitled ${round}`, String(at(0))),
      isSeen: (books) => named(books, `Retitled ${round}`) !== undefined && !named(books, titleOf(at(0))),
    },
    {
      name: 'author, tags and series edited',
      what: 'metadata replaced, not embedded again',
      make: () =>
        calibredb(
          ...['set_metadata', '-f', `authors:Jane Doe & ${round} Roe`, '-f', `tags:Tag ${round},Sea`],
          ...['-f', `series:Series ${round}`, String(at(1))],
        ),
      isSeen: (books) => {
        const book = named(books, titleOf(at(1)));
        return (
          book?.authors.join() === `Jane Doe,${round} Roe` &&
          book.subjects.includes(`Tag ${round}`) &&
          book.series === `Series ${round}`
        );
      },
    },
    {
      name: 'a better format added',
      what: 'EPUB indexed in the place of the other format; the book keeps its id',
      make: async () => {
        note(other);
        await calibredb('add_format', String(other), spare[2 * round - 2]!);
      },
      isSeen: (books) => isOther(books, other),
    },
    {
      name: 'that format removed',
      what: 'the other format indexed again',
      make: async () => {
        note(other);
        await calibredb('remove_format', String(other), 'EPUB');
      },
      isSeen: (books) => isOther(books, other),
    },
    {
      name: 'the file of a format replaced',
      what: 'book replaced, keeps its id',
      make: async () => {
        note(at(10));
        await calibredb('add_format', String(at(10)), spare[2 * round - 1]!);
      },
      isSeen: (books) => isOther(books, at(10)),
    },
    {
      name: 'a book deleted',
      what: 'book removed',
      make: () => calibredb('remove', '--permanent', String(at(11))),
      isSeen: (books) => named(books, titleOf(at(11))) === undefined,
    },
    {
      name: 'a book added',
      what: 'book indexed',
      make: () => calibredb('add', '--duplicates', '-t', `Added ${round}`, epubs[at(11) - 1]!),
      isSeen: (books) => named(books, `Added ${round}`) !== undefined,
    },
    {
      name: 'one book merged into another (its file added there, then deleted)',
      what: 'one removed, the other replaced',
      make: async () => {
        note(at(12));
        const file = epubs[at(13) - 1]!;
        await calibredb('add_format', String(at(12)), file);
        await calibredb('remove', '--permanent', String(at(13)));
      },
      isSeen: (books) => isOther(books, at(12)) && named(books, titleOf(at(13))) === undefined,
    },
  ];

  function isOther(books: readonly Book[], id: number): boolean {
    const book = named(books, titleOf(id));
    return book !== undefined && book.words !== wordsBefore.get(titleOf(id));
  }
}

let stack!: TestStack;
let stopStack = async () => {};
const start = async () => {
  const books = join(place, 'books');
  const data = join(place, 'data');
  stack = await startTestStack({ books, data, calibre, withoutWeb: true });
  stopStack = () => stack.stop();
};
let last: Book[] = [];
async function listBooks(): Promise<Book[]> {
  const { books } = await getJson<{ books: Book[] }>(stack.api, '/books?limit=200');
  last = books;
  return books;
}

/** Seconds until `isSeen`; undefined if the limit passes. */
async function wait(
  isSeen: (books: readonly Book[]) => boolean,
  limitMs = LIMIT_MS,
): Promise<number | undefined> {
  const from = performance.now();
  while (performance.now() - from < limitMs) {
    if (isSeen(await listBooks())) return (performance.now() - from) / 1_000;
    await sleep(200);
  }
  return undefined;
}

/** Milliseconds of each of some edits by Calibre's program. */
async function edits(): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < WRITES; i++) {
    const from = performance.now();
    await calibredb('set_metadata', '-f', `publisher:House ${i}`, String(4 + (i % 6)));
    took.push(performance.now() - from);
  }
  return took.sort((a, b) => a - b);
}

/** Longest of transactions of one row, in milliseconds, one after the other for `ms`; any lock makes one wait. */
async function longestTransaction(ms: number): Promise<{ count: number; longest: number }> {
  const db = new Database(join(calibre, 'metadata.db'), { timeout: 10_000 });
  const insert = db.prepare("INSERT OR REPLACE INTO preferences (key, val) VALUES ('libtrails_probe', ?)");
  let [count, longest] = [0, 0];
  const end = performance.now() + ms;
  while (performance.now() < end) {
    const from = performance.now();
    insert.run(String(count++));
    longest = Math.max(longest, performance.now() - from);
    await sleep(20);
  }
  db.close();
  return { count, longest };
}

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const seconds = (took: number | undefined) => (took === undefined ? 'NOT SEEN' : took.toFixed(1));
let missed = 0;
try {
  mkdirSync(join(place, 'books'));
  await makeLibrary();
  const from = performance.now();
  await start();
  await waitUntilDone(stack.api, ({ counts }) => counts.books === BOOKS && counts.themes > 0);
  console.log(`${BOOKS} books indexed in ${((performance.now() - from) / 1_000).toFixed(0)} s\n`);
  row('change by calibredb', 'what happened', 'seconds');
  row('---', '---', '---');
  for (const change of changes(1, 1, 3)) {
    await listBooks();
    await change.make();
    const took = await wait(change.isSeen);
    if (took === undefined) missed++;
    row(change.name, change.what, seconds(took));
  }
  const withUs = await edits();
  const transactions = await longestTransaction(15_000);
  await listBooks();
  await stopStack();
  stopStack = async () => {};
  const all = changes(2, 15, 7).filter(({ name }) => !name.startsWith('that format'));
  for (const change of all) await change.make();
  const alone = await edits();
  const transactionsAlone = await longestTransaction(15_000);
  await start();
  const took = await wait((books) => all.every(({ isSeen }) => isSeen(books)), 5 * LIMIT_MS);
  if (took === undefined) missed++;
  row(`${all.length} such changes while LibTrails is stopped`, 'all followed after the start', seconds(took));
  console.log('');
  const middle = (list: number[]) => list[Math.floor(list.length / 2)]!.toFixed(0);
  row('writes', 'LibTrails follows', 'LibTrails is stopped');
  row('---', '---', '---');
  row(
    `${WRITES} edits by calibredb one after the other: median, longest (ms)`,
    `${middle(withUs)}, ${withUs.at(-1)!.toFixed(0)}`,
    `${middle(alone)}, ${alone.at(-1)!.toFixed(0)}`,
  );
  row(
    'transactions of one row, without a pause for locks: number, longest (ms)',
    `${transactions.count}, ${transactions.longest.toFixed(0)}`,
    `${transactionsAlone.count}, ${transactionsAlone.longest.toFixed(0)}`,
  );
} finally {
  await stopStack();
  rmSync(place, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;
