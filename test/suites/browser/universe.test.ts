/** The universe: one selection in space, on the map and in the list; by pointer, by keys, and without WebGL. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { baseUrl, launch } from './stack.ts';
import { watch } from './watch.ts';

const base = baseUrl();
const DESKTOP = { width: 1280, height: 800 };
const origin = base ?? '';
/** In the page: what a driver that crashes does. */
const LOSE_CONTEXT = `document.querySelector('.universe-canvas')
  .getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`;

/** Ids in the address; it follows the state a moment later. */
async function selected(page: Page, isDone: (ids: string[]) => boolean): Promise<string[]> {
  const idsOf = (url: URL) => url.searchParams.get('sel')?.split(',') ?? [];
  await page.waitForURL((url) => isDone(idsOf(url)));
  return idsOf(new URL(page.url()));
}

async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(origin + path);
  await page.locator('.universe-label').first().waitFor();
}

describe('the universe', { skip: base === undefined }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  test('a rectangle selects, Ctrl adds, and map and list keep the selection', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints = watch(page, origin);
    await openAt(page, '/universe?view=space');
    const rectangle = async (from: number, to: number, ...keys: string[]) => {
      // The panel takes a part of it once something is selected.
      const box = await page.locator('.universe-host').boundingBox();
      assert.ok(box);
      for (const key of keys) await page.keyboard.down(key);
      await page.mouse.move(box.x + box.width * from, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * to, box.y + box.height - 60, { steps: 4 });
      await page.mouse.up();
      for (const key of keys) await page.keyboard.up(key);
    };
    const chosen = async (isDone: (n: number) => boolean) => {
      const heading = page.locator('.universe-panel h2').first();
      for (let tries = 0; tries < 50; tries++) {
        const n = Number.parseInt((await heading.textContent().catch(() => '')) ?? '', 10);
        if (isDone(n)) return n;
        await page.waitForTimeout(100);
      }
      return assert.fail('the selection is not said');
    };
    await rectangle(0.05, 0.5, 'Shift');
    const half = await chosen((n) => n > 1);
    await rectangle(0.3, 0.95, 'Shift', 'Control');
    const both = await chosen((n) => n > half);
    await page.locator('.universe-panel a[href^="/books/"]').first().waitFor();

    await page.getByText('Map', { exact: true }).click();
    await page.waitForURL(/view=map/);
    assert.equal(await chosen((n) => n > 0), both);
    await page.getByText('List', { exact: true }).click();
    await page.waitForURL(/view=list/);
    assert.equal(await page.locator('.universe-list input:checked').count(), both);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('keys select, add, clear and change the view, and each is said', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await openAt(page, '/universe?view=map');
    const said = page.locator('.universe [role="status"]');
    await page.locator('.universe-host').focus();
    // From far away the map shows names of domains: Enter goes to one, and its themes get their names.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const names = page.locator('.universe-label[data-theme]');
    for (let step = 0; step < 6 && (await names.count()) < 2; step++) {
      await page.keyboard.press('+');
      await page.waitForTimeout(400);
    }
    await names.first().focus();
    await page.keyboard.press('Enter');
    const one = await selected(page, (ids) => ids.length === 1);
    await page.locator('.universe-panel h2').first().waitFor();
    await names.nth(1).focus();
    await page.keyboard.press('Space');
    await selected(page, (ids) => ids.length === 2 && ids[0] === one[0]);
    assert.equal(await said.textContent(), '2 themes selected');
    await page.keyboard.press('v');
    await page.waitForURL(/view=list/);
    assert.equal(await said.textContent(), 'List view');
    assert.equal(await page.locator('.universe-list input:checked').count(), 2);
    await context.close();
  });

  test('a search lights the themes that fit, and its address shows the same to others', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await openAt(page, '/universe?view=map');
    const name = await page.locator('.universe-label').first().textContent();
    await page.getByLabel('Highlight themes').fill(name ?? '');
    const found = page.locator('.universe-panel section li');
    await found.first().waitFor();
    const titles = await found.allInnerTexts();
    await page.waitForURL(/[?&]q=.+&cam=m/);
    const other = await (await browser.newContext({ viewport: DESKTOP })).newPage();
    await openAt(other, page.url().replace(origin, ''));
    await other.locator('.universe-panel section li').first().waitFor();
    assert.deepEqual(await other.locator('.universe-panel section li').allInnerTexts(), titles);
    await other.context().close();
    await context.close();
  });

  test('names never lie over each other, and there are at most forty', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const view of ['space', 'map']) {
      await openAt(page, `/universe?view=${view}`);
      for (let step = 0; step < 4; step++) {
        await page.getByLabel('Zoom in').click();
        await page.waitForTimeout(450);
        const boxes = await page.locator('.universe-label').evaluateAll((labels) =>
          labels.map((label) => {
            const { left, right, top, bottom } = label.getBoundingClientRect();
            return { left, right, top, bottom };
          }),
        );
        assert.ok(boxes.length <= 40);
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) {
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            assert.ok(apart, `${view}, step ${step}`);
          }
        }
      }
    }
    await context.close();
  });

  test('without WebGL the map comes, and says why', async () => {
    const plain = await launch(['--disable-3d-apis']);
    try {
      const page = await plain.newPage({ viewport: DESKTOP });
      await openAt(page, '/universe?view=space');
      await page.getByText('This device cannot show the 3-D view.').first().waitFor();
      await page.waitForURL(/view=map/);
      assert.equal(await page.locator('input[value="space"]').isDisabled(), true);
    } finally {
      await plain.close();
    }
  });

  test('a lost context leads to the map with the selection kept', async () => {
    const page = await browser.newPage({ viewport: DESKTOP });
    await openAt(page, '/universe?view=space&sel=1');
    await page.evaluate(LOSE_CONTEXT);
    await page.waitForURL(/view=map/);
    await selected(page, (ids) => ids.join() === '1');
    await page.context().close();
  });
});
