import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ParsedBook } from '../../book.ts';
import { type FixtureBook, METADATA, writeEpub, xhtml } from './epub.test-support.ts';
import { parseEpub } from './parse.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'epub-'));
});
after(() => rm(dir, { recursive: true }));

let count = 0;
async function parse(book: FixtureBook): Promise<ParsedBook> {
  return parseEpub(await writeEpub(join(dir, `book-${count++}.epub`), book));
}
const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');
const kinds = ({ sections }: ParsedBook) => sections.map(({ title, kind }) => [title, kind]);

test('sections follow the spine, with titles from the navigation, else the heading, else a number', async () => {
  const book = await parse({
    files: {
      'z.xhtml': xhtml('<h1>Not this</h1><p>one</p>'),
      'a.xhtml': xhtml('<h2>From the heading</h2><p>two</p>'),
      'm b.xhtml': xhtml('<p>three</p>'),
    },
    nav: '<nav epub:type="toc"><ol><li><a href="z.xhtml">From the <i>navigation</i></a></li></ol></nav>',
  });
  assert.deepEqual(
    book.sections.map(({ index, title, href }) => [index, title, href]),
    [
      [0, 'From the navigation', 'OEBPS/z.xhtml'],
      [1, 'From the heading', 'OEBPS/a.xhtml'],
      [2, 'Section 3', 'OEBPS/m b.xhtml'],
    ],
  );
});

test("EPUB 2's NCX gives titles and depth", async () => {
  const book = await parse({
    files: { 'p.xhtml': xhtml('<p>part text</p>'), 'c.xhtml': xhtml('<p>chapter text</p>') },
    ncx: '<ncx><navMap><navPoint><navLabel><text>Part I &amp; more</text></navLabel><content src="p.xhtml"/><navPoint><navLabel><text>Chapter 1</text></navLabel><content src="c.xhtml"/></navPoint></navPoint></navMap></ncx>',
  });
  assert.deepEqual(
    book.sections.map(({ title, depth }) => [title, depth]),
    [
      ['Part I & more', 0],
      ['Chapter 1', 1],
    ],
  );
});

test('a broken navigation is no reason to refuse a book', async () => {
  const book = await parse({
    files: { 'a.xhtml': xhtml('<h1>One</h1><p>text</p>') },
    nav: '<nav><ol><li>',
    entries: [{ name: 'OEBPS/nav.xhtml', data: '<html><nav>' }],
  });
  assert.equal(book.sections[0]?.title, 'One');
});

test('a numeral gets the name of its part', async () => {
  const book = await parse({
    files: { 'p.xhtml': xhtml('<p>part</p>'), 'c.xhtml': xhtml('<p>chapter</p>') },
    nav: '<nav epub:type="toc"><ol><li><a href="p.xhtml">Part II</a><ol><li><a href="c.xhtml">IV</a></li></ol></li></ol></nav>',
  });
  assert.equal(book.sections[1]?.title, 'Part II, IV');
});

test('a file with several long chapters is divided where the navigation says', async () => {
  const chapter = (n: number) => `<section id="c${n}"><h2>Chapter ${n}</h2><p>${words(600)}</p></section>`;
  const entry = (n: number) => `<li><a href="all.xhtml#c${n}">Chapter ${n}</a></li>`;
  const book = await parse({
    files: { 'all.xhtml': xhtml([1, 2, 3].map(chapter).join('')) },
    nav: `<nav epub:type="toc"><ol>${[1, 2, 3].map(entry).join('')}</ol></nav>`,
  });
  assert.deepEqual(
    book.sections.map(({ title, href, blocks }) => [title, href, blocks.length]),
    [
      ['Chapter 1', 'OEBPS/all.xhtml', 2],
      ['Chapter 2', 'OEBPS/all.xhtml#c2', 2],
      ['Chapter 3', 'OEBPS/all.xhtml#c3', 2],
    ],
  );
});

test('short numbered paragraphs in the navigation do not divide a file', async () => {
  const items = Array.from({ length: 20 }, (_, i) => i);
  const book = await parse({
    files: { 'all.xhtml': xhtml(items.map((n) => `<p id="a${n}">${words(60)}</p>`).join('')) },
    nav: `<nav epub:type="toc"><ol>${items.map((n) => `<li><a href="all.xhtml#a${n}">${n}</a></li>`).join('')}</ol></nav>`,
  });
  assert.equal(book.sections.length, 1);
});

