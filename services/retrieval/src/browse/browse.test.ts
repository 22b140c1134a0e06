import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { BOOK_SORTS, type BookSort, type ThemeSort } from '@libtrails/proto/values';
import { finishedBook, pileOf } from '../store/sqlite/book.test-support.ts';
import { openLibrary } from '../store/sqlite/open-library.ts';
import { type SqliteStore, sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { getBook, getCover, listBooks } from './books.ts';
import { getDomain, listDomains } from './domains.ts';
import { getSection } from './sections.ts';
import { libraryStatus } from './status.ts';
import { getTheme, listThemes, universe } from './themes.ts';
import { getTopic } from './topics.ts';

const BOOKS = [
  {
    fileName: 'whale.epub',
    title: 'The Whale',
    authors: ['Herman Melville'],
    year: 1851,
    chunks: [
      { text: 'Call me Ishmael.', topics: ['whaling voyage', 'concept:obsession'] },
      { text: 'The white whale.', topics: ['white whale', 'concept:obsession'] },
      { text: 'A voyage of whalers.', topics: ['voyage of whaling'] },
    ],
    names: ['Ahab'],
    phrases: ['white whale', 'whaling voyage'],
  },
  {
    fileName: 'island.epub',
    title: 'An Island',
    authors: ['Ann Zed', 'Bo Abel'],
    year: 0,
    chunks: [
      { text: 'A storm at sea.', topics: ['storm', 'concept:obsession'] },
      { text: 'Alone on the shore.', topics: ['solitude'] },
    ],
  },
  {
    fileName: 'letters.epub',
    title: 'Letters',
    authors: ['Bo Abel'],
    year: 1700,
    chunks: [{ text: 'Dear friend.', topics: ['concept:obsession'] }],
  },
];
// Ids in order of appearance: 1 whaling voyage, 2 obsession, 3 white whale, 4 voyage of whaling, 5 Ahab, 6 storm, 7 solitude.

let folder: string;
let store: SqliteStore;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-browse-'));
  store = sqliteStore(await openLibrary(folder));
  for (const book of BOOKS) await store.write('putBook', finishedBook(book));
  const theme = (label: string, domain: number, topics: number[]) => ({
    label,
    subtitle: `${label} and more`,
    domain,
    members: { topics: Uint32Array.from(topics), weights: Float64Array.from(topics, (_, i) => 1 / (i + 1)) },
    x: domain,
    y: 0,
    z: 0.5,
    mapX: 0.25,
    mapY: -0.5,
  });
  await store.write('putGrouping', {
    recipe: 'test',
    merges: Uint32Array.of(4, 1),
    domains: ['Sea', 'Mind'],
    themes: [theme('Whales', 0, [1, 3]), theme('Weather', 0, [6]), theme('Inner life', 1, [2, 7])],
    centroids: pileOf(['Whales', 'Weather', 'Inner life']),
  });
});
after(async () => {
  await store.library.close();
  rmSync(folder, { recursive: true });
});

const titles = async (sort: BookSort, limit = 0, cursor = '') =>
  (await listBooks(store, { sort, limit, cursor })).books.map(({ title }) => title);

test('books are listed by title without article, author by family name, age of entry, and year', async () => {
  assert.deepEqual(await titles('title'), ['An Island', 'Letters', 'The Whale']);
  assert.deepEqual(await titles('author'), ['Letters', 'The Whale', 'An Island']);
  assert.deepEqual(await titles('added'), ['Letters', 'An Island', 'The Whale']);
  assert.deepEqual(await titles('year'), ['Letters', 'The Whale', 'An Island']);
});

for (const sort of BOOK_SORTS) {
  test(`pages by ${sort} join to the whole list, each book once`, async () => {
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await listBooks(store, { sort, limit: 1, cursor });
      assert.equal(page.total, 3);
      paged.push(...page.books.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor !== '');
    assert.deepEqual(paged, await titles(sort));
  });
}

test('a cursor of another list and a limit out of range are refused', async () => {
  const { nextCursor } = await listBooks(store, { sort: 'title', limit: 1, cursor: '' });
  const refused = { code: 'invalid_argument' };
  await assert.rejects(async () => titles('year', 1, nextCursor), refused);
  await assert.rejects(async () => titles('title', 1, 'nonsense'), refused);
  await assert.rejects(async () => titles('title', 201), refused);
});

