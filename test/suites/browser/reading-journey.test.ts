/** From a hit into the book and back: the marked sentence, hit to hit, quoting, and places that outlive an index. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { atDesk, baseUrl, CLIPBOARD, launch } from './stack.ts';
import { watch } from './watch.ts';

const base = baseUrl();
/** Answered by several passages of one book of the starter shelf. */
const QUERY = 'dragons and magic';
const READ_LINK = '.results figcaption a[href*="/read/"]';
/** In the page: the marked passage is on the screen. */
const IN_VIEW = `(() => {
  const box = document.querySelector('.passage-marked').getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
})()`;

/** The passage has the focus, and is on the screen. */
async function arrived(page: Page): Promise<void> {
  await page.locator('.passage-marked:focus').waitFor();
  assert.ok(await page.evaluate<boolean>(IN_VIEW), 'the passage is on the screen');
}

describe('reading in context', { skip: base === undefined }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let place = '';
  const origin = base ?? '';

  before(async () => {
    browser = await launch();
    context = await atDesk(browser, CLIPBOARD);
    page = await context.newPage();
    complaints = watch(page, origin);
  });
  after(() => browser.close());

  test('a passage opens at its place, marked, and takes the focus', async () => {
    await page.goto(`${origin}/search?q=${encodeURIComponent(QUERY)}`);
    await page.locator(READ_LINK).first().click();
    await page.waitForURL(/\/books\/\d+\/read\/\d+\?at=\d+-\d+/);
    await arrived(page);
    assert.ok((await page.locator('.passage-marked mark').count()) >= 1);
    place = page.url();
  });

  test('the keys go from hit to hit, and the address with them', async () => {
    const next = page.locator('.hit-bar [aria-keyshortcuts="]"]');
    const key = (await next.count()) > 0 ? ']' : '[';
    await page.keyboard.press(key);
    await page.waitForURL((url) => url.href !== place && url.searchParams.has('at'));
    await arrived(page);
    await page.locator('.jump-back').click();
    await page.waitForURL((url) => url.href === place);
  });

  test('a quotation is copied with its source and its address', async () => {
    await page.goto(place);
    await arrived(page);
    await page.keyboard.press('c');
    await page.getByText('Quote copied').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(copied, /^> /);
    const link = /https?:\/\/\S+/.exec(copied)?.[0] ?? '';
    const fresh = await context.newPage();
    await fresh.goto(link);
    await arrived(fresh);
    await fresh.close();
  });

  test('a place whose offsets are wrong is found by its words', async () => {
    const moved = new URL(place);
    moved.searchParams.set('at', '0-60');
    const fresh = await context.newPage();
    await fresh.goto(moved.href);
    await fresh.locator('.passage-marked').waitFor();
    const text = ((await fresh.locator('.passage-marked').textContent()) ?? '').toLowerCase();
    const [first = ''] = (new URL(place).searchParams.get('quote') ?? '').split(/[ -]/);
    assert.ok(first !== '' && text.includes(first), `${first} in ${text.slice(0, 80)}`);
    await fresh.close();
  });

  test('the type is the reader’s own and stays', async () => {
    const size = () =>
      page.evaluate<number>(`parseFloat(getComputedStyle(document.querySelector('.reading')).fontSize)`);
    await page.goto(place);
    const before = await size();
    await page.keyboard.press('a');
    await page.getByLabel('Largest', { exact: true }).check();
    assert.ok((await size()) > before * 1.3);
    await page.reload();
    assert.ok((await size()) > before * 1.3, 'after a reload');
    await page.evaluate(`localStorage.clear()`);
  });

  test('Escape leads back to all results', async () => {
    await page.goto(place);
    await arrived(page);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === QUERY);
  });

  test('no page asked another origin for anything or wrote an error', () => {
    assert.deepEqual(complaints, []);
  });
});
