/** What a reader sees stays where it is while answers come and go, on a phone and late. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { baseUrl, launch, onPhone } from './stack.ts';

const base = baseUrl();
const origin = base ?? '';
/** Score above which a page counts as restless here; 0.1 is what browsers call good (web.dev/cls). */
const BUDGET = 0.02;
/**
 * Answers come this late, so that nothing they move is excused as the reader's own doing: shifts within 500 ms of a
 * key are (Layout Instability, `hadRecentInput`). Milliseconds.
 */
const LATE_MS = 700;
/** The frame after the answer, in which a shift would be reported, and the report itself. Milliseconds. */
const REPORTED_MS = 300;

/** In the page, from its start: every shift that no key or touch explains, and what moved. */
const OBSERVE = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80));
      if (!hadRecentInput) shifts.push({ value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

interface Shift {
  value: number;
  moved: string[];
}

describe('a page of results on a phone', { skip: base === undefined }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    browser = await launch();
    context = await onPhone(browser);
    await context.addInitScript(OBSERVE);
    page = await context.newPage();
    await page.route('**/api/v1/search?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue().catch(() => {});
    });
  });
  after(() => browser.close());

  async function type(text: string): Promise<void> {
    const box = page.locator('#search-input');
    await box.tap();
    await box.fill('');
    await box.pressSequentially(text, { delay: 30 });
    await page.waitForURL((url) => url.searchParams.get('q') === text);
    await page.locator('.results[aria-busy="false"]').waitFor();
    await page.waitForTimeout(REPORTED_MS);
  }

  async function assertStill(): Promise<void> {
    const shifts = await page.evaluate<Shift[]>('shifts.splice(0)');
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    assert.ok(sum <= BUDGET, `shifts of ${sum.toFixed(3)}: ${JSON.stringify(shifts, undefined, 1)}`);
  }

  test('nothing moves when home turns into results, results into others, many into none and back', async () => {
    await page.goto(origin, { waitUntil: 'networkidle' });
    await assertStill();
    for (const text of ['dragons', 'dragons and magic', 'zxqv wkjhg pfnbt', 'stoicism']) {
      await type(text);
      await assertStill();
    }
  });

  test('nothing moves on the page of adding books when its script takes over', async () => {
    // Its first answers come late, as if the page had to wait for each of them.
    const late = async (route: Route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue().catch(() => {});
    };
    const asked = /\/api\/v1\/(session|jobs\/events|books\?)/;
    await page.route(asked, late);
    await page.goto(`${origin}/library`);
    await page.waitForTimeout(2 * LATE_MS + REPORTED_MS);
    await assertStill();
    await page.unroute(asked, late);
  });

  test('nothing moves under results that the server rendered', async () => {
    await page.goto(`${origin}/search?q=stoicism`, { waitUntil: 'networkidle' });
    await assertStill();
    for (const text of ['the sea at night', 'zxqv wkjhg pfnbt', 'an island nobody owns']) {
      await type(text);
      await assertStill();
    }
  });

  test('new results are read from the first one on, wherever the last ones were left', async () => {
    await page.goto(`${origin}/search?q=stoicism`, { waitUntil: 'networkidle' });
    await page.evaluate('scrollTo(0, 600)');
    await page.locator('#search-input').press('End');
    await page.locator('#search-input').pressSequentially(' and bread');
    await page.waitForURL((url) => url.searchParams.get('q') === 'stoicism and bread');
    assert.equal(await page.evaluate('scrollY'), 0);
  });

  test('the box that was emptied stays at the top until the reader goes home', async () => {
    await page.goto(origin, { waitUntil: 'networkidle' });
    const bar = page.locator('.bar');
    assert.equal(await bar.getAttribute('data-home'), 'true');
    await type('dragons');
    await page.locator('#search-input').fill('');
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('heading', { name: 'Try an idea from these books' }).waitFor();
    assert.equal(await bar.getAttribute('data-home'), 'false');
    await page.goBack();
    await page.locator('.bar[data-home="true"]').waitFor();
  });

  test('no key is named where there is no keyboard', async () => {
    await page.goto(origin);
    assert.equal(await page.locator('.bar-search span:visible', { hasText: '/' }).count(), 0);
  });
});