test("a book's page shows its topics with merged ones read as one, the most telling first", async () => {
  const page = await getBook(store.catalogue, 1);
  assert.deepEqual(page.book, {
    id: 1,
    title: 'The Whale',
    subtitle: '',
    authors: ['Herman Melville'],
    fileName: 'whale.epub',
    language: 'en',
    year: 1851,
    words: 10,
    cover: 'abc123',
    series: '',
    seriesIndex: 0,
    coverColor: '#8a2b14',
    coverWidth: 640,
    coverHeight: 960,
    subjects: ['Testing'],
  });
  assert.deepEqual(page.topics, [
    { id: 1, label: 'whaling voyage', kind: 'phrase', passages: 2, books: 1 },
    { id: 3, label: 'white whale', kind: 'phrase', passages: 1, books: 1 },
    // Twice in the book, but in every other book too.
    { id: 2, label: 'obsession', kind: 'concept', passages: 4, books: 3 },
  ]);
  assert.deepEqual(page.names, [{ id: 5, label: 'Ahab', kind: 'name', passages: 3, books: 1 }]);
  assert.deepEqual(page.phrases, ['white whale', 'whaling voyage']);
  assert.deepEqual(
    page.sections.map(({ title, kind }) => [title, kind]),
    [
      ['One', 'body'],
      ['Colophon', 'back'],
    ],
  );
  assert.equal(page.passages, 3);
  assert.equal(page.description, 'About The Whale');
});

test("a book's shares of domains add up to 1", async () => {
  const { themes, domains } = await getBook(store.catalogue, 1);
  assert.deepEqual(
    themes.map(({ label, domain }) => [label, domain?.label]),
    [
      ['Whales', 'Sea'],
      ['Inner life', 'Mind'],
    ],
  );
  assert.deepEqual(domains, [
    { domain: { id: 1, label: 'Sea' }, share: 3 / 5 },
    { domain: { id: 2, label: 'Mind' }, share: 2 / 5 },
  ]);
});

test('a cover comes back as it was stored', async () => {
  const cover = await getCover(store.catalogue, 1);
  assert.deepEqual([...cover.data], [1, 2, 3]);
  assert.equal(cover.mediaType, 'image/png');
});

test('a cover comes in the narrowest size that is wide enough, else in the widest', async () => {
  const bytesAt = async (width: number) => (await getCover(store.catalogue, 1, width)).data.length;
  assert.deepEqual(await Promise.all([160, 161, 320, 321, 640, 4_000].map(bytesAt)), [1, 2, 2, 3, 3, 3]);
  assert.deepEqual(
    [(await getCover(store.catalogue, 1, 100)).width, (await getCover(store.catalogue, 1, 100)).height],
    [160, 240],
  );
});

test('a section is read as blocks with its passages and neighbours', async () => {
  const section = await getSection(store.catalogue, 1, 0);
  assert.deepEqual(
    section.blocks.map(({ start, text }) => [start, text]),
    [
      [0, 'Call me Ishmael.'],
      [18, 'The white whale.'],
      [36, 'A voyage of whalers.'],
    ],
  );
  assert.deepEqual(
    section.passages.map(({ id, start, end, text }) => [id, start, end, text]),
    [
      [1, 0, 16, ''],
      [2, 18, 34, ''],
      [3, 36, 56, ''],
    ],
  );
  assert.equal(section.previous, null);
  assert.equal(section.next?.title, 'Colophon');
  assert.deepEqual((await getSection(store.catalogue, 1, 1)).passages, []);
});

test('the page of a topic holds what was merged into it, and the merged id leads there', async () => {
  const page = await getTopic(store, 1, 0);
  assert.deepEqual(page.topic, { id: 1, label: 'whaling voyage', kind: 'phrase', passages: 2, books: 1 });
  assert.deepEqual(page.variants, ['voyage of whaling']);
  assert.equal(page.theme?.label, 'Whales');
  assert.deepEqual(
    page.passages.map(({ passage }) => passage?.text),
    ['Call me Ishmael.', 'A voyage of whalers.'],
  );
  assert.deepEqual(
    page.books.map(({ book, passages }) => [book?.title, passages]),
    [['The Whale', 2]],
  );
  assert.deepEqual(
    page.related.map(({ label }) => label),
    ['obsession'],
  );
  assert.deepEqual(await getTopic(store, 4, 0), page);
  assert.deepEqual((await getTopic(store, 2, 0)).variants, ['obsession alias']);
});

