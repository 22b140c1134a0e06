import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROSE, readFile } from '../text/text-files.test-support.ts';

const page = (head: string, body: string, lang = 'en') =>
  `<!DOCTYPE html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;

test('headings divide the file; parts name their chapters', async () => {
  const book = await readFile(
    'a.html',
    page(
      '<title>The Lamp</title>',
      `<h1>The Lamp</h1><h2>Part I</h2><h3>Oil</h3><p>${PROSE}</p><h3>Wick</h3><p>${PROSE}</p><h2>Part II</h2><h3>Glass</h3><p>${PROSE}<script>alert(1)</script></p>`,
    ),
  );
  assert.deepEqual(
    book.sections.map(({ title }) => title),
    ['Oil', 'Part I: Wick', 'Part II: Glass'],
  );
  assert.equal(book.sections[2]?.blocks.at(-1)?.text, PROSE);
  assert.equal(book.language, 'en');
});

test('metadata come from the head: Dublin Core, meta elements, the titles of Project Gutenberg', async () => {
  const body = `<p>${PROSE}</p>`;
  const dublin = await readFile(
    'b.html',
    page(
      '<title>x</title><meta name="DC.Title" content="The Lamp"><meta name="DC.Creator" content="Marlow, A. B."><meta name="dc.language" content="fr"><meta name="dcterms.created" content="1871"><meta name="keywords" content="light, oil">',
      body,
    ),
  );
  assert.deepEqual(
    [dublin.title, dublin.authors, dublin.language, dublin.year, dublin.subjects],
    ['The Lamp', ['A. B. Marlow'], 'fr', 1871, ['light', 'oil']],
  );
  const gutenberg = await readFile(
    'c.html',
    page('<title>The Project Gutenberg eBook of Out by Night, by Ada Marlow and Ben Okuda.</title>', body),
  );
  assert.deepEqual([gutenberg.title, gutenberg.authors], ['Out by Night', ['Ada Marlow', 'Ben Okuda']]);
  const bare = await readFile('Lamps.htm', body);
  assert.equal(bare.title, 'Lamps');
});

test('a page that was saved under the name of an EPUB is not taken for a book', async () => {
  await assert.rejects(readFile('book.epub', page('<title>Log in</title>', `<p>${PROSE}</p>`)), {
    code: 'not_zip',
  });
});

test('declared encodings are believed where the bytes can be in them', async () => {
  const text = `Привет, лампа. ${PROSE}`;
  const source = page('<meta charset="windows-1251"><title>L</title>', `<p>${text}</p>`);
  const bytes = Uint8Array.from(source, (c) => {
    const code = c.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
  assert.equal((await readFile('e.html', bytes)).sections[0]?.blocks[0]?.text, text);
});
