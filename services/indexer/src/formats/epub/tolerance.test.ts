/** What other readers open is opened: archives, packages and tables of contents that are not quite as they should be. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ParsedBook } from '../../book.ts';
import { CONTAINER_XML, epubEntries, type FixtureBook, METADATA, xhtml, zip } from './epub.test-support.ts';
import { parseEpub } from './parse.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tolerance-'));
});
after(() => rm(dir, { recursive: true }));

let count = 0;
async function parseBytes(bytes: Uint8Array): Promise<ParsedBook> {
  const path = join(dir, `book-${count++}.epub`);
  await writeFile(path, bytes);
  return parseEpub(path);
}
const parse = (book: FixtureBook) => parseBytes(zip(epubEntries(book)));
const text = ({ sections }: ParsedBook) =>
  sections.flatMap(({ blocks }) => blocks.map((b) => b.text)).join(' ');
const titles = ({ sections }: ParsedBook) => sections.map(({ title }) => title);
const page = (words: string) => xhtml(`<p>${words}</p>`);

const opf = (manifest: string, spine: string, rest = '') =>
  `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${METADATA}${rest}</metadata><manifest>${manifest}</manifest><spine>${spine}</spine></package>`;
const item = (id: string, href: string, type = 'application/xhtml+xml', more = '') =>
  `<item id="${id}" href="${href}" media-type="${type}" ${more}/>`;
const ref = (id: string, more = '') => `<itemref idref="${id}" ${more}/>`;
/** A book of this package with these files beside it. */
const packaged = (data: string, files: Record<string, string | Uint8Array>) =>
  parse({
    files: {},
    entries: [
      { name: 'OEBPS/content.opf', data },
      ...Object.entries(files).map(([name, content]) => ({ name: `OEBPS/${name}`, data: content })),
    ],
  });

test('an archive whose directory is cut off or damaged is read by the headers of its files, and noted', async () => {
  for (const described of [false, true]) {
    const whole = zip(epubEntries().map((entry) => ({ ...entry, described })));
    const directory = whole.indexOf('PK\x01\x02', 0, 'latin1');
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, directory + 46, directory + 100);
    const ends = Array.from({ length: whole.length - directory }, (_, i) => directory + i);
    const filled = Buffer.concat([whole.subarray(0, directory), Buffer.alloc(900)]);
    for (const bytes of [...ends.map((end) => whole.subarray(0, end)), damaged, filled]) {
      const book = await parseBytes(bytes);
      assert.equal(text(book), 'Some words to read.');
      assert.deepEqual(
        book.notes?.map(({ kind }) => kind),
        ['repaired'],
      );
    }
  }
});

test('bytes before and after the archive, and a comment of another length, are passed over', async () => {
  const whole = zip(epubEntries());
  const wrongComment = Buffer.from(whole);
  wrongComment.writeUInt16LE(9, whole.length - 2);
  for (const bytes of [
    Buffer.concat([whole, Buffer.from('\r\n')]),
    Buffer.concat([whole, Buffer.alloc(5_000)]),
    Buffer.concat([Buffer.from('\n\n\n'), whole]),
    Buffer.concat([Buffer.from('#!/bin/sh\n'), whole, Buffer.from('\0')]),
    wrongComment,
  ]) {
    const book = await parseBytes(bytes);
    assert.equal(text(book), 'Some words to read.');
    assert.equal(book.notes?.[0]?.kind, 'repaired');
  }
});

test('an archive within an archive that was cut off is not taken for the book', async () => {
  const inner = zip(epubEntries());
  const last = { name: 'last.txt', data: 'last' };
  const entries = epubEntries({ files: { 'one.xhtml': page('Outer.') } });
  const outer = zip([...entries, { name: 'inner.epub', data: inner, stored: true }, last]);
  const end = outer.indexOf(inner) + inner.length;
  assert.equal(text(await parseBytes(outer.subarray(0, end))), 'Outer.');
  await assert.rejects(parseBytes(outer.subarray(0, end + 40)), { code: 'truncated' });
});

