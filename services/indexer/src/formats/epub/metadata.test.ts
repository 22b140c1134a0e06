import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ParsedBook } from '../../book.ts';
import { authorNames } from './author-names.ts';
import { type FixtureBook, METADATA, writeEpub, xhtml } from './epub.test-support.ts';
import { parseEpub } from './parse.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'metadata-'));
});
after(() => rm(dir, { recursive: true }));

let count = 0;
async function parse(book: FixtureBook): Promise<ParsedBook> {
  return parseEpub(await writeEpub(join(dir, `book-${count++}.epub`), book));
}
const withMetadata = (metadata: string) => parse({ metadata });

test('a title that is said to be a subtitle is not the title', async () => {
  const type = (id: string, kind: string) => `<meta refines="#${id}" property="title-type">${kind}</meta>`;
  const sub = `<dc:title id="s">A Tale of Tides</dc:title>${type('s', 'subtitle')}`;
  assert.equal((await withMetadata(`${sub}<dc:title>Lamplight</dc:title>`)).title, 'Lamplight');
  const main = `<dc:title id="m">Lamplight</dc:title>${type('m', 'main')}`;
  assert.equal((await withMetadata(`<dc:title>The Set</dc:title>${sub}${main}`)).title, 'Lamplight');
  assert.equal((await withMetadata(sub)).title, 'A Tale of Tides');
});

test('what is escaped twice is read, in titles and names', async () => {
  const book = await withMetadata(
    '<dc:title>Tar &amp;amp; Rope</dc:title><dc:creator>Zo&amp;#235; Hall</dc:creator>',
  );
  assert.deepEqual([book.title, book.authors], ['Tar & Rope', ['Zoë Hall']]);
});

test('roles are understood by MARC, ONIX and in words', async () => {
  const creator = (id: string, name: string, role: string) =>
    `<dc:creator id="${id}">${name}</dc:creator><meta refines="#${id}" property="role">${role}</meta>`;
  for (const [author, other] of [
    ['aut', 'trl'],
    ['A01', 'B06'],
    ['http://id.loc.gov/vocabulary/relators/aut', 'http://id.loc.gov/vocabulary/relators/ill'],
    ['Author', 'Editor'],
  ] as const) {
    const book = await withMetadata(creator('a', 'Ann Hall', author) + creator('b', 'Bo Reed', other));
    assert.deepEqual(book.authors, ['Ann Hall'], author);
  }
});

test('a contributor who is the author is, where no creator is one', async () => {
  const author = '<dc:contributor opf:role="aut">Ann Hall</dc:contributor>';
  for (const name of ['contributor', 'creator']) {
    const book = await withMetadata(`<dc:${name} opf:role="trl">Bo Reed</dc:${name}>${author}`);
    assert.deepEqual(book.authors, ['Ann Hall'], name);
  }
});

test('names of people stand in reading order, and firms stay whole', () => {
  for (const [given, expected] of [
    ['Hall, Ann', ['Ann Hall']],
    ['Reyes Soto, Inés', ['Inés Reyes Soto']],
    ['Le Clair, Uta K.', ['Uta K. Le Clair']],
    ['Hall, Ann, Jr.', ['Ann Hall, Jr.']],
    ['Hall, Ann; Reed, Bo', ['Ann Hall', 'Bo Reed']],
    ['Hall, Ann & Reed, Bo', ['Ann Hall', 'Bo Reed']],
    ['Ann Hall & Bo Reed', ['Ann Hall', 'Bo Reed']],
    ['Ann Hall, Jr.', ['Ann Hall, Jr.']],
    ['Ann Hall, Bo Reed', ['Ann Hall, Bo Reed']],
    ['Hall Reed & Company', ['Hall Reed & Company']],
    ['Hall & Reed', ['Hall & Reed']],
    ['Ann Hall & Reed Ltd.', ['Ann Hall & Reed Ltd.']],
    ['Hall, V.', ['V. Hall']],
    ['Hall, Ann & Reed, Bo & Lane, Cy', ['Ann Hall', 'Bo Reed', 'Cy Lane']],
    ['Harbour Society, The', ['Harbour Society, The']],
    ['Homer', ['Homer']],
  ] as const) {
    assert.deepEqual(authorNames(given, ''), expected);
  }
});

test('a series is taken from where it is surest', async () => {
  const series = async (metadata: string) => {
    const book = await withMetadata(METADATA + metadata);
    return [book.series, book.seriesIndex];
  };
  const property =
    '<meta property="calibre:series">Tides</meta><meta property="calibre:series_index">4</meta>';
  assert.deepEqual(await series(property), ['Tides', 4]);
  const calibre =
    '<meta name="calibre:series" content="Tides"/><meta name="calibre:series_index" content="2"/>';
  const untyped = '<meta property="belongs-to-collection" id="c">Staff picks</meta>';
  assert.deepEqual(await series(untyped + calibre), ['Tides', 2]);
  assert.deepEqual(await series(untyped), ['Staff picks', 0]);
  const typed = `${untyped}<meta refines="#c" property="collection-type">series</meta>`;
  const place = '<meta refines="#c" property="group-position">3.2.1</meta>';
  assert.deepEqual(await series(typed + place + calibre), ['Staff picks', 3.2]);
});

