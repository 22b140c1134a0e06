/** A reader without a pointer, in the dark, with text at twice its size: search, why, reading, trail, palette. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { recorded } from './artefacts.ts';
import { atDesk, baseUrl, launch } from './stack.ts';

const base = baseUrl();
const origin = base ?? '';
const QUERY = 'dragons and magic';
const DONE = '.results[aria-busy="false"] article';
/** In the page: what has the focus shows it, or is no control but a place to read on from. */
const RING = `(() => {
  const at = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  return at.tabIndex < 0 || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
})()`;
/** In the page: text at 200 %. */
const LARGE = `document.documentElement.style.fontSize = '200%'`;
const WIDTHS = '[document.documentElement.scrollWidth, window.innerWidth]';

/** Presses Tab until what has the focus fits the selector. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate<boolean>(RING), 'the focus can be seen');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  assert.fail(`Tab never comes to ${selector}`);
}

/** A key pressed before the page is alive is lost, as it is for a reader: pressed until it has worked. */
async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  const there = page.locator(selector);
  while ((await there.count()) === 0) {
    await page.keyboard.press(key);
    await there.waitFor({ timeout: 500 }).catch(() => {});
  }
}

describe('by keyboard alone', { skip: base === undefined }, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launch();
    const context = await atDesk(browser, { colorScheme: 'dark' });
    page = await context.newPage();
    // Playwright’s own pointer stays where it is: no step below uses it.
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => { ${LARGE} })`);
  });
  after(() => browser.close());

  test('a search, its second result explained, and its passage', (t) =>
    recorded(t, page, async () => {
      await page.goto(origin);
      await pressUntil(page, '/', '#search-input:focus');
      await page.keyboard.type(QUERY);
      await page.locator(DONE).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('#results:focus').waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page
        .locator(`[data-row]:nth-of-type(2) [data-open="book"]:focus, [data-open="book"]:focus`)
        .waitFor();
      await page.keyboard.press('w');
      const panel = page.locator('[popover]:popover-open');
      await panel.waitFor();
      const shares = await panel.locator('tbody tr td:last-child').allInnerTexts();
      assert.ok(Math.abs(shares.reduce((sum, share) => sum + Number.parseInt(share, 10), 0) - 100) <= 1);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      await page.keyboard.press('o');
      await page.locator('.passage-marked:focus').waitFor();
      await pressUntil(page, 'Escape', '.results');
      assert.equal(new URL(page.url()).searchParams.get('q'), QUERY);
    }));

  test('skip links lead past the bar, to the results and to the content', (t) =>
    recorded(t, page, async () => {
      await page.goto(`${origin}/search?q=stoicism`);
      await page.locator(DONE).first().waitFor();
      await tabTo(page, '.skip-link[href="#results"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#results$/);
      await page.keyboard.press('Tab');
      assert.ok((await page.locator('main :focus').count()) === 1);
    }));

  test('a trail: found, a step pinned, another way', (t) =>
    recorded(t, page, async () => {
      await page.goto(`${origin}/trail`);
      await tabTo(page, 'input[name="from"]');
      await page.keyboard.type('getting lost in a city');
      await tabTo(page, 'input[name="to"]');
      await page.keyboard.type('dragons and magic');
      await page.keyboard.press('Enter');
      await page.locator('.trail-step').first().waitFor();
      await tabTo(page, '.trail-step .trail-action');
      await page.keyboard.press('Enter');
      await page.locator('.trail-step[data-pinned]').waitFor();
      await tabTo(page, '.trail-tools a[aria-keyshortcuts="n"]');
      await page.keyboard.press('Enter');
      await page.getByText('Trail 2').waitFor();
      await page.locator('.trail-step[data-pinned]').waitFor();
      const [content = 0, room = 0] = await page.evaluate<number[]>(WIDTHS);
      assert.ok(content <= room, `${content} px wide in ${room} px`);
    }));

  test('the palette goes to a page, does what it says, and gives the focus back', (t) =>
    recorded(t, page, async () => {
      await page.goto(`${origin}/books`);
      await pressUntil(page, 'Control+k', '#palette-input:focus');
      await page.keyboard.type('sepia');
      await page.keyboard.press('Enter');
      await page.locator('html[data-theme="sepia"]').waitFor();
      await page.locator('dialog').waitFor({ state: 'detached' });
      await pressUntil(page, 'Control+k', '#palette-input:focus');
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await pressUntil(page, 'Control+k', '#palette-input:focus');
      await page.keyboard.type('univ');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/universe/);
      await page.evaluate('localStorage.clear()');
    }));
});
