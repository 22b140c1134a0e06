/** What a reader sees while services come and go, and what fast typing costs the model. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { recorded } from './artefacts.ts';
import { baseUrl, launch } from './stack.ts';
import { stackControl } from './stack-control.ts';

const base = baseUrl();
const control = base === undefined ? undefined : stackControl();
const origin = base ?? '';
const DONE = '.results[aria-busy="false"] article';
const BANNER = 'Search by meaning is off. These are keyword results.';
/** The page asks again by itself after 15 seconds, and a service takes some to start. */
const BY_ITSELF_MS = 90_000;
/** Texts that one search has the model read: its words as a question and as a label. */
const PASSES_PER_SEARCH = 2;

describe('services that come and go', { skip: control === undefined }, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launch();
    page = await browser.newPage({ reducedMotion: 'reduce' });
  });
  after(async () => {
    await control?.start('retrieval');
    await control?.start('embedding');
    await browser.close();
  });

  test('a sentence typed fast is read by the model once, not letter by letter', (t) =>
    recorded(t, page, async () => {
      assert.ok(control);
      const sentence = `an island nobody owns ${Date.now()}`;
      let searches = 0;
      page.on('request', (request) => {
        if (request.url().includes('/api/v1/search?')) searches++;
      });
      await page.goto(origin);
      const before = await control.passes();
      await page.locator('#search-input').pressSequentially(sentence, { delay: 25 });
      await page.waitForURL((url) => url.searchParams.get('q') === sentence);
      await page.locator('.results[aria-busy="false"]').waitFor();
      const passes = (await control.passes()) - before;
      assert.ok(
        passes >= 1 && passes <= PASSES_PER_SEARCH * searches,
        `${passes} passes, ${searches} searches`,
      );
      // A machine that stumbles lets a pause in the typing look like its end, but not after every letter.
      assert.ok(searches <= sentence.length / 4, `${searches} searches for ${sentence.length} letters`);
    }));

  test('without the embedding service words are still found, and it says so; once it is back the banner goes by itself', (t) =>
    recorded(t, page, async () => {
      assert.ok(control);
      await control.stop('embedding');
      await page.goto(`${origin}/search?q=${encodeURIComponent('dragons magic')}`);
      await page.getByText(BANNER).waitFor();
      assert.ok((await page.locator(DONE).count()) >= 1);
      const spark = page.locator(`${DONE} [role="img"]`).first();
      assert.match((await spark.getAttribute('aria-label')) ?? '', /^Found by [1-3] of \d signals/);
      await control.start('embedding');
      await page.getByText(BANNER).waitFor({ state: 'detached', timeout: BY_ITSELF_MS });
      await page.locator(DONE).first().waitFor();
    }));

  test('without the library the page says what is wrong, and Try again brings the results back', (t) =>
    recorded(t, page, async () => {
      assert.ok(control);
      await page.goto(`${origin}/search?q=stoicism`);
      await page.locator(DONE).first().waitFor();
      await control.stop('retrieval');
      await page.fill('#search-input', 'stoicism and bread');
      await page.getByRole('heading', { name: 'The library is not responding' }).waitFor();
      await control.start('retrieval');
      const results = page.locator(DONE).first();
      while ((await results.count()) === 0) {
        await page.getByRole('button', { name: 'Try again' }).click();
        await results
          .or(page.getByRole('button', { name: 'Try again' }))
          .first()
          .waitFor();
      }
    }));

  test('a page that is opened while the library is away says so, and works again by itself being asked', (t) =>
    recorded(t, page, async () => {
      assert.ok(control);
      await control.stop('retrieval');
      await page.goto(`${origin}/books`);
      await page.getByRole('heading', { name: 'The library is not responding' }).waitFor();
      await control.start('retrieval');
      while ((await page.locator('.book-grid, main li article, main ul li').count()) === 0) {
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.waitForLoadState();
      }
      await page.getByRole('heading', { level: 1, name: 'Books' }).waitFor();
    }));
});