test('names are found in UTF-8 without the flag, in old encodings, composed or decomposed', async () => {
  const book = (entryName: string | Uint8Array, href: string) =>
    parseBytes(
      zip([
        ...epubEntries({ files: { [href]: '' } }).filter(({ name }) => name !== `OEBPS/${href}`),
        { name: `OEBPS/${href}`, rawName: entryName, data: page('Found.') },
      ]),
    );
  const utf8 = (name: string) => Buffer.from(`OEBPS/${name}`);
  assert.equal(text(await book(utf8('Сливы.xhtml'), 'Сливы.xhtml')), 'Found.');
  assert.equal(text(await book(utf8('caf\u0065\u0301.xhtml'), 'café.xhtml')), 'Found.');
  assert.equal(text(await book(utf8('café.xhtml'), 'caf\u0065\u0301.xhtml')), 'Found.');
  const windows1251 = Buffer.from(
    [...'OEBPS/'].map((c) => c.charCodeAt(0)).concat([0xd1, 0xeb, 0xe8, 0xe2, 0xe0]),
  );
  assert.equal(text(await book(windows1251, 'Слива')), 'Found.');
});

test('a name and a reference that differ in escapes meet', async () => {
  for (const [name, href] of [
    ['a b.xhtml', 'a b.xhtml'],
    ['a%21b.xhtml', 'a%21b.xhtml'],
    ['Why?.xhtml', 'Why?.xhtml'],
    ['No #1.xhtml', 'No #1.xhtml'],
    ['100%.xhtml', '100%.xhtml'],
    ['café.xhtml', 'caf%E9.xhtml'],
    ['a.xhtml', '../../../OEBPS/a.xhtml'],
  ] as const) {
    const book = await packaged(opf(item('a', href), ref('a')), { [name]: page('Found.') });
    assert.equal(text(book), 'Found.', href);
  }
});

test('the package is found one folder deeper, with ./ before names, without a container, and in its newest version', async () => {
  const entries = epubEntries();
  const within = (prefix: string) => zip(entries.map((entry) => ({ ...entry, name: prefix + entry.name })));
  assert.equal((await parseBytes(within('My book/'))).title, 'A Book');
  assert.equal((await parseBytes(within('./'))).title, 'A Book');
  assert.equal((await parse({ without: ['META-INF/container.xml'] })).title, 'A Book');
  const { data } = entries.find(({ name }) => name.endsWith('.opf'))!;
  const newer = { name: 'OEBPS/content.opf', data: String(data).replace('A Book', 'A Newer Book') };
  assert.equal((await parseBytes(zip([...entries, newer]))).title, 'A Newer Book');
});

test('a package or container that is not well-formed is read as far as it can be made out, with a note', async () => {
  const good = opf(item('a', 'a.xhtml'), ref('a'));
  for (const bad of [
    good.replace('A Book', 'Salt & Stars'),
    good.replace('<manifest>', '<!-- a -- b --><manifest>'),
    good.replace('</metadata>', '<dc:description>a\u000bb</dc:description></metadata>'),
    good.replace('</metadata>', '<meta name="x" content="y"></metadata>'),
    good.replace('<dc:language>en</dc:language>', '<dc:language>en</dc:lang>'),
    good.replace('</package>', ''),
    good.replace('<metadata>', '<metadata x=1 x="2">'),
    good.replace('</metadata>', '<dc:description>a < b<br>c</dc:description></metadata>'),
    `${good}\n<junk>`,
  ]) {
    const book = await packaged(bad, { 'a.xhtml': page('Read.') });
    assert.equal(text(book), 'Read.', bad);
    assert.equal(book.notes?.[0]?.place, 'OEBPS/content.opf');
  }
  const declared = `\n<?xml version="1.0"?>${good}`;
  assert.deepEqual((await packaged(declared, { 'a.xhtml': page('Read.') })).notes, []);
  const container = CONTAINER_XML.replace('<container', '<container x="a & b"');
  assert.equal(
    (await parse({ entries: [{ name: 'META-INF/container.xml', data: container }] })).title,
    'A Book',
  );
});

