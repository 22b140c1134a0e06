/** Five files are added: three books, one that is damaged, one that is there already. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { epubEntries, xhtml, zip } from '@libtrails/indexer/formats/epub/epub.test-support';
import type { Browser, Page } from 'playwright-core';
import { STARTER_SHELF } from '../../test-stack.ts';
import { recorded } from './artefacts.ts';
import { baseUrl, CLIPBOARD, launch } from './stack.ts';
import { stackControl } from './stack-control.ts';

const base = baseUrl();
/** Only the runner's own stack is written to. */
const isOurs = base !== undefined && stackControl() !== undefined;
const origin = base ?? '';
/** Three small books on a machine that is busy with other things. */
const INDEXED_MS = 180_000;
/** Words that no book of the starter shelf holds. */
const WORDS = ['quillwort', 'marlinspike', 'zymurgy'];

/** A book of a few pages about one word, printed in 1893 on pages 100 to 111. */
function book(word: string): Buffer {
  const sentence = `The ${word} was the talk of the harbour, and everybody had an opinion about the ${word}.`;
  const chapter = Array.from(
    { length: 12 },
    (_, i) =>
      `<p><span epub:type="pagebreak" id="p${100 + i}" title="${100 + i}"/>${sentence} That was in the year ${1800 + i}.</p>`,
  );
  return zip(
    epubEntries({
      metadata: `<dc:title>The ${word}</dc:title><dc:creator id="a">Ann Author</dc:creator><dc:date>1893</dc:date><dc:language>en</dc:language>`,
      files: { 'one.xhtml': xhtml(`<h1>One</h1>${chapter.join('')}`) },
    }),
  );
}

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('adding books', { skip: !isOurs }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-upload-'));
  let browser: Browser;
  let page: Page;
  let files: string[];
  before(async () => {
    const put = (name: string, data: Buffer) => {
      writeFileSync(join(folder, name), data);
      return join(folder, name);
    };
    const [shelved = ''] = readdirSync(STARTER_SHELF);
    const known = readFileSync(join(STARTER_SHELF, shelved));
    files = [
      ...WORDS.map((word) => put(`${word}.epub`, book(word))),
      put('damaged.epub', known.subarray(0, 3_000)),
      put('copy.epub', known),
    ];
    browser = await launch();
    page = await browser.newPage({ reducedMotion: 'reduce', ...CLIPBOARD });
  });
  after(async () => {
    // The shelf is left as it was.
    const { books } = (await (await fetch(`${origin}/api/v1/books?limit=60`)).json()) as {
      books: { id: number; title: string }[];
    };
    for (const { id, title } of books) {
      if (WORDS.some((word) => title === `The ${word}`)) {
        await fetch(`${origin}/api/v1/books/${id}`, { method: 'DELETE', headers: { origin } });
      }
    }
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('books come in, what is wrong with the others is said, and a reload loses nothing', (t) =>
    recorded(t, page, async () => {
      const before = files.map(digest);
      await page.goto(`${origin}/library`);
      await page.locator('input[type="file"]').first().setInputFiles(files);
      await page.getByText('5 of 5 files uploaded').waitFor();
      await page.reload();
      const list = page.locator('section[aria-labelledby="imports"]');
      for (const word of WORDS) {
        await list
          .locator('li', { hasText: new RegExp(`${word}.*done`, 's') })
          .waitFor({ timeout: INDEXED_MS });
      }
      const damaged = list.locator('li', { hasText: 'damaged.epub' });
      await damaged.getByText('failed').waitFor({ timeout: INDEXED_MS });
      assert.ok(
        ((await damaged.textContent()) ?? '').length > 'damaged.epub failed'.length + 20,
        'it says why',
      );
      await list
        .locator('li', { hasText: /copy\.epub|same content/ })
        .first()
        .waitFor();
      await list.getByRole('button', { name: /^Failed \d/ }).click();
      await list.locator('li', { hasText: 'damaged.epub' }).waitFor();
      assert.deepEqual(files.map(digest), before, 'the files are as they were');
    }));

  test('a book that came in is found by its words', (t) =>
    recorded(t, page, async () => {
      await page.goto(`${origin}/search?q=${WORDS[1]}`);
      await page
        .locator('.results article h2', { hasText: `The ${WORDS[1]}` })
        .first()
        .waitFor();
    }));

  test('printed pages are shown in the text, found by number, and cited in every form', (t) =>
    recorded(t, page, async () => {
      await page.goto(`${origin}/search?q=${encodeURIComponent(`in:${WORDS[1]} page:107`)}`);
      const result = page.locator('.results figure').first();
      await result.getByText(/, pp?\. 10\d/).waitFor();
      for (const [form, expected] of [
        ['Text', new RegExp(`^Ann Author, The ${WORDS[1]} \\(1893\\), One, pp?\\. 10\\d`)],
        ['Markdown', new RegExp(`^Ann Author, \\*The ${WORDS[1]}\\* \\(1893\\), One, pp?\\. 10\\d`)],
        ['BibTeX', /^@book\{author1893the,.*pages = \{10\d/s],
        ['CSL-JSON', /"page": "10\d/],
      ] as const) {
        await result.getByRole('button', { name: /^More/ }).click();
        await page.getByRole('button', { name: form, exact: true }).click();
        await page.getByText('Citation copied').first().waitFor();
        assert.match(await page.evaluate<string>('navigator.clipboard.readText()'), expected);
        await page.keyboard.press('Escape');
      }
      await result.getByRole('link', { name: 'Read in context' }).click();
      await page.locator('.page-mark[data-page="107"]').waitFor();
      const labels = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.page-mark')].map((mark) => mark.dataset.page)`,
      );
      assert.deepEqual(
        labels,
        Array.from({ length: 12 }, (_, i) => String(100 + i)),
      );
      const text = (await page.locator('.reading').textContent()) ?? '';
      assert.ok(!text.includes('107'), 'the number is no text of the book');
    }));
});
