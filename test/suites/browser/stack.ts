/** The running web UI that the browser tests look at, and the browser they look with. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

/** Debian's Chromium; another one through CHROMIUM_PATH. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Nothing but the page under test: no updates, no first-run pages, no sync, no QUIC. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  // WebGL 2 without a graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Origin of the web UI from LIBTRAILS_URL, such as http://127.0.0.1:3000; undefined if there is none, with the
 * reason on the console.
 */
export function baseUrl(): string | undefined {
  const url = process.env.LIBTRAILS_URL;
  if (url === undefined || url === '') {
    console.log('browser tests skipped: set LIBTRAILS_URL to a running LibTrails with the starter shelf');
    return undefined;
  }
  if (!existsSync(CHROMIUM)) {
    console.log(`browser tests skipped: no Chromium at ${CHROMIUM} (set CHROMIUM_PATH)`);
    return undefined;
  }
  return new URL(url).origin;
}

/** `flags` come on top, such as those that take WebGL away. */
export function launch(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags] });
}

/** A reader at a desk, for whom nothing moves. */
export function atDesk(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
}

/** A reader with a phone: touch, no keys, and a page as wide as the screen. */
export function onPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
    ...options,
  });
}

/** What a reader's browser asks before a page may copy. */
export const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
