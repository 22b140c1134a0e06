/** What pages say is true, and small things work: missing pages, the way back, links, focus, phones, files to keep. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { recorded } from './artefacts.ts';
import { atDesk, baseUrl, launch, onPhone } from './stack.ts';
import { stackControl } from './stack-control.ts';

const base = baseUrl();
const origin = base ?? '';
const QUERY = 'dragons and magic';
const RESULTS = `${origin}/search?${new URLSearchParams({ q: QUERY })}`;
const DONE = '.results[aria-busy="false"] article';
const READ_LINK = '.results figcaption a[href*="/read/"]';
const STEP = '.trail-step';
const TRAIL = `${origin}/trail?${new URLSearchParams({ from: 'getting lost in a city', to: QUERY })}`;
/** Least width of the words in the search box of a phone, in CSS pixels. */
const BOX_PX = { 390: 200, 320: 130 };

/** Waits until an expression is true in the page; Playwright's own way needs what the pages' CSP forbids. */
async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await page.evaluate<boolean>(expression)) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`never true: ${expression}`);
}

describe('what pages say and where they lead', { skip: base === undefined }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  before(async () => {
    browser = await launch();
    context = await atDesk(browser);
    page = await context.newPage();
  });
  after(() => browser.close());

  test('what is not in the library is said once, in one page', async () => {
    const missing = ['books', 'themes', 'topics', 'domains', 'passages'].map((kind) => `/${kind}/4000000000`);
    for (const path of [...missing, '/books/4000000000/read/0', '/books/1/read/9999', '/no-such-page']) {
      const response = await page.goto(origin + path);
      assert.equal(response?.status(), 404, path);
      await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
      const [bars, mains, boxes] = await Promise.all(
        ['.bar', 'main', '#search-input'].map((selector) => page.locator(selector).count()),
      );
      assert.deepEqual([bars, mains, boxes], [1, 1, 1], path);
    }
  });

  test('a search for nothing is the home page, and no page asks for a password that is not set', async () => {
    for (const [path, leads] of [
      ['/search', '/'],
      ['/search?q=', '/'],
      ['/login', '/'],
      ['/login?next=%2Fbooks', '/books'],
      ['/login?next=%2F%2Fexample.org', '/'],
    ] as const) {
      await page.goto(origin + path);
      assert.equal(page.url(), origin + leads, path);
    }
  });

  test('Escape and "All results" lead back to the same kind, filters and page, at the same place', (t) =>
    recorded(t, page, async () => {
      for (const leave of ['key', 'link'] as const) {
        await page.goto(`${RESULTS}&in=passages&lang=en&page=2`);
        await page.locator(DONE).nth(6).waitFor();
        const url = page.url();
        const link = page.locator(READ_LINK).nth(6);
        await link.scrollIntoViewIfNeeded();
        const before = await page.evaluate<number>('scrollY');
        assert.ok(before > 0);
        await link.click();
        await page.locator('.passage-marked:focus').waitFor();
        if (leave === 'key') await page.keyboard.press('Escape');
        else {
          await page.getByRole('button', { name: /^All hits/ }).click();
          await page.getByRole('link', { name: `All results for “${QUERY}”` }).click();
        }
        await page.waitForURL(url);
        await page.locator(DONE).first().waitFor();
        await until(page, `Math.abs(scrollY - ${before}) < 50`);
      }
    }));

  test('contents and the list of hits open at the entry that is read', async () => {
    await page.setViewportSize({ width: 1280, height: 420 });
    await page.goto(RESULTS);
    await page.locator(READ_LINK).first().click();
    await page.locator('.passage-marked').waitFor();
    for (const panel of ['contents', 'hit-list']) {
      await page.locator(`[popovertarget="${panel}"]`).first().click();
      const current = page.locator(`#${panel} [aria-current]`).first();
      await page.locator(`#${panel}:popover-open`).waitFor();
      if ((await current.count()) > 0) {
        // In the page: the entry is within what the panel shows.
        const shown = `(() => {
          const panel = document.getElementById('${panel}').getBoundingClientRect();
          const entry = document.querySelector('#${panel} [aria-current]').getBoundingClientRect();
          return entry.top >= panel.top && entry.bottom <= panel.bottom;
        })()`;
        await until(page, shown);
      }
      await page.keyboard.press('Escape');
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('cover and quotation lead where title and "Read in context" lead', async () => {
    await page.goto(RESULTS);
    const row = page.locator(DONE).first();
    const [title, cover, read, quotation] = await Promise.all(
      ['h2 a', ':scope > a', 'figcaption a', 'blockquote a'].map((selector) =>
        row.locator(selector).first().getAttribute('href'),
      ),
    );
    assert.equal(cover, title);
    assert.equal(quotation, read);
    await row.locator('blockquote').first().click();
    await page.locator('.passage-marked').waitFor();
  });

  test('quotations in results begin and end with whole words', async () => {
    await page.goto(`${RESULTS}&in=passages`);
    const api = `${origin}/api/v1/search?${new URLSearchParams({ q: QUERY, scope: 'passages', limit: '10' })}`;
    const { results } = (await (await fetch(api)).json()) as { results: { passage?: { text: string } }[] };
    const texts = results.map(({ passage }) => (passage?.text ?? '').replace(/\s+/g, ' '));
    const quotes = await page.locator(`${DONE} blockquote`).allTextContents();
    assert.ok(quotes.length >= 3);
    for (const quote of quotes) {
      const said = quote.replace(/…/g, '').replace(/\s+/g, ' ').trim();
      const text = texts.find((whole) => whole.includes(said));
      assert.ok(text !== undefined, said);
      const at = text.indexOf(said);
      assert.doesNotMatch(text.slice(Math.max(0, at - 1), at), /\p{L}/u, said);
      assert.doesNotMatch(text.slice(at + said.length, at + said.length + 1), /\p{L}/u, said);
    }
  });

  test('the line above the results counts them; how they were found is behind Details', async () => {
    await page.goto(RESULTS);
    await page.locator(DONE).first().waitFor();
    assert.match((await page.locator('main [role="status"]').first().textContent()) ?? '', /^\d+\+? books?$/);
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByText(/^Answered (in .+ by \d signals?|from the cache)\.$/).waitFor();
  });

  test('where nothing is found no tab counts anything', async () => {
    await page.goto(`${origin}/search?q=zxqv+wkjhg+pfnbt`);
    await page.getByRole('heading', { name: 'No passages found' }).waitFor();
    const tabs = page.getByRole('navigation', { name: 'Kind of answer' });
    assert.doesNotMatch((await tabs.textContent()) ?? '', /\d/);
  });

  test('years are shown by decade, and books without one are not lost', async (t) => {
    const all = (await (await fetch(`${origin}/api/v1/books?facets=true&limit=60`)).json()) as {
      books: { year?: number }[];
      facets: { undated?: number };
    };
    const undated = all.books.filter(({ year }) => !year).length;
    assert.equal(all.facets.undated ?? 0, undated);
    await page.goto(`${RESULTS}&in=books&undated=true`);
    await page.getByRole('link', { name: 'Remove no year' }).waitFor();
    t.diagnostic(`${undated} books without a year`);
  });

  test('pinning and leaving out a step are announced, and keep the focus in the trail', (t) =>
    recorded(t, page, async () => {
      await page.goto(TRAIL, { waitUntil: 'networkidle' });
      const second = page.locator(STEP).nth(1);
      const book = (await second.locator('cite').textContent()) ?? '';
      await second.getByRole('link', { name: /^Pin/ }).press('Enter');
      await page
        .getByRole('status')
        .filter({ hasText: `Pinned: ${book}` })
        .waitFor();
      await page.locator(`${STEP}[data-pinned] [data-trail-change="pin"]:focus`).waitFor();
      await page
        .locator(STEP)
        .nth(2)
        .getByRole('link', { name: /^Leave out/ })
        .press('Enter');
      await page.getByRole('status').filter({ hasText: 'Left out: ' }).waitFor();
      await page.locator(`${STEP}:focus`).waitFor();
    }));

  test('a trail is kept in a file with its name, and its quotations link to their places', async () => {
    await page.goto(TRAIL, { waitUntil: 'networkidle' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as Markdown' }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), 'trail-from-getting-lost-in-a-city-to-dragons-and-magic.md');
    const [link = ''] = /http[^)]+\/read\/[^)]+/.exec(await readFile(await file.path(), 'utf8')) ?? [];
    await page.goto(link);
    await page.locator('.passage-marked').waitFor();
  });

  test('a choice of colours reaches the pages that are open already', async () => {
    const other = await context.newPage();
    await other.goto(origin);
    await page.goto(origin);
    await page.evaluate(`localStorage.setItem('theme', 'dark')`);
    await other.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    await page.evaluate(`localStorage.removeItem('theme')`);
    await other.locator('html:not([data-theme])').waitFor({ state: 'attached' });
    await other.close();
  });

  test('the search box of a phone has room for words, and no figure breaks', async () => {
    for (const [width, room] of Object.entries(BOX_PX)) {
      const phone = await onPhone(browser, { viewport: { width: Number(width), height: 700 } });
      const small = await phone.newPage();
      await small.goto(`${origin}/search?q=stoicism`);
      // In the page: the width that is left for the words.
      const words = await small.evaluate<number>(`(() => {
        const box = document.getElementById('search-input');
        const { paddingLeft, paddingRight } = getComputedStyle(box);
        return box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      })()`);
      assert.ok(words >= room, `${words} px of ${width}`);
      await small.locator(READ_LINK).first().click();
      const position = small.locator('.reader-position');
      assert.match((await position.textContent()) ?? '', /^\d+%$/);
      await phone.close();
    }
  });
});

describe('what the pages of books and files say', {
  skip: base === undefined || stackControl() === undefined,
}, () => {
  test('a file that cannot be read is named, can be dismissed, and is not called read', async (t) => {
    const browser = await launch();
    const page = await (await atDesk(browser)).newPage();
    try {
      await recorded(t, page, async () => {
        await page.goto(`${origin}/library`, { waitUntil: 'networkidle' });
        await page
          .locator('input[type="file"]')
          .first()
          .setInputFiles([
            { name: 'empty.epub', mimeType: 'application/epub+zip', buffer: Buffer.alloc(0) },
            {
              name: 'broken.epub',
              mimeType: 'application/epub+zip',
              buffer: Buffer.from('PK\x03\x04 broken'),
            },
          ]);
        const empty = page.locator('li', { hasText: 'empty.epub' });
        await empty.getByText('The file is empty').waitFor();
        assert.equal(await empty.getByRole('button', { name: 'Try again' }).count(), 0);
        await empty.getByRole('button', { name: 'Dismiss empty.epub' }).click();
        await empty.waitFor({ state: 'detached' });
        const broken = page.locator('section[aria-labelledby="imports"] li', { hasText: 'broken.epub' });
        await broken.getByText('failed').waitFor();
        assert.equal(await broken.getByRole('button', { name: 'Try again' }).count(), 0);
        await broken.getByRole('button', { name: 'Dismiss broken.epub' }).click();
        await broken.waitFor({ state: 'detached' });
        await page.reload();
        // What was dismissed is known to the browser alone: the page comes with it, and then leaves it out.
        await broken.waitFor({ state: 'detached' });
        await page.goto(`${origin}/status`);
        const unread = page.locator('section[aria-labelledby="refused"]');
        await unread.getByText('broken.epub').waitFor();
      });
    } finally {
      await browser.close();
    }
  });

  test('indexing is paused and resumed on the status page', async () => {
    const browser = await launch();
    const page = await (await atDesk(browser)).newPage();
    const jobs = page.locator('section[aria-labelledby="jobs"]');
    const button = (name: string) => jobs.getByRole('button', { name });
    try {
      await page.goto(`${origin}/status`, { waitUntil: 'networkidle' });
      await button('Pause indexing').click();
      await jobs.getByText('Indexing is paused.').waitFor();
      await page.reload({ waitUntil: 'networkidle' });
      await button('Resume indexing').click();
      await button('Pause indexing').waitFor();
      assert.equal(await jobs.getByText('Indexing is paused.').count(), 0);
    } finally {
      await browser.close();
    }
  });

  test('removing a book says what becomes of its file', async () => {
    const browser = await launch();
    const page = await (await atDesk(browser)).newPage();
    try {
      await page.goto(`${origin}/library`, { waitUntil: 'networkidle' });
      await page
        .getByRole('button', { name: /^Remove / })
        .first()
        .click();
      await page.getByRole('dialog').getByText('The file stays in your folder:').waitFor();
      await page.route('**/api/v1/books?*', async (route) => {
        const answer = await route.fetch();
        const text = (await answer.text()).replace(/"fileName":"/g, '"fileName":"uploads/');
        await route.fulfill({ response: answer, body: text });
      });
      await page.reload();
      const dialog = page.getByRole('dialog');
      // The list that the server rendered is replaced by the browser's own answer a moment later.
      while ((await dialog.getByText('keeps no copy of an uploaded file').count()) === 0) {
        await page.keyboard.press('Escape');
        await page
          .getByRole('button', { name: /^Remove / })
          .first()
          .click();
        await page.waitForTimeout(100);
      }
      assert.equal(await dialog.getByText('uploads/').count(), 0);
    } finally {
      await browser.close();
    }
  });
});
