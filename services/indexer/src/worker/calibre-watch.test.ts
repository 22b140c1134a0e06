import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { TestLibrary } from '../calibre/calibre.test-support.ts';
import { CalibreWatch } from './calibre-watch.ts';

test('a library is looked at when its database was written, and when something was left for later', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'calibre-watch-'));
  const library = new TestLibrary(folder);
  t.after(() => {
    library.db.close();
    rmSync(folder, { recursive: true });
  });
  const watch = new CalibreWatch(folder);
  const minute = 60_000;
  assert.equal(await watch.take(0), true, 'at the start');
  assert.equal(await watch.take(minute), false);
  library.add({ uuid: 'a', title: 'A' });
  assert.equal(await watch.take(2 * minute), true, 'a book was added');
  library.add({ uuid: 'b', title: 'B' });
  assert.equal(await watch.take(2 * minute + 100), false, 'so soon after the last look');
  assert.equal(await watch.take(2 * minute + 5_000), true, 'the write is not forgotten');
  watch.retry(3 * minute);
  assert.equal(await watch.take(3 * minute + 1_000), false);
  assert.equal(await watch.take(3 * minute + 5_000), true, 'a file was missing');
  watch.retry(4 * minute);
  assert.equal(await watch.take(4 * minute + 5_000), false, 'each time later');
  assert.equal(await watch.take(4 * minute + 10_000), true);
  watch.notice();
  assert.equal(await watch.take(5 * minute), true, 'asked for');
  assert.equal(await watch.take(20 * minute), true, 'for what other programs change');
  rmSync(join(folder, 'metadata.db'));
  assert.equal(await watch.take(21 * minute), true, 'it is gone, which is reported');
  assert.equal(await watch.take(22 * minute), false);
});