test('themes are listed widest first or by label, in a domain, and by words of label or topics', async () => {
  const labels = async (query: { sort?: ThemeSort; domainId?: number; query?: string }) =>
    (
      await listThemes(store, { cursor: '', limit: 0, domainId: 0, query: '', sort: 'books', ...query })
    ).themes.map(({ label }) => label);
  assert.deepEqual(await labels({}), ['Inner life', 'Whales', 'Weather']);
  assert.deepEqual(await labels({ sort: 'label' }), ['Inner life', 'Weather', 'Whales']);
  assert.deepEqual(await labels({ domainId: 1 }), ['Whales', 'Weather']);
  assert.deepEqual(await labels({ query: 'weath' }), ['Weather']);
  // A topic of the theme, an alias of one, and a merged label.
  assert.deepEqual(await labels({ query: 'solitude' }), ['Inner life']);
  assert.deepEqual(await labels({ query: 'alias' }), ['Inner life']);
  assert.deepEqual(await labels({ query: 'of whaling' }), ['Whales']);
  assert.deepEqual(await labels({ query: '"; DROP' }), []);
  const first = await listThemes(store, { cursor: '', limit: 2, domainId: 0, query: '', sort: 'books' });
  assert.equal(first.total, 3);
  const second = await listThemes(store, {
    cursor: first.nextCursor,
    limit: 2,
    domainId: 0,
    query: '',
    sort: 'books',
  });
  assert.deepEqual(
    second.themes.map(({ label }) => label),
    ['Weather'],
  );
  assert.equal(second.nextCursor, '');
});

test("a theme's page has topics by weight, books, passages and near themes", async () => {
  const page = await getTheme(store, 3);
  assert.deepEqual(page.theme, {
    id: 3,
    label: 'Inner life',
    subtitle: 'Inner life and more',
    topics: 2,
    passages: 5,
    books: 3,
    domain: { id: 2, label: 'Mind' },
  });
  assert.deepEqual(
    page.topics.map(({ label }) => label),
    ['obsession', 'solitude'],
  );
  assert.deepEqual(
    page.books.map(({ book, passages }) => [book?.title, passages]),
    [
      ['An Island', 2],
      ['The Whale', 2],
      ['Letters', 1],
    ],
  );
  assert.deepEqual(page.passages.map(({ passage }) => passage?.id).sort(), [1, 2, 5, 6, 8]);
  assert.deepEqual(page.neighbours.map(({ label }) => label).sort(), ['Weather', 'Whales']);
});

test('domains are listed with shares that add up to 1, and hold their themes and books', async () => {
  const { domains } = await listDomains(store.catalogue);
  assert.deepEqual(domains, [
    { id: 2, label: 'Mind', themes: 1, topics: 2, books: 3, share: 5 / 9 },
    { id: 1, label: 'Sea', themes: 2, topics: 3, books: 2, share: 4 / 9 },
  ]);
  const sea = await getDomain(store.catalogue, 1);
  assert.deepEqual(
    sea.themes.map(({ label }) => label),
    ['Whales', 'Weather'],
  );
  assert.deepEqual(
    sea.books.map(({ book, passages }) => [book?.title, passages]),
    [
      ['The Whale', 3],
      ['An Island', 1],
    ],
  );
});

test('the universe has every theme as a point', async () => {
  const { generation, points, domains } = await universe(store);
  assert.equal(generation, 1);
  assert.deepEqual(points[0], {
    ...{ themeId: 1, label: 'Whales', domainId: 1, books: 1 },
    ...{ x: 0, y: 0, z: 0.5, mapX: 0.25, mapY: -0.5 },
  });
  assert.deepEqual(domains.map(({ label }) => label).sort(), ['Mind', 'Sea']);
  assert.equal(points.length, 3);
});

test('status counts what readers see', async () => {
  const status = await libraryStatus(store);
  assert.deepEqual(status.counts, {
    books: 3,
    sections: 6,
    passages: 6,
    // One of the six is merged.
    topics: 5,
    names: 1,
    phrases: 2,
    themes: 3,
    domains: 2,
    words: 20,
  });
  assert.equal(status.state, 'ready');
  assert.equal(status.fingerprint, 'test-model/int8');
  assert.ok(status.libraryBytes > 100_000);
});

test('unknown ids are not found, or left out of a list', async () => {
  const missing = { code: 'not_found' };
  await assert.rejects(async () => getBook(store.catalogue, 99), missing);
  await assert.rejects(async () => getCover(store.catalogue, 99), missing);
  await assert.rejects(async () => getSection(store.catalogue, 1, 9), missing);
  await assert.rejects(async () => getTopic(store, 99, 0), missing);
  await assert.rejects(async () => getTheme(store, 99), missing);
  await assert.rejects(async () => getDomain(store.catalogue, 99), missing);
  assert.deepEqual([...(await store.catalogue.books([99, 2])).keys()], [2]);
  assert.deepEqual([...(await store.catalogue.passages([1, 99])).keys()], [1]);
  assert.equal((await store.catalogue.topics([4])).get(4)?.id, 1);
});
