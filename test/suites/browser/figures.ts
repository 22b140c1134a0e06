/**
 * What a reader feels, measured in Chromium on a running LibTrails; a program, not a test:
 *   LIBTRAILS_URL=http://127.0.0.1:3000 npm run figures -- [--slow 4] [--queries 40] [--parts keys,universe,pages]
 * Paint, shift and answer to input of each kind of page on a phone whose processor is `slow` times slower and whose
 * line carries 10 Mbit/s with 40 ms; key press to new results on a desktop; frames of the universe while it turns.
 */
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { baseUrl, launch, onPhone } from './stack.ts';

const { values } = parseArgs({
  options: {
    slow: { type: 'string', default: '4' },
    queries: { type: 'string', default: '40' },
    parts: { type: 'string', default: 'keys,universe,pages' },
  },
});
const PARTS = ['keys', 'universe', 'pages'];
const parts = values.parts.split(',');
const unknown = parts.find((part) => !PARTS.includes(part));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}": give some of ${PARTS.join(', ')}`);
  process.exit(2);
}
const origin = baseUrl();
if (origin === undefined) process.exit(1);

const PAGES = [
  '/',
  '/search?q=friendship',
  '/books',
  '/themes',
  '/trail',
  '/library',
  '/status',
  '/universe?view=map',
];
/** 10 Mbit/s in bytes a second. */
const LINE = (10 * 1_000_000) / 8;
const LATENCY_MS = 40;
/** Pause of the search box after the last key, milliseconds. */
const DEBOUNCE_MS = 120;
const WORDS = [
  'sea',
  'grief',
  'money',
  'war',
  'winter',
  'mother',
  'god',
  'island',
  'law',
  'dream',
  'bread',
  'horse',
];
/** Rest before a key press, so that nothing of the search before it is still on its way. Milliseconds. */
const SETTLE_MS = 200;
/** A search that takes longer than this has failed. Milliseconds. */
const GIVE_UP_MS = 10_000;
/** Processes that make and draw frames. */
const DRAWING = ['GPU', 'renderer'];
/** How long the universe turns, milliseconds. */
const TURN_MS = 4_000;

/** In the page, from its start: the largest paint, the sum of shifts, the slowest answers to input. */
const OBSERVE = `
  window.figures = { lcp: 0, cls: 0, inp: 0 };
  new PerformanceObserver((list) => { for (const e of list.getEntries()) figures.lcp = e.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) figures.cls += e.value; })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.interactionId) figures.inp = Math.max(figures.inp, e.duration); })
    .observe({ type: 'event', buffered: true, durationThreshold: 16 });
`;
/** In the page: milliseconds between the frames of a turn, pointer down. */
const FRAMES = `new Promise((resolve) => {
  const times = []; const end = performance.now() + ${TURN_MS};
  const host = document.querySelector('.universe-host');
  const at = (type, x) => host.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x, clientY: 400, bubbles: true, buttons: 1 }));
  host.setPointerCapture = () => {};
  at('pointerdown', 300);
  let x = 300;
  const step = (now) => { times.push(now); at('pointermove', x += 3); if (now < end) requestAnimationFrame(step); else { at('pointerup', x); resolve(times); } };
  requestAnimationFrame(step);
})`;

/**
 * In the page: promises in `waited` the milliseconds from the next key to the frame after the results of `query` stand
 * there. The address says which search is meant: that the list was busy before says nothing.
 */
const newResults = (query: string) => `void (window.waited = new Promise((resolve, reject) => {
  const results = document.querySelector('.results');
  document.querySelector('#search-input').addEventListener('input', () => {
    const start = performance.now();
    setTimeout(reject, ${GIVE_UP_MS}, 'no results of ${query}');
    new MutationObserver((_, observer) => {
      const shown = new URL(location.href).searchParams.get('q') === '${query}';
      if (!shown || results.getAttribute('aria-busy') !== 'false') return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    }).observe(results, { attributes: true, attributeFilter: ['aria-busy'] });
  }, { once: true });
}))`;

