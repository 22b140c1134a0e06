/** Every kind of page, narrow and wide, light and dark: axe finds nothing, and nothing overflows sideways. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { baseUrl, launch } from './stack.ts';
import { watch } from './watch.ts';

const base = baseUrl();
const SIZES = {
  small: { width: 320, height: 640 },
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 800 },
  wide: { width: 1920, height: 1080 },
};
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A page has a layout for phones, one for tablets and one for desktops: axe reads each once, the widths between only must fit. */
const READ_BY_AXE: readonly string[] = ['phone', 'tablet', 'desktop'];
/** Pages looked at at once: one waits for the server while the other is read. */
const AT_ONCE = 2;
/** Nothing else changes with the theme. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const QUERY = 'stoicism';
/** In the page: how wide the content is, and how wide the window. */
const WIDTHS = '[document.documentElement.scrollWidth, window.innerWidth]';

/** Axe for a page without frames of other origins: it needs no second page for its results, and only violations. */
const reader = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** Addresses of one page of each kind, found by following the first links. */
async function addresses(page: Page, origin: string): Promise<Record<string, string>> {
  const first = async (path: string, selector: string) => {
    await page.goto(origin + path);
    return (await page.locator(selector).first().getAttribute('href')) ?? path;
  };
  const search = `/search?q=${QUERY}`;
  const book = await first(search, '.results h2 a');
  const passage = await first(search, '.results figcaption a');
  return {
    home: '/',
    search,
    'search for passages': `${search}&in=passages`,
    'search for themes': `${search}&in=themes`,
    'nothing found': '/search?q=zxqv+wkjhg+pfnbt',
    books: '/books',
    book,
    passage,
    topic: await first(book, 'section[aria-labelledby="topics"] a'),
    themes: '/themes',
    theme: await first('/themes', 'main ul h2 a'),
    domains: '/domains',
    domain: await first('/domains', 'main ul a'),
    trails: '/trail',
    trail: `/trail?${new URLSearchParams({ from: 'getting lost in a city', to: 'dragons and magic' })}`,
    'universe as a map': '/universe?view=map',
    'universe as a list': '/universe?view=list&sel=1,2',
    library: '/library',
    status: '/status',
    'not found': '/no-such-page',
  };
}

describe('accessibility', { skip: base === undefined }, () => {
  const origin = base ?? '';
  let browser: Browser;
  let pages: Record<string, string>;
  before(async () => {
    browser = await launch();
    const page = await browser.newPage();
    pages = await addresses(page, origin);
    await page.close();
  });
  after(() => browser.close());

  test('every page passes axe and fits, light and dark', { concurrency: true }, async (t) => {
    const waiting = Object.entries(pages);
    const look = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await lookAt(...next);
    };
    const lookAt = (name: string, path: string) =>
      t.test(name, async () => {
        const context = await browser.newContext({ reducedMotion: 'reduce' });
        const page = await context.newPage();
        const complaints = watch(page, origin);
        await page.goto(origin + path, { waitUntil: 'load' });
        for (const [size, viewport] of Object.entries(SIZES)) {
          await page.setViewportSize(viewport);
          const [content, room] = await page.evaluate<number[]>(WIDTHS);
          assert.ok((content ?? 0) <= (room ?? 0), `${size}: ${content} px wide in ${room} px`);
          if (!READ_BY_AXE.includes(size)) continue;
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const axe = reader(page);
            if (colorScheme === 'light') axe.withTags(RULES);
            else axe.withRules(RULES_OF_COLOUR);
            const { violations } = await axe.analyze();
            const found = violations.map(
              (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
            );
            assert.deepEqual(found, [], `${size}, ${colorScheme}`);
          }
        }
        assert.deepEqual(
          complaints.filter((c) => !c.includes('404')),
          [],
        );
        await context.close();
      });
    await Promise.all(Array.from({ length: AT_ONCE }, look));
  });

  test('the open explanation of a result passes axe', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${origin}${pages.search}`);
    await page.getByRole('button', { name: 'Why this result' }).first().click();
    await page.getByRole('dialog').first().waitFor();
    const { violations } = await reader(page).withTags(RULES).analyze();
    assert.deepEqual(
      violations.map((v) => v.id),
      [],
    );
    await context.close();
  });
});