test('front matter, notes and back matter are told from the body by what the file says of itself', async () => {
  const typed = (type: string, text: string) =>
    xhtml(`<section epub:type="${type}"><p>${text}</p></section>`);
  const book = await parse({
    files: {
      'titlepage.xhtml': typed('titlepage', 'A Book by Ann Author'),
      'copyright.xhtml': typed('copyright-page', words(80)),
      'dedication.xhtml': typed('dedication', 'To my friends'),
      'preface.xhtml': typed('preface', words(300)),
      'chapter.xhtml': typed('chapter', words(300)),
      'appendix.xhtml': typed('appendix', words(300)),
      'endnotes.xhtml': typed('endnotes', words(300)),
      'colophon.xhtml': typed('colophon', words(80)),
    },
  });
  assert.deepEqual(
    book.sections.map((section) => section.kind),
    ['front', 'front', 'front', 'body', 'body', 'body', 'notes', 'back'],
  );
});

test('without types, titles, file names, guide and the text itself tell', async () => {
  const book = await parse({
    files: {
      'cover.xhtml': xhtml('<p>A Book</p>'),
      'x1.xhtml': xhtml(`<p>Copyright © 1999 by nobody. All rights reserved. ISBN 0. ${words(40)}</p>`),
      'x2.xhtml': xhtml('<h1>Contents</h1><p>I · 1, II · 2</p>'),
      'x3.xhtml': xhtml(
        `<p>${Array.from({ length: 9 }, (_, i) => `<a href="x6.xhtml">Chapter ${i}</a>`).join(' ')}</p>`,
      ),
      'x4.xhtml': xhtml('<h1>Part One</h1>'),
      'x5.xhtml': xhtml(`<p>${words(60)}</p>`),
      'x6.xhtml': xhtml(`<h2>The Story</h2><p>${words(400)}</p>`),
      'x7.xhtml': xhtml(`<h2>Notes</h2><p>${words(60)}</p>`),
      'x8.xhtml': xhtml(`<h2>Index</h2><p>${words(60)}</p>`),
    },
    guide: '<guide><reference type="acknowledgements" href="x5.xhtml"/></guide>',
  });
  assert.deepEqual(
    book.sections.map((section) => section.kind),
    ['front', 'front', 'front', 'front', 'front', 'front', 'body', 'notes', 'back'],
  );
});

test('what stands outside the linear order is searched like the rest, unless it is something else', async () => {
  const book = await parse({
    files: {
      'a.xhtml': xhtml(`<p>${words(50)}</p>`),
      'n.xhtml': xhtml('<p>an aside</p>'),
      'footnotes.xhtml': xhtml('<p>1. a note</p>'),
    },
    nonLinear: ['n.xhtml', 'footnotes.xhtml'],
  });
  assert.deepEqual(
    book.sections.map((section) => section.kind),
    ['body', 'body', 'notes'],
  );
});

test('a book whose every page looks like an edge is still read', async () => {
  const book = await parse({ files: { 'toc.xhtml': xhtml('<p>Only these few words.</p>') } });
  assert.equal(book.sections[0]?.kind, 'body');
});

test("Project Gutenberg's header and licence are cut off the work", async () => {
  const book = await parse({
    files: {
      'a.xhtml': xhtml(
        '<p>The Project Gutenberg EBook of A Book</p><p>*** START OF THIS PROJECT GUTENBERG EBOOK A BOOK ***</p>' +
          `<p>Produced by Somebody</p><h1>A Book</h1><p>${words(300)}</p>`,
      ),
      'b.xhtml': xhtml(
        `<h2>Chapter 2</h2><p>${words(300)}</p><p>End of the Project Gutenberg EBook of A Book</p>` +
          '<p>*** END OF THIS PROJECT GUTENBERG EBOOK A BOOK ***</p><p>The licence.</p>',
      ),
    },
  });
  assert.deepEqual(kinds(book), [
    ['Project Gutenberg header', 'front'],
    ['A Book', 'body'],
    ['Chapter 2', 'body'],
    ['Project Gutenberg licence', 'back'],
  ]);
  assert.equal(book.sections[3]?.blocks.length, 3);
});

