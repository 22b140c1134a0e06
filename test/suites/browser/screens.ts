/**
 * A sheet of all pages, on a phone and on a desktop, light and dark, for a person to look at:
 *   LIBTRAILS_URL=http://127.0.0.1:3000 npm run screens -- [--out FOLDER]
 * Writes pictures and index.html, by default into a new folder of the system's temporary directory.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { atDesk, baseUrl, launch, onPhone } from './stack.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const origin = baseUrl();
if (origin === undefined) process.exit(1);
const out = values.out
  ? resolve(process.env.INIT_CWD ?? '.', values.out)
  : mkdtempSync(join(tmpdir(), 'libtrails-screens-'));
mkdirSync(out, { recursive: true });

const READERS = { desktop: atDesk, phone: onPhone };
const QUERY = 'friendship';
/** What comes by script and pictures after the page itself. */
const SETTLE_MS = 900;

/** One page of each kind, found by following first links. */
async function pagesOf(page: Page): Promise<Record<string, string>> {
  const first = async (path: string, selector: string) => {
    await page.goto(origin + path);
    const link = page.locator(selector).first();
    return (await link.count()) > 0 ? ((await link.getAttribute('href')) ?? path) : path;
  };
  const search = `/search?q=${QUERY}`;
  return {
    home: '/',
    search,
    nothing: '/search?q=zxqv+wkjhg+pfnbt',
    books: '/books',
    book: await first(search, 'main a[href^="/books/"]:not([href*="/read/"])'),
    reader: await first(search, 'main a[href*="/read/"], main a[href^="/passages/"]'),
    themes: '/themes',
    theme: await first('/themes', 'main a[href^="/themes/"]'),
    domains: '/domains',
    domain: await first('/domains', 'main a[href^="/domains/"]'),
    topic: await first(await first('/themes', 'main a[href^="/themes/"]'), 'main a[href^="/topics/"]'),
    trails: '/trail',
    trail: '/trail?from=ambition&to=guilt',
    universe: '/universe?view=space',
    map: '/universe?view=map&q=friendship',
    list: '/universe?view=list&sel=1,2,3',
    library: '/library',
    status: '/status',
    about: '/about',
  };
}

const browser = await launch();
const finder = await browser.newPage();
const pages = await pagesOf(finder);
await finder.close();
const rows: string[] = [];
for (const [name, path] of Object.entries(pages)) {
  const cells: string[] = [];
  for (const [size, reader] of Object.entries(READERS)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await reader(browser, { colorScheme });
      const page = await context.newPage();
      const answer = await page.goto(origin + path, { waitUntil: 'load' });
      await page.evaluate('document.fonts.ready');
      await page.waitForTimeout(SETTLE_MS);
      const file = `${name}-${size}-${colorScheme}.png`;
      await page.screenshot({ path: join(out, file), caret: 'hide' });
      const note = answer?.status() === 200 ? '' : ` (${answer?.status()})`;
      cells.push(
        `<figure><img src="${file}" width="${(page.viewportSize()?.width ?? 0) / 3}" loading="lazy" alt=""><figcaption>${size}, ${colorScheme}${note}</figcaption></figure>`,
      );
      await context.close();
    }
  }
  rows.push(
    `<section><h2>${name} <code>${path.replaceAll('&', '&amp;')}</code></h2><div>${cells.join('')}</div></section>`,
  );
}
await browser.close();
const style =
  'body{font:14px system-ui;margin:2rem}div{display:flex;gap:1rem;flex-wrap:wrap}figure{margin:0}img{border:1px solid #bbb}';
writeFileSync(
  join(out, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>LibTrails, all pages</title><style>${style}</style>${rows.join('')}`,
);
console.log(`${rows.length} pages: ${join(out, 'index.html')}`);
