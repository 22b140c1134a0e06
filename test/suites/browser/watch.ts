/** What must never happen on any page: errors in the console, and requests to another origin. */
import type { Page } from 'playwright-core';

/** Collects complaints about a page from now on; an empty list at the end is a clean page. */
export function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`foreign request: ${url}`);
  });
  return complaints;
}
