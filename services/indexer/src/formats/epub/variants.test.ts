/** The kinds of faults that real files have, in other forms: each of these lost text, a title or the whole book. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ParsedBook } from '../../book.ts';
import { encode } from '../text/encode.test-support.ts';
import { type FixtureBook, METADATA, writeEpub, xhtml } from './epub.test-support.ts';
import { parseEpub } from './parse.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'variants-'));
});
after(() => rm(dir, { recursive: true }));

let count = 0;
const parse = async (book: FixtureBook) =>
  parseEpub(await writeEpub(join(dir, `book-${count++}.epub`), book));

const PROSE =
  '<p>Rain fell over the quiet harbour, and nobody came home before the lamps were lit.</p>'.repeat(15);
const chapter = (title: string, text = PROSE) => xhtml(`<h1>${title}</h1>${text}`);
const TWO = { 'one.xhtml': chapter('Plums'), 'two.xhtml': chapter('Quinces') };
const titles = ({ sections }: ParsedBook) => sections.map(({ title }) => title);
const bodyText = ({ sections }: ParsedBook) =>
  sections.filter(({ kind }) => kind === 'body').flatMap(({ blocks }) => blocks.map(({ text }) => text));

const item = (id: string, href: string) =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml"/>`;
const packageOf = (items: string, spine: string, metadata = METADATA) => ({
  name: 'OEBPS/content.opf',
  data: `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${items}</manifest>${spine}</package>`,
});
const SPINE = '<spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine>';

test('files are found however the package refers to them', async () => {
  const usual = item('a', 'one.xhtml') + item('b', 'two.xhtml');
  const upper = '<spine><itemref idref="A"/><itemref idref="B"/></spine>';
  const byName = '<spine><itemref idref="one.xhtml"/><itemref idref="two.xhtml"/></spine>';
  for (const [what, entry] of [
    ['from the root', packageOf(item('a', 'OEBPS/one.xhtml') + item('b', 'OEBPS/two.xhtml'), SPINE)],
    ['in another case', packageOf(item('a', 'One.XHTML') + item('b', 'TWO.xhtml'), SPINE)],
    ['by ids in another case', packageOf(usual, upper)],
    ['by file names', packageOf(usual, byName)],
    ['without a spine', packageOf(usual, '')],
    ['by an empty spine', packageOf(usual, '<spine/>')],
    ['each twice', packageOf(usual + usual + item('c', 'ONE.xhtml'), `${SPINE}<itemref idref="c"/>`)],
  ] as const) {
    assert.deepEqual(titles(await parse({ files: TWO, entries: [entry] })), ['Plums', 'Quinces'], what);
  }
  const spaced = { 'o ne.xhtml': chapter('Plums') };
  const escaped = packageOf(item('a', 'o%2520ne.xhtml'), '<spine><itemref idref="a"/></spine>');
  assert.deepEqual(titles(await parse({ files: spaced, entries: [escaped] })), ['Plums'], 'escaped twice');
});

test('a chapter that only the table of contents names stands behind the one before it', async () => {
  const point = (title: string, src: string) =>
    `<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/></navPoint>`;
  const ncx = `<ncx><navMap>${point('Plums', 'one.xhtml')}${point('Pears', 'mid.xhtml')}${point('Quinces', 'two.xhtml')}</navMap></ncx>`;
  const items = `${item('a', 'one.xhtml')}${item('m', 'mid.xhtml')}${item('b', 'two.xhtml')}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`;
  const book = await parse({
    files: { ...TWO, 'mid.xhtml': chapter('Pears') },
    ncx,
    entries: [packageOf(items, SPINE)],
  });
  assert.deepEqual(titles(book), ['Plums', 'Pears', 'Quinces']);
});

test('names of the table of contents reach their files in another case, from the root, and with a lost id', async () => {
  const files = { 'one.xhtml': xhtml(PROSE), 'two.xhtml': xhtml(PROSE) };
  for (const [first, second] of [
    ['ONE.xhtml', 'Two.XHTML'],
    ['OEBPS/one.xhtml', '/OEBPS/two.xhtml'],
    ['one.xhtml#gone', 'two.xhtml#lost'],
    ['%6Fne.xhtml', './two.xhtml'],
  ]) {
    const ncx = `<ncx><navMap><navPoint><navLabel><text>Plums</text></navLabel><content src="${first}"/></navPoint><navPoint><navLabel><text>Quinces</text></navLabel><content src="${second}"/></navPoint></navMap></ncx>`;
    assert.deepEqual(titles(await parse({ files, ncx })), ['Plums', 'Quinces'], first);
  }
  const nav =
    '<div class="toc"><p><a href="one.xhtml">Plums</a></p><p><a href="two.xhtml">Quinces</a></p></div>';
  assert.deepEqual(titles(await parse({ files, nav })), ['Plums', 'Quinces'], 'without <nav>');
});

test('numbers of a series are read in digits of any script, in Roman numerals, and from its name', async () => {
  const series = async (name: string, index: string) => {
    const book = await parse({
      metadata: `${METADATA}<meta name="calibre:series" content="${name}"/>${index === '' ? '' : `<meta name="calibre:series_index" content="${index}"/>`}`,
    });
    return [book.series, book.seriesIndex];
  };
  for (const [name, index, expected] of [
    ['Tides', 'III', ['Tides', 3]],
    ['Tides', 'Book XIV', ['Tides', 14]],
    ['Tides', '٣', ['Tides', 3]],
    ['Tides', '１２', ['Tides', 12]],
    ['Tides', '२.५', ['Tides', 2.5]],
    ['Tides #3', '', ['Tides', 3]],
    ['Tides, Book 3', '', ['Tides', 3]],
    ['Tides (Vol. 3)', '', ['Tides', 3]],
    ['Area 51', '', ['Area 51', 0]],
    ['Tides', 'mild', ['Tides', 0]],
  ] as const) {
    assert.deepEqual(await series(name, index), expected, `${name} ${index}`);
  }
  const typed =
    '<meta property="belongs-to-collection" id="c">Tides</meta><meta refines="#c" property="collection-type">Series</meta>';
  assert.equal((await parse({ metadata: METADATA + typed })).series, 'Tides');
});

test('authors stand apart, in reading order, without what libraries add', async () => {
  for (const [creator, authors] of [
    ['by Ann Hall', ['Ann Hall']],
    ['Ann Hall and Bo Reed', ['Ann Hall', 'Bo Reed']],
    ['Ann Hall / Bo Reed', ['Ann Hall', 'Bo Reed']],
    ['Hall, Ann, 1851-1920', ['Ann Hall']],
    ['Hall, Ann (1851–)', ['Ann Hall']],
    ['طه حسين؛ نجيب محفوظ', ['طه حسين', 'نجيب محفوظ']],
    ['山田；佐藤', ['山田', '佐藤']],
    ['Society for Arts and Letters', ['Society for Arts and Letters']],
    ['Simon and Schuster', ['Simon and Schuster']],
    ['Blackie and Son', ['Blackie and Son']],
  ] as const) {
    const book = await parse({ metadata: `<dc:title>T</dc:title><dc:creator>${creator}</dc:creator>` });
    assert.deepEqual(book.authors, authors, creator);
  }
});

test('titles are read without markup and escapes, languages from lists and from the text', async () => {
  for (const [title, expected] of [
    ['Salt &lt;i&gt;and&lt;/i&gt; Stars', 'Salt and Stars'],
    ['Salt &amp;amp;amp; Stars', 'Salt & Stars'],
    ['a &lt; b', 'a < b'],
  ]) {
    assert.equal((await parse({ metadata: `<dc:title>${title}</dc:title>` })).title, expected);
  }
  const untold = { metadata: '<dc:title>T</dc:title>' };
  const list = { metadata: '<dc:title>T</dc:title><dc:language>en, fr</dc:language>' };
  assert.equal((await parse(list)).language, 'en');
  const german = { 'one.xhtml': chapter('Eins').replace('<html ', '<html xml:lang="de-AT" ') };
  assert.equal((await parse({ ...untold, files: german })).language, 'de-AT');
  const nonsense = { 'one.xhtml': chapter('Eins').replace('<html ', '<html lang="--" ') };
  assert.equal((await parse({ ...untold, files: nonsense })).language, 'und');
});

test('chapters and packages in undeclared encodings are read', async () => {
  const text = '老房子站在河岸上，傍晚时分，村子里下起了小雨。';
  const bare = `<html><body><p>${text.repeat(8)}</p></body></html>`;
  const entry = packageOf(
    item('a', 'one.xhtml'),
    '<spine><itemref idref="a"/></spine>',
    `<dc:title>${text}</dc:title>`,
  );
  const book = await parse({
    files: { 'one.xhtml': encode(bare, 'gbk') },
    entries: [{ ...entry, data: encode(entry.data, 'gbk') }],
  });
  assert.equal(book.title, text);
  assert.deepEqual(bodyText(book), [text.repeat(8)]);
});

test('a poem that says "all rights reserved" and a first letter apart from its word are text', async () => {
  const poem = '<p>All rights reserved, said the sea,</p><p>and took the boat with me.</p><p>© the moon.</p>';
  const letters =
    '<p><span class="dropcap">T</span>\n<span>he ferry left.</span></p><p><span class="dropcap">A</span> boat came.</p><div><img alt="Letter O" src="o.png"/></div><p>nce upon a tide.</p><p><span class="dropcap">T</span> Rex sailed.</p>';
  const files = {
    'one.xhtml': TWO['one.xhtml'],
    'two.xhtml': chapter('Song', poem),
    'three.xhtml': chapter('Last', letters + PROSE),
  };
  const texts = bodyText(await parse({ files }));
  for (const expected of [
    'and took the boat with me.',
    'The ferry left.',
    'A boat came.',
    'Once upon a tide.',
    'T Rex sailed.',
  ]) {
    assert.ok(texts.includes(expected), expected);
  }
});