/**
 * Processor time that the browser's processes of these kinds have taken so far, milliseconds: what other programs on
 * the machine change least.
 */
async function processorTime(browser: Browser, types: readonly string[]): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const mine = processInfo.filter(({ type }) => types.includes(type));
  return mine.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

async function slowed(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slow) });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: LINE,
    uploadThroughput: LINE,
  });
}

/** One visit with an empty cache and one with a full one. */
async function pageFigures(browser: Browser, path: string): Promise<string> {
  const context = await onPhone(browser, { reducedMotion: 'no-preference' });
  await context.addInitScript(OBSERVE);
  const page = await context.newPage();
  await slowed(page);
  const read: { lcp: number; cls: number; inp: number }[] = [];
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const box = page.locator('#search-input');
    await box.click();
    await box.pressSequentially('wa', { delay: 150 });
    await page.waitForTimeout(1_000);
    read.push(await page.evaluate('figures'));
  }
  await context.close();
  const [first, again] = read;
  return `| ${path} | ${first?.lcp.toFixed(0)} | ${again?.lcp.toFixed(0)} | ${Math.max(...read.map((r) => r.cls)).toFixed(3)} | ${Math.max(...read.map((r) => r.inp)).toFixed(0)} |`;
}

/** From the last key of a query that was not asked before to its results on the screen, milliseconds, sorted. */
async function keyToResults(browser: Browser): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${origin}/search?q=warm+up`, { waitUntil: 'networkidle' });
  const times: number[] = [];
  for (let i = 0; i < Number(values.queries); i++) {
    const query = `${WORDS[i % WORDS.length]} and ${WORDS[(i * 5 + 3) % WORDS.length]} ${i}`;
    await page.fill('#search-input', query.slice(0, -1));
    await page.waitForURL((url) => url.searchParams.get('q') === query.slice(0, -1).trim());
    await page.locator('.results[aria-busy="false"]').waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await page.evaluate(newResults(query));
    await page.locator('#search-input').press(query.at(-1) ?? 'x');
    times.push(await page.evaluate<number>('waited'));
  }
  await page.close();
  return times.sort((a, b) => a - b);
}

/** First paint, first names on the stage, and frames a second while it turns. */
async function universeFigures(browser: Browser): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const start = performance.now();
  await page.goto(`${origin}/universe?view=space`);
  await page.locator('.universe-label').first().waitFor();
  const shown = performance.now() - start;
  const painted = await page.evaluate<number>(
    `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`,
  );
  const themes = await page.locator('.universe-grip span').textContent();
  const before = await processorTime(browser, DRAWING);
  const times = await page.evaluate<number[]>(FRAMES);
  const spent = (await processorTime(browser, DRAWING)) - before;
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  gaps.sort((a, b) => a - b);
  await page.close();
  const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
  return `universe, ${themes}: first paint after ${painted.toFixed(0)} ms, names on the stage after ${shown.toFixed(0)} ms; ${rate.toFixed(1)} frames a second while it turns, gap p50 ${at(gaps, 0.5).toFixed(0)} ms, p95 ${at(gaps, 0.95).toFixed(0)} ms; ${(spent / gaps.length).toFixed(1)} ms of processor time a frame`;
}

const browser = await launch();
if (parts.includes('keys')) {
  const times = await keyToResults(browser);
  console.log(
    `key press to new results, ${DEBOUNCE_MS} ms of it the pause: p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, worst ${at(times, 1).toFixed(0)} ms, ${times.length} queries`,
  );
}
if (parts.includes('universe')) console.log(await universeFigures(browser));
if (parts.includes('pages')) {
  console.log(
    `\n| page, processor ${values.slow} times slower | LCP ms, first | again | CLS | slowest input, ms |\n| --- | --- | --- | --- | --- |`,
  );
  for (const path of PAGES) console.log(await pageFigures(browser, path));
}
await browser.close();
