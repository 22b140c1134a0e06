/** A trail between two ideas: found, read, edited, kept and shared; and the same without script. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { recorded } from './artefacts.ts';
import { atDesk, baseUrl, CLIPBOARD, launch } from './stack.ts';
import { watch } from './watch.ts';

const base = baseUrl();
const origin = base ?? '';
/** Both ends are subjects of the starter shelf. */
const FROM = 'getting lost in a city';
const TO = 'dragons and magic';
const TRAIL = `${origin}/trail?${new URLSearchParams({ from: FROM, to: TO })}`;
const STEP = '.trail-step';

/** Passages in their order, by the links that start a new trail from them. */
async function passages(page: Page): Promise<string[]> {
  await page.locator(STEP).first().waitFor();
  const links = await page.locator(`${STEP} a[href^="/trail?from=passage:"]`).all();
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
}

/** Leaves out the passage at this place, counted from 0. */
async function leaveOut(page: Page, place: number): Promise<void> {
  await page
    .locator(STEP)
    .nth(place)
    .getByRole('link', { name: /^Leave out/ })
    .click();
  await page.waitForURL(/[?&]drop=\d+/);
}

describe('a trail', { skip: base === undefined }, () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  before(async () => {
    browser = await launch();
    const context = await atDesk(browser, CLIPBOARD);
    page = await context.newPage();
    complaints = watch(page, origin);
  });
  after(() => browser.close());

  test('is asked for in the navigation, and leads through books that are all different', (t) =>
    recorded(t, page, async () => {
      await page.goto(origin);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Trails' }).click();
      await page.getByLabel('From', { exact: true }).fill(FROM);
      await page.getByLabel('To', { exact: true }).fill(TO);
      await page.getByRole('button', { name: 'Find a trail' }).click();
      await page.getByRole('heading', { level: 1, name: `From “${FROM}” to “${TO}”` }).waitFor();
      const steps = await page.locator(STEP).all();
      assert.ok(steps.length >= 3, `${steps.length} steps`);
      const books = await page.locator(`${STEP} cite`).allInnerTexts();
      assert.equal(new Set(books).size, steps.length);
      for (const step of steps) {
        const words = ((await step.locator('blockquote').textContent()) ?? '').split(/\s+/).length;
        assert.ok(words > 5 && words < 200, `${words} words are quoted`);
      }
      // Every step but the first says why it follows.
      assert.equal(await page.locator('.trail-why').count(), steps.length - 1);
    }));

  test('what is left out is gone, what is pinned stays, and the rest adapts', (t) =>
    recorded(t, page, async () => {
      await page.goto(TRAIL);
      const before = await passages(page);
      await leaveOut(page, 1);
      await page.getByText('1 passage left out').waitFor();
      const mended = await passages(page);
      assert.ok(!mended.includes(before[1] ?? ''));

      await page.locator(STEP).first().getByRole('link', { name: /^Pin/ }).click();
      await page.waitForURL(/[?&]pin=1:\d+/);
      await page.locator(`${STEP}[data-pinned]`).waitFor();
      await page.getByRole('link', { name: 'Another trail' }).click();
      await page.waitForURL(/[?&]seed=1/);
      await page.getByText('Trail 2').waitFor();
      const other = await passages(page);
      assert.equal(other[0], mended[0], 'the pinned step stays');
      assert.ok(!other.includes(before[1] ?? ''), 'what was left out stays out');
    }));

  test('its link shows the same trail to somebody else', (t) =>
    recorded(t, page, async () => {
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByText('Link copied').waitFor();
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      const mine = await passages(page);
      const other = await (await browser.newContext()).newPage();
      await other.goto(link);
      assert.deepEqual(await passages(other), mine);
      await other.context().close();
    }));

  test('it is kept as Markdown and as HTML, with quotations and sources', (t) =>
    recorded(t, page, async () => {
      await page.goto(TRAIL);
      const books = await page.locator(`${STEP} cite`).allInnerTexts();
      for (const [name, quotation] of [
        ['Download as Markdown', /^> /m],
        ['Download as HTML', /<blockquote/],
      ] as const) {
        const download = page.waitForEvent('download');
        await page.getByRole('link', { name }).click();
        const text = await readFile(await (await download).path(), 'utf8');
        assert.match(text, quotation);
        for (const book of books) assert.ok(text.includes(book), `${name}: ${book}`);
      }
    }));

  test('a step opens in its book, a trail starts at a passage, and at a theme', (t) =>
    recorded(t, page, async () => {
      await page.goto(TRAIL);
      await page.locator(STEP).first().getByRole('link', { name: 'Read in context' }).click();
      await page.locator('.passage-marked').waitFor();
      await page.getByRole('link', { name: 'Start a trail here' }).first().click();
      await page.waitForURL(/\/trail\?from=passage:\d+/);
      await page.getByRole('heading', { level: 1, name: /^From a passage from / }).waitFor();
      await page.goto(`${origin}/themes`);
      await page.locator('main ul h2 a').first().click();
      await page.getByRole('link', { name: 'Start a trail' }).click();
      await page.waitForURL(/\/trail\?from=/);
      await page.locator(STEP).first().waitFor();
    }));

  test('where nothing leads from, it says so', (t) =>
    recorded(t, page, async () => {
      await page.goto(`${origin}/trail?from=zxqv+wkjhg+pfnbt`);
      await page.getByRole('heading', { name: 'No trail found' }).waitFor();
      await page.goto(`${origin}/trail?from=passage:4000000000`);
      await page.getByText('no longer in the library').waitFor();
    }));

  test('no page asked another origin for anything or wrote an error', () => {
    assert.deepEqual(complaints, []);
  });
});

describe('a trail without script', { skip: base === undefined }, () => {
  test('is found by the form, edited by links, and leads to its passages', async () => {
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await page.goto(`${origin}/trail`);
      await page.fill('input[name="from"]', FROM);
      await page.fill('input[name="to"]', TO);
      await page.getByRole('button', { name: 'Find a trail' }).click();
      const before = await passages(page);
      await leaveOut(page, 1);
      assert.ok(!(await passages(page)).includes(before[1] ?? ''));
      await page.locator(STEP).first().getByRole('link', { name: 'Read in context' }).click();
      await page.locator('.passage-marked').waitFor();
    } finally {
      await browser.close();
    }
  });
});
