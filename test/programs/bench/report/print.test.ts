/** The committed results can be printed as tables by the present code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { printed } from './print.ts';

const results = join(import.meta.dirname, '../results');

for (const name of ['quick', 'demo', 'scale']) {
  test(`${name}.json is printed with a row for each side`, () => {
    const text = printed(readFileSync(join(results, `${name}.json`), 'utf8'));
    for (const side of ['LibTrails', 'reference, 7 signals', 'reference, 6 signals'])
      assert.match(text, new RegExp(`^\\| ${side} \\| [\\d.]+ \\|`, 'm'));
    assert.doesNotMatch(text, /undefined|NaN/);
  });
}