test('a language given by name is known', async () => {
  for (const [name, tag] of [
    ['English', 'en'],
    ['Deutsch', 'de'],
    ['Français', 'fr'],
    ['espanol', 'es'],
    ['English (US)', 'en'],
    ['Klingonish', 'und'],
  ] as const) {
    const book = await withMetadata(`<dc:title>T</dc:title><dc:language>${name}</dc:language>`);
    assert.equal(book.language, tag, name);
  }
});

test('what the file says of sorting is kept', async () => {
  const book = await withMetadata(
    `<dc:title id="t">The Lamp</dc:title><meta refines="#t" property="file-as">Lamp, The</meta>
     <dc:creator opf:file-as="Le Clair, Uta">Uta Le Clair</dc:creator>`,
  );
  assert.deepEqual([book.titleSort, book.authorSort], ['Lamp, The', 'Le Clair, Uta']);
  const calibre = await withMetadata(
    '<dc:title>The Lamp</dc:title><meta name="calibre:title_sort" content="Lamp, The"/><dc:creator>Hall, Ann</dc:creator>',
  );
  assert.deepEqual([calibre.titleSort, calibre.authorSort], ['Lamp, The', 'Hall, Ann']);
  assert.equal((await withMetadata(METADATA)).authorSort, '');
});

test('a cover is found on the page that shows it, whatever its media type says', async () => {
  const png = { name: 'OEBPS/p.bin', data: Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1') };
  const picture = '<item id="p" href="p.bin" media-type="application/octet-stream"/>';
  const page = xhtml('<img src="p.bin" alt=""/>');
  const drawing = xhtml('<svg><image xlink:href="p.bin"/></svg>');
  const text = xhtml('<p>Words to read.</p>');
  const cover = async (book: FixtureBook) =>
    (await parse({ items: picture, entries: [png], ...book })).cover?.mediaType;
  const files = { 'c.xhtml': page, 'one.xhtml': text };
  assert.equal(await cover({ files }), 'image/png');
  assert.equal(await cover({ files: { 'c.xhtml': drawing, 'one.xhtml': text } }), 'image/png');
  const late = { 'one.xhtml': text, 'c.xhtml': page };
  assert.equal(await cover({ files: late }), undefined);
  const guide = '<guide><reference type="cover" href="c.xhtml"/></guide>';
  assert.equal(await cover({ files: late, guide }), 'image/png');
  const meta = `${METADATA}<meta name="cover" content="f1"/>`;
  assert.equal(await cover({ files: late, metadata: meta }), 'image/png');
  const property = picture.replace('/>', ' properties="cover-image"/>');
  assert.equal(await cover({ files: { 'one.xhtml': text }, items: property }), 'image/png');
});

test('a subtitle is what the file says it is, or a second title', async () => {
  const typed = (id: string, kind: string, text: string) =>
    `<dc:title id="${id}">${text}</dc:title><meta refines="#${id}" property="title-type">${kind}</meta>`;
  for (const [metadata, title, subtitle] of [
    [typed('m', 'main', 'Salt') + typed('s', 'subtitle', 'A History'), 'Salt', 'A History'],
    [typed('s', 'Subtitle', 'A History') + typed('m', 'main', 'Salt: A History'), 'Salt', 'A History'],
    [typed('m', 'main', 'Salt') + typed('c', 'collection', 'Minerals'), 'Salt', ''],
    [typed('m', 'main', 'Salt') + typed('c', 'short', 'S.'), 'Salt', ''],
    ['<dc:title>Salt</dc:title><dc:title>A History</dc:title>', 'Salt', 'A History'],
    ['<dc:title>Salt</dc:title><dc:title>Salt: A History</dc:title>', 'Salt', 'A History'],
    ['<dc:title>2001: A Walk in Space</dc:title>', '2001: A Walk in Space', ''],
    ['<dc:title>Salt</dc:title><dc:title>Salt</dc:title>', 'Salt', ''],
    [typed('s', 'subtitle', 'A History'), 'A History', ''],
  ] as const) {
    const book = await withMetadata(metadata);
    assert.deepEqual([book.title, book.subtitle], [title, subtitle], metadata);
  }
  const { series } = await withMetadata(
    typed('m', 'main', 'Salt') + typed('c', 'collection', 'The Minerals'),
  );
  assert.equal(series, 'The Minerals');
});
