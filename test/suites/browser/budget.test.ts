/** First-load JavaScript and CSS of every kind of page, compressed, against its budget. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { baseUrl } from './stack.ts';

const base = baseUrl();
/** Bytes, gzip -9. An empty page of the framework is 131.7 kB. */
const SCRIPTS = {
  '/': 165_000,
  '/search?q=stoicism': 165_000,
  '/books': 145_000,
  '/themes': 145_000,
  '/trail': 146_000,
  '/status': 150_000,
  '/universe': 150_000,
  '/library': 170_000,
};
const STYLES = 14_000;

async function compressed(paths: Iterable<string>): Promise<number> {
  let total = 0;
  for (const path of new Set(paths)) {
    const response = await fetch(`${base}${path}`);
    total += gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
  }
  return total;
}

describe('budgets', { skip: base === undefined }, () => {
  for (const [path, budget] of Object.entries(SCRIPTS)) {
    test(`${path} loads at most ${budget / 1000} kB of script and ${STYLES / 1000} kB of style`, async () => {
      const html = await (await fetch(`${base}${path}`)).text();
      const scripts = [...html.matchAll(/<script[^>]*\ssrc="(\/[^"]+\.js)"[^>]*>/g)]
        // Only browsers without modules load these.
        .filter(([tag]) => !tag.includes('noModule'))
        .map((match) => match[1] ?? '');
      const styles = [...html.matchAll(/<link[^>]*\shref="(\/[^"]+\.css)"[^>]*>/g)].map(
        (match) => match[1] ?? '',
      );
      assert.ok(scripts.length > 0 && styles.length > 0, 'the page names its scripts and styles');
      const script = await compressed(scripts);
      const style = await compressed(styles);
      assert.ok(script <= budget, `script: ${script} bytes`);
      assert.ok(style <= STYLES, `style: ${style} bytes`);
    });
  }

  test('every page forbids what it does not need', async () => {
    // Names that begin like those of files are pages, too, if only to say that there is nothing.
    for (const path of [...Object.keys(SCRIPTS), '/icons', '/theme.json']) {
      const { headers } = await fetch(`${base}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /script-src 'self' 'nonce-[\w+/=]{20,}'[^;]*;/);
      assert.doesNotMatch(policy, /unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
      assert.equal(headers.get('referrer-policy'), 'same-origin');
    }
  });
});
