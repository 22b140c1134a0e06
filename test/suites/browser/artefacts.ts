/** What a failed test leaves behind: a picture of the page and a trace of how it came there. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';

/** Git leaves it alone; `npx playwright-core show-trace FILE` opens a trace. */
const FOLDER = process.env.LIBTRAILS_ARTEFACTS ?? join(import.meta.dirname, '../../artifacts');

/**
 * Runs a test's steps on a page and keeps what they did in mind; only a failure writes it down, and says where.
 * A trace belongs to the page's whole context, so a page in it has one test at a time.
 */
export async function recorded(test: TestContext, page: Page, steps: () => Promise<void>): Promise<void> {
  const { tracing } = page.context();
  await tracing.start({ snapshots: true, title: test.name });
  try {
    await steps();
    await tracing.stop();
  } catch (error) {
    mkdirSync(FOLDER, { recursive: true });
    const name = join(FOLDER, test.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80));
    await page.screenshot({ path: `${name}.png` }).catch(() => {});
    await tracing.stop({ path: `${name}.zip` }).catch(() => {});
    test.diagnostic(`kept: ${name}.png, ${name}.zip (${page.url()})`);
    throw error;
  }
}
