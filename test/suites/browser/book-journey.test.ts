/** A book's page from a hit, and browsing by meaning without script. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { baseUrl, launch } from './stack.ts';

const base = baseUrl();
const QUERY = 'dragons and magic';

describe('a book’s page', { skip: base === undefined }, () => {
  let browser: Browser;
  let page: Page;
  const origin = base ?? '';
  before(async () => {
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  });
  after(() => browser.close());

  test('from a search it shows the hits first', async () => {
    await page.goto(`${origin}/search?q=${encodeURIComponent(QUERY)}`);
    await page.locator('.results h2 a').first().click();
    await page.waitForURL(/\/books\/\d+\?q=/);
    const [first] = await page.locator('.book-body section[aria-labelledby]').all();
    assert.equal(await first?.getAttribute('aria-labelledby'), 'hits');
  });

  test('its journey opens the text at the place', async () => {
    const strip = page.locator('.journey svg a').nth(1);
    const href = (await strip.getAttribute('href')) ?? '';
    await page.goto(origin + href);
    await page.locator('.passage-marked').waitFor();
    await page.goBack();
  });

  test('a related book says why, and history leads back', async () => {
    const related = page.locator('section[aria-labelledby="related"] li').first();
    assert.match((await related.textContent()) ?? '', /Shared topics|Similar in meaning/);
    const before = page.url();
    await related.getByRole('link').first().click();
    await page.waitForURL((url) => url.href !== before);
    await page.goBack();
    await page.waitForURL(before);
  });

  test('nothing is wider than a phone', async () => {
    for (const path of [page.url().slice(origin.length), '/books', '/themes', '/domains']) {
      await page.goto(origin + path);
      const [content, window] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, window.innerWidth]',
      );
      assert.ok(content <= window, `${path}: ${content} > ${window}`);
    }
  });
});

describe('browsing without script', { skip: base === undefined }, () => {
  test('leads from a domain to a theme, a topic and a passage', async () => {
    const origin = base ?? '';
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      const follow = async (selector: string, path: RegExp) => {
        await page.locator(selector).first().click();
        await page.waitForURL(path);
      };
      await page.goto(`${origin}/domains`);
      await follow('main li a', /\/domains\/\d+/);
      await follow('section[aria-labelledby="themes"] li a', /\/themes\/\d+/);
      await follow('section[aria-labelledby="topics"] li a', /\/topics\/\d+/);
      await follow('figcaption a', /\/read\/\d+\?at=/);
      await page.locator('.passage-marked').waitFor();
      await page.goto(`${origin}/books?sort=author&view=list`);
      assert.ok((await page.locator('.book-row').count()) >= 1);
      await page.goto(`${origin}/themes?q=zxqv`);
      await page.getByText('No themes found').waitFor();
    } finally {
      await browser.close();
    }
  });
});
