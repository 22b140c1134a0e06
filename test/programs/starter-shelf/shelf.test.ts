import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import yauzl from 'yauzl';
import { type BookSource, countWords, curlQuotes, parseBook } from './book-source.ts';
import { buildBook, readShelf } from './build.ts';
import { COVER_HEIGHT, COVER_WIDTH } from './cover.ts';

const COMMITTED = join(import.meta.dirname, 'epub');
/** What all books together may weigh, in bytes: above it they would not belong in the repository. */
const SHELF_BYTES = 1_500_000;
/** Largest mean difference of a rebuilt cover, in levels of 255: rasterisers round differently on other CPUs. */
const COVER_TOLERANCE = 0.5;

const shelf = await readShelf();
const built = new Map<string, Buffer>();
for (const book of shelf) built.set(book.slug, await buildBook(book));

interface Entry {
  name: string;
  content: Buffer;
  stored: boolean;
  extraFields: number;
}

async function unzip(file: Buffer): Promise<Entry[]> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(file, {
    lazyEntries: true,
  });
  const read = promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip));
  const entries: Entry[] = [];
  zip.on('entry', async (entry: yauzl.Entry) => {
    entries.push({
      name: entry.fileName,
      content: await buffer(await read(entry)),
      stored: entry.compressionMethod === 0,
      extraFields: entry.extraFieldLength,
    });
    zip.readEntry();
  });
  const end = once(zip, 'end');
  zip.readEntry();
  await end;
  return entries;
}

/** Elements of a well-formed document in order, each with its attributes; throws where it is not well-formed. */
function elements(xml: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    found.push({ name: tag.name, attributes: tag.attributes as Record<string, string> });
  });
  parser.write(xml).close();
  return found;
}

function wordsOf(book: BookSource): string {
  const text = book.chapters.flatMap((chapter) => chapter.blocks.flatMap((block) => block.paragraphs));
  return [book.title, book.description, ...book.subjects, ...text].join(' ').toLowerCase();
}

test('the shelf holds twelve books by twelve authors', () => {
  assert.equal(shelf.length, 12);
  assert.equal(new Set(shelf.map((book) => book.title)).size, 12);
  assert.equal(new Set(shelf.map((book) => book.author)).size, 12);
});

test('no two covers share a motif or a ground colour', () => {
  assert.equal(new Set(shelf.map((book) => book.cover.motif)).size, shelf.length);
  assert.equal(new Set(shelf.map((book) => book.cover.ground)).size, shelf.length);
});

