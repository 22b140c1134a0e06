import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SkippedEntries } from './skipped-entries.ts';

test('the latest list is kept, of at most 200 entries with names that fit a page, and all are counted', () => {
  const skipped = new SkippedEntries();
  const entry = (fileName: string) => ({ fileName, code: 'unreadable', reason: 'It may not be read.' });
  skipped.replace([entry('a')], 1);
  skipped.replace(
    Array.from({ length: 300 }, (_, i) => entry(`${i}`.padEnd(5_000, 'x'))),
    1_000,
  );
  assert.deepEqual([skipped.entries.length, skipped.total], [200, 1_000]);
  assert.ok(skipped.entries.every(({ fileName }) => fileName.length === 1_000));
  skipped.replace([], 0);
  assert.deepEqual([skipped.entries, skipped.total], [[], 0]);
});