test('metadata of EPUB 3 is read with its refinements', async () => {
  const book = await parse({
    metadata: `<dc:title id="s">A Subtitle</dc:title><meta property="title-type" refines="#s">subtitle</meta>
      <dc:title id="t">The Title</dc:title><meta property="title-type" refines="#t">main</meta>
      <dc:creator id="c1">Trans Lator</dc:creator><meta property="role" refines="#c1">trl</meta>
      <dc:creator id="c2">Second Author</dc:creator><meta property="role" refines="#c2">aut</meta><meta property="display-seq" refines="#c2">2</meta>
      <dc:creator id="c3">First Author</dc:creator><meta property="role" refines="#c3">ill</meta><meta property="role" refines="#c3">aut</meta><meta property="display-seq" refines="#c3">1</meta>
      <dc:language>en-gb</dc:language><dc:subject>Whales</dc:subject><dc:subject>Whales</dc:subject><dc:subject>Ships -- Fiction</dc:subject>
      <dc:publisher>Standard Ebooks</dc:publisher><dc:identifier>urn:x:1</dc:identifier><dc:date>2018-03-27</dc:date>
      <dc:description id="d">Short.</dc:description>
      <meta property="se:long-description" refines="#d">&lt;p&gt;Long, first published in &lt;i&gt;three volumes&lt;/i&gt; in 1851.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</meta>`,
  });
  assert.equal(book.title, 'The Title');
  assert.deepEqual(book.authors, ['First Author', 'Second Author']);
  assert.equal(book.language, 'en-GB');
  assert.deepEqual(book.subjects, ['Whales', 'Ships -- Fiction']);
  assert.equal(book.publisher, 'Standard Ebooks');
  assert.deepEqual(book.identifiers, ['urn:x:1']);
  assert.equal(book.description, 'Long, first published in three volumes in 1851.\n\nMore.');
  assert.equal(book.year, 1851);
});

test('metadata of EPUB 2 is read with its attributes', async () => {
  const book = await parse({
    metadata: `<dc:title>T</dc:title><dc:creator opf:role="aut" opf:file-as="Plato">Plato</dc:creator>
      <dc:creator opf:role="aut" opf:file-as="Austen, Jane">Austen, Jane</dc:creator>
      <dc:contributor opf:role="trl">Jowett</dc:contributor><dc:language>English</dc:language>
      <dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1996-05-01</dc:date>`,
  });
  assert.deepEqual(book.authors, ['Plato', 'Jane Austen']);
  assert.equal(book.language, 'en');
  assert.equal(book.year, 1996);
});

test('metadata of absurd length is cut, not carried', async () => {
  const book = await parse({
    metadata: `<dc:title>${'Whales '.repeat(10_000)}</dc:title><dc:creator>${'A;'.repeat(5_000)}B</dc:creator>
      <dc:language>en</dc:language><dc:publisher>${'p'.repeat(9_000)}</dc:publisher>
      ${Array.from({ length: 5_000 }, (_, i) => `<dc:subject>Subject ${i}</dc:subject>`).join('')}
      <dc:identifier>${'i'.repeat(9_000)}</dc:identifier><dc:description>${'Long. '.repeat(50_000)}</dc:description>`,
  });
  for (const line of [book.title, book.publisher, ...book.authors, ...book.subjects, ...book.identifiers]) {
    assert.ok(line.length <= 500, `${line.length} units`);
  }
  assert.ok(book.title.startsWith('Whales Whales') && book.title.endsWith('…'));
  assert.ok(book.subjects.length <= 100 && book.description.length <= 10_000);
});

test('a series is read from a collection of EPUB 3 or from what calibre writes', async () => {
  const series = async (metadata: string) => {
    const book = await parse({ metadata: `${METADATA}${metadata}` });
    return [book.series, book.seriesIndex];
  };
  const collection = (type: string) =>
    `<meta property="belongs-to-collection" id="k">The Saga</meta>
     <meta refines="#k" property="collection-type">${type}</meta>
     <meta refines="#k" property="group-position">2.5</meta>`;
  assert.deepEqual(await series(collection('series')), ['The Saga', 2.5]);
  assert.deepEqual(await series(collection('set')), ['', 0]);
  assert.deepEqual(
    await series(
      '<meta name="calibre:series" content="Saga"/><meta name="calibre:series_index" content="3"/>',
    ),
    ['Saga', 3],
  );
  assert.deepEqual(await series(''), ['', 0]);
});