test('ids with spaces, ids given twice, wrong media types and fallbacks lead to the text', async () => {
  const picture = Uint8Array.of(1, 2, 3);
  for (const [manifest, spine] of [
    [item(' a ', 'a.xhtml'), ref('a')],
    [item('a', 'p.png', 'image/png') + item('a', 'a.xhtml'), ref('a')],
    [
      item('p', 'p.png', 'image/png', 'fallback="q"') +
        item('q', 'p.png', 'image/gif', 'fallback="a"') +
        item('a', 'a.xhtml'),
      ref('p'),
    ],
    [item('a', 'a.xml', 'application/xml'), ref('a')],
  ] as const) {
    const book = await packaged(opf(manifest, spine), {
      'a.xhtml': page('Read.'),
      'a.xml': page('Read.'),
      'p.png': picture,
    });
    assert.equal(text(book), 'Read.', manifest);
  }
  const circle =
    item('p', 'p.png', 'image/png', 'fallback="q"') + item('q', 'p.png', 'image/png', 'fallback="p"');
  await assert.rejects(packaged(opf(circle, ref('p')), { 'p.png': picture }), { code: 'no_spine' });
});

test('a table of contents that is not valid keeps its titles', async () => {
  const files = { 'a.xhtml': page('one'), 'b.xhtml': page('two') };
  for (const [nav, first] of [
    [
      '<ol><li><p><a href="a.xhtml">Rope</a></p></li><li><div><a href="b.xhtml">Tar</a></div></li></ol>',
      'Rope',
    ],
    ['<div><ol><li><a href="a.xhtml">Rope<br></a></li><li><a href="b.xhtml">Tar</a></li></ol></div>', 'Rope'],
    ['<ol><li><a href="a.xhtml">Rope & Oil</a></li><li><a href="b.xhtml">Tar</a></li></ol>', 'Rope & Oil'],
    ['<ol><li><a href="a.xhtml"><b>1</b><br/>Rope</a></li><li><a href="b.xhtml">Tar</a></li></ol>', '1 Rope'],
    ['<p><a href="a.xhtml">Rope</a></p><p><a href="b.xhtml">Tar</a></p>', 'Rope'],
  ] as const) {
    assert.deepEqual(
      titles(await parse({ files, nav: `<nav epub:type="toc">${nav}</nav>` })),
      [first, 'Tar'],
      nav,
    );
  }
  const point = (label: string, src: string) =>
    `<navPoint><navLabel><text>${label}</text></navLabel><content src="${src}"/></navPoint>`;
  const ncx = `<ncx><navMap>${point('Rope & Oil', 'a.xhtml')}${point('Tar', 'b.xhtml')}</navMap></ncx>`;
  assert.deepEqual(titles(await parse({ files, ncx })), ['Rope & Oil', 'Tar']);
});

test('one chapter that cannot be read is left out and named; the others are read', async () => {
  const noise = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919 + (i % 13) * 31) % 256);
  const book = await parse({
    files: { 'a.xhtml': page('one'), 'b.xhtml': noise, 'c.xhtml': page('three') },
  });
  assert.equal(text(book), 'one three');
  assert.deepEqual(
    book.notes?.map(({ kind, place }) => [kind, place]),
    [['unread', 'OEBPS/b.xhtml']],
  );
});

test('the bytes decide the encoding: valid UTF-8 beats a declaration, UTF-32 is known', async () => {
  const words = '<html><body><p>François met Zoë</p></body></html>';
  const utf32 = (littleEndian: boolean) => {
    const bytes = Buffer.from(`\ufeff${words}`, 'utf16le');
    const wide = Buffer.alloc(bytes.length * 2);
    for (let i = 0; i < bytes.length / 2; i++) {
      if (littleEndian) wide.writeUInt32LE(bytes.readUInt16LE(i * 2), i * 4);
      else wide.writeUInt32BE(bytes.readUInt16LE(i * 2), i * 4);
    }
    return wide;
  };
  for (const bytes of [
    Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${words}`),
    Buffer.from(words.replace('<body>', '<head><meta charset="windows-1252"/></head><body>')),
    Buffer.from(
      `<?xml version="1.0"?>${words.replace('<body>', '<head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"/></head><body>')}`,
    ),
    utf32(true),
    utf32(false),
  ]) {
    assert.equal(text(await parse({ files: { 'a.xhtml': bytes } })), 'François met Zoë');
  }
});
