/** A reader's way through the running UI, in headless Chromium: search, book, passage, reading, back. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { atDesk, baseUrl, launch } from './stack.ts';
import { watch } from './watch.ts';

const base = baseUrl();
/** Answered by any library with the starter shelf. */
const QUERY = 'dragons and magic';
const LATER_QUERY = 'stoicism';
const RESULT = '.results article';

describe('a reader in the browser', { skip: base === undefined }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  const origin = base ?? '';

  before(async () => {
    browser = await launch();
    context = await atDesk(browser);
    page = await context.newPage();
    complaints = watch(page, origin);
  });
  after(() => browser.close());

  test('results come while the reader types, and the address says what is searched', async () => {
    await page.goto(origin);
    await page.locator('#search-input').pressSequentially(QUERY, { delay: 40 });
    await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === QUERY);
    await page.locator('.results[aria-busy="false"] article').first().waitFor();
    assert.ok((await page.locator(RESULT).count()) >= 1);
    assert.ok((await page.locator(`${RESULT} mark`).count()) >= 1, 'the best passages are marked');
    assert.ok((await page.title()).startsWith(QUERY));
  });

  test('a late answer to an earlier question is not shown', async () => {
    const fresh = await context.newPage();
    await fresh.route('**/api/v1/search?*', async (route) => {
      const late = new URL(route.request().url()).searchParams.get('q') === QUERY;
      await new Promise((resolve) => setTimeout(resolve, late ? 700 : 0));
      await route.continue().catch(() => {});
    });
    await fresh.goto(origin);
    const asked = fresh.waitForRequest((r) => new URL(r.url()).searchParams.get('q') === QUERY);
    await fresh.fill('#search-input', QUERY);
    await asked;
    await fresh.fill('#search-input', LATER_QUERY);
    await fresh.locator('.results[aria-busy="false"] article').first().waitFor();
    const shown = await fresh.locator(RESULT).allInnerTexts();
    await fresh.waitForTimeout(1_000);
    assert.deepEqual(await fresh.locator(RESULT).allInnerTexts(), shown);
    assert.equal(new URL(fresh.url()).searchParams.get('q'), LATER_QUERY);
    await fresh.close();
  });

  test('every result explains itself, and the shares of its signals add up to 100', async () => {
    const row = page.locator(RESULT).first();
    await row.getByRole('button', { name: 'Why this result' }).click();
    const panel = row.getByRole('dialog');
    await panel.waitFor();
    const shares = await panel.locator('tbody tr td:last-child').allInnerTexts();
    assert.ok(shares.length >= 1 && shares.length <= 8);
    assert.equal(
      shares.reduce((sum, share) => sum + Number.parseInt(share, 10), 0),
      100,
    );
    await page.keyboard.press('Escape');
    assert.equal(await panel.isVisible(), false);
  });

  test('the book opens with its hits, and leads on to related books', async () => {
    const title = await page.locator(`${RESULT} h2`).first().textContent();
    await page.locator(`${RESULT} h2 a`).first().click();
    await page.waitForURL(/\/books\/\d+\?q=/);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), title);
    await page.locator('#hits').waitFor();
    assert.ok((await page.locator('section[aria-labelledby="related"] li').count()) >= 1);
    assert.ok((await page.locator('main a[href*="/read/"]').count()) >= 1);
  });

  test('a passage opens in its place, and Back returns to the same results', async () => {
    await page.goBack();
    await page
      .getByRole('navigation', { name: 'Kind of answer' })
      .getByRole('link', { name: 'Passages' })
      .click();
    await page.waitForURL(/in=passages/);
    await page.locator('.results[aria-busy="false"] figcaption a').first().click();
    await page.waitForURL(/\/books\/\d+\/read\/\d+/);
    await page.goBack();
    await page.waitForURL(/\/search\?/);
    await page.locator(RESULT).first().waitFor();
    assert.equal(await page.inputValue('#search-input'), QUERY);
    assert.equal(new URL(page.url()).searchParams.get('in'), 'passages');
  });

  test('nothing relevant is said plainly', async () => {
    await page.goto(`${origin}/search?q=${encodeURIComponent('zxqv wkjhg pfnbt')}`);
    await page.getByRole('heading', { name: 'No passages found' }).waitFor();
    await page.getByText('Closest matches, probably not what you mean').waitFor();
    assert.ok((await page.locator(`${RESULT}:visible`).count()) <= 3);
  });

  test('what can be typed is shown by examples that find something', async () => {
    await page.goto(origin);
    await page.getByRole('button', { name: 'How to search' }).click();
    const example = page.getByRole('dialog').getByRole('link').filter({ hasText: 'in:' });
    const query = (await example.textContent()) ?? '';
    await example.click();
    await page.waitForURL((url) => url.searchParams.get('q') === query);
    await page.locator('.results[aria-busy="false"] article').first().waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0, 'the panel closes');
    assert.equal(
      new Set(await page.locator(`${RESULT} h2`).allInnerTexts()).size,
      1,
      'one book is asked for',
    );
  });

  test('a field that no book fits is named', async () => {
    await page.goto(`${origin}/search?q=${encodeURIComponent(`${QUERY} author:zxqv`)}`);
    await page.getByText('No book by an author called “zxqv”.').waitFor();
  });

  test('a slash goes to the search box, from any page', async () => {
    await page.goto(`${origin}/domains`, { waitUntil: 'networkidle' });
    // A key pressed before the page is alive is lost, as it is for a reader.
    while ((await page.locator('#search-input:focus').count()) === 0) await page.keyboard.press('/');
    assert.equal(await page.inputValue('#search-input'), '');
  });

  test('what does not exist is a 404 with a way on', async () => {
    const missing = await context.newPage();
    for (const path of ['/books/4000000000', '/passages/x', '/no-such-page']) {
      const response = await missing.goto(origin + path);
      assert.equal(response?.status(), 404, path);
      await missing.getByRole('link', { name: 'Search the library' }).waitFor();
    }
    await missing.close();
  });

  test('no page asked another origin for anything or wrote an error', () => {
    assert.deepEqual(complaints, []);
  });
});

describe('a reader without script', { skip: base === undefined }, () => {
  test('searches, opens a book, a passage and a theme', async () => {
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      const origin = base ?? '';
      await page.goto(origin);
      await page.fill('#search-input', QUERY);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=/);
      assert.ok((await page.locator(RESULT).count()) >= 1);
      await page.locator(`${RESULT} h2 a`).first().click();
      await page.locator('#hits').waitFor();
      await page.locator('section[aria-labelledby="hits"] figcaption a').first().click();
      await page.locator('.passage-marked').waitFor();
      await page.goto(`${origin}/themes`);
      await page.locator('main ul h2 a').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      assert.match(page.url(), /\/themes\/\d+/);
    } finally {
      await browser.close();
    }
  });
});