test("an e-book's own date is not taken for the year of the work", async () => {
  const dated = (date: string, publisher: string) =>
    parse({ metadata: `${METADATA}<dc:date>${date}</dc:date><dc:publisher>${publisher}</dc:publisher>` });
  assert.equal((await dated('2014-05-25T00:00:00Z', 'Standard Ebooks')).year, 0);
  assert.equal((await dated('1813', 'Project Gutenberg')).year, 1813);
  assert.equal((await dated('2004-02-01', 'Some House')).year, 2004);
  assert.equal((await dated('0101-01-01', 'Some House')).year, 0);
});

test('a book without title is called after its file, and needs no author', async () => {
  const path = await writeEpub(join(dir, 'My File.epub'), { metadata: '' });
  const book = await parseEpub(path);
  assert.equal(book.title, 'My File');
  assert.deepEqual(book.authors, []);
});

test('the cover is the raster image that the package names, or none', async () => {
  const image = { name: 'OEBPS/c.jpg', data: Uint8Array.of(1, 2, 3) };
  const item = (extra: string, type = 'image/jpeg') =>
    `<item id="c" href="c.jpg" media-type="${type}" ${extra}/>`;
  const three = await parse({ items: item('properties="cover-image"'), entries: [image] });
  assert.deepEqual([...three.cover!.data], [1, 2, 3]);
  const two = await parse({
    metadata: `${METADATA}<meta name="cover" content="c"/>`,
    items: item(''),
    entries: [image],
  });
  assert.equal(two.cover?.mediaType, 'image/jpeg');
  const drawing = await parse({ items: item('properties="cover-image"', 'image/svg+xml'), entries: [image] });
  assert.equal(drawing.cover, undefined);
  assert.equal((await parse({ items: item('properties="cover-image"') })).cover, undefined);
});

test('a cover over its limit is left out, and the book is read', async () => {
  const book = await parse({
    items: '<item id="c" href="c.jpg" media-type="image/jpeg" properties="cover-image"/>',
    entries: [{ name: 'OEBPS/c.jpg', data: randomBytes(17 * 1024 * 1024) }],
  });
  assert.equal(book.cover, undefined);
  assert.ok(book.sections.length > 0);
});

test('a path out of the archive leads nowhere, in the manifest and in the container', async () => {
  for (const href of [
    '../../../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    '%2e%2e/%2e%2e/etc/passwd',
  ]) {
    const book = await parse({
      items: `<item id="c" href="${href}" media-type="image/png" properties="cover-image"/>`,
    });
    assert.equal(book.cover, undefined, href);
    const container = `<container><rootfiles><rootfile full-path="${href}" media-type="application/oebps-package+xml"/></rootfiles></container>`;
    const found = await parse({ entries: [{ name: 'META-INF/container.xml', data: container }] });
    assert.match(found.notes![0]!.reason, /OEBPS\/content\.opf/, href);
  }
});

test('text is read in the encoding that its mark or declaration names, else by what its bytes are', async () => {
  const text = (declared: string) => `${declared}<html><body><p>Café “œuvre”</p></body></html>`;
  const windows = (s: string) =>
    Buffer.from(s.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('œ', '\x9c'), 'latin1');
  const utf16 = Buffer.from(`\ufeff${text('<?xml version="1.0" encoding="utf-16"?>')}`, 'utf16le');
  for (const bytes of [
    Buffer.from(text('<?xml version="1.0" encoding="utf-8"?>')),
    Buffer.from(`\ufeff${text('')}`),
    utf16,
    Buffer.from(utf16).swap16(),
    windows(text('<?xml version="1.0" encoding="windows-1252"?>')),
    windows(text('<meta charset="iso-8859-1"/>')),
    windows(text('')),
    windows(text('<?xml version="1.0" encoding="utf-8"?>')),
  ]) {
    const book = await parse({ files: { 'a.xhtml': bytes } });
    assert.equal(book.sections[0]?.blocks[0]?.text, 'Café “œuvre”');
  }
});

test('the same file gives the same book', async () => {
  const path = await writeEpub(join(dir, 'same.epub'));
  assert.deepEqual(await parseEpub(path), await parseEpub(path));
});