for (const book of shelf) {
  test(`${book.title} is a short book of four to seven chapters`, () => {
    const words = countWords(book);
    assert.ok(words >= 2_200 && words <= 3_500, `${words} words`);
    assert.ok(book.chapters.length >= 4 && book.chapters.length <= 7, `${book.chapters.length} chapters`);
    for (const chapter of book.chapters) assert.ok(chapter.title && chapter.blocks.length > 0);
  });

  test(`${book.title} says what it is about, when it was written and under which licence`, () => {
    const words = book.description.split(/\s+/).length;
    assert.ok(words >= 60 && words <= 120, `the description has ${words} words`);
    assert.ok(book.subjects.length >= 4 && book.subjects.length <= 7);
    assert.equal(book.language, 'en');
    assert.match(book.credit, /LibTrails.*CC0/);
    assert.ok(book.year >= 2026);
  });

  test(`${book.title} is a sound EPUB`, async () => {
    const entries = await unzip(built.get(book.slug)!);
    const file = (name: string) => {
      const entry = entries.find((candidate) => candidate.name === name);
      assert.ok(entry, `${name} is missing`);
      return entry.content;
    };

    const [first] = entries;
    assert.equal(first!.name, 'mimetype');
    assert.equal(first!.content.toString(), 'application/epub+zip');
    assert.ok(first!.stored && first!.extraFields === 0);
    const rootfile = elements(file('META-INF/container.xml').toString()).find((e) => e.name === 'rootfile');
    assert.equal(rootfile?.attributes['full-path'], 'OEBPS/content.opf');

    const opf = elements(file('OEBPS/content.opf').toString());
    const items = opf.filter((e) => e.name === 'item').map((e) => e.attributes);
    const named = new Set(items.map((item) => `OEBPS/${item.href}`));
    const unlisted = entries
      .map((e) => e.name)
      .filter((name) => name.startsWith('OEBPS/') && !named.has(name));
    assert.deepEqual(unlisted, ['OEBPS/content.opf']);
    const spine = opf.filter((e) => e.name === 'itemref').map((e) => e.attributes.idref);
    assert.equal(spine.length, book.chapters.length + 2);
    for (const id of spine) assert.ok(items.some((item) => item.id === id));

    for (const item of items.filter((i) => i['media-type'] === 'application/xhtml+xml')) {
      const page = elements(file(`OEBPS/${item.href}`).toString());
      for (const link of page.flatMap((e) => (e.name === 'a' ? [e.attributes.href!] : []))) {
        if (!link.startsWith('https:'))
          assert.ok(named.has(`OEBPS/${link}`), `${item.href} links to ${link}`);
      }
    }
    const cover = items.find((item) => item.properties === 'cover-image');
    const image = await sharp(file(`OEBPS/${cover?.href}`)).metadata();
    assert.deepEqual([image.format, image.width, image.height], ['png', COVER_WIDTH, COVER_HEIGHT]);
  });

  test(`every word of ${book.title} is in its EPUB`, async () => {
    const entries = await unzip(built.get(book.slug)!);
    const pages = entries.filter((e) => e.name.includes('/chapter-')).map((e) => e.content.toString());
    const body = pages.map((page) => page.slice(page.indexOf('</h1>')).replace(/<[^>]+>/g, ' ')).join(' ');
    const words = (text: string) => text.replaceAll('*', '').match(/[\p{L}\p{N}]+/gu) ?? [];
    const source = book.chapters.flatMap((c) => c.blocks.flatMap((b) => b.paragraphs)).join(' ');
    assert.deepEqual(words(body), words(source));
    assert.doesNotMatch(body, /["'*]|^\s*[>|#-] /m, 'a mark of the source is left in the text');
  });
}

const DIAGNOSTIC: readonly [query: RegExp, slug: string][] = [
  [/dystopia/, 'fair-weather-by-order'],
  [/machine learning/, 'the-apprentice-of-examples'],
  [/cooking/, 'bread-soup-salt'],
  [/quantum/, 'the-grain-of-things'],
  [/dragon[\s\S]*magic/, 'what-the-dragon-knew'],
  [/stoicism/, 'a-small-fenced-field'],
];

for (const [query, slug] of DIAGNOSTIC) {
  test(`the diagnostic query ${query.source} has its book`, () => {
    const book = shelf.find((candidate) => candidate.slug === slug);
    assert.ok(book, `${slug} is missing`);
    assert.match(wordsOf(book), query);
  });
}

test('a second build gives the same bytes', async () => {
  for (const book of shelf) assert.ok((await buildBook(book)).equals(built.get(book.slug)!), book.slug);
});

test('the committed EPUBs are what the sources build', async () => {
  const names = (await readdir(COMMITTED)).sort();
  assert.deepEqual(names, shelf.map((book) => `${book.slug}.epub`).sort());
  let bytes = 0;
  for (const book of shelf) {
    const committed = await readFile(join(COMMITTED, `${book.slug}.epub`));
    bytes += committed.length;
    const [ours, theirs] = await Promise.all([unzip(built.get(book.slug)!), unzip(committed)]);
    assert.deepEqual(
      theirs.map((entry) => entry.name),
      ours.map((entry) => entry.name),
    );
    for (const [i, entry] of ours.entries()) {
      const other = theirs[i]!.content;
      if (entry.name.endsWith('.png')) assert.ok((await difference(entry.content, other)) <= COVER_TOLERANCE);
      else
        assert.ok(
          entry.content.equals(other),
          `run "npm run shelf": ${book.slug} ${entry.name} is not up to date`,
        );
    }
  }
  assert.ok(bytes < SHELF_BYTES, `${bytes} bytes`);
});

/** Mean absolute difference of two images, in levels of 255. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [x, y] = await Promise.all(
    [a, b].map((png) => sharp(png).toColourspace('srgb').removeAlpha().raw().toBuffer()),
  );
  assert.equal(x!.length, y!.length);
  return x!.reduce((sum, level, i) => sum + Math.abs(level - y![i]!), 0) / x!.length;
}

const MATTER = `---
title: A Book
author: A. Writer
year: 2026
language: en
subjects: One; Two
description: About nothing.
credit: Written for LibTrails, CC0.
cover: rain #000000 #ffffff #ff0000
---
`;

test('a source without an author is refused with the name of the book and the field', () => {
  assert.throws(() => parseBook('a-book', MATTER.replace(/^author.*\n/m, '')), /a-book: .*author/);
});

test('text before the first chapter is refused', () => {
  assert.throws(
    () => parseBook('a-book', `${MATTER}\nStray text.\n\n## One\n\nText.\n`),
    /before the first chapter/,
  );
});

test('straight quotes curl by what stands before them', () => {
  assert.equal(curlQuotes(`"It's *'twas*," she said ("no")`), '“It’s *‘twas*,” she said (“no”)');
});
