import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRatings } from './rated-trails.ts';

const RATED = fileURLToPath(new URL('trails-rated.tsv', import.meta.url));

test('twenty trails were rated before and after, each as a whole and step by step', () => {
  const ratings = readRatings(RATED);
  for (const run of ['before', 'after']) {
    const trails = Map.groupBy(
      ratings.filter((rating) => rating.run === run),
      ({ trail }) => trail,
    );
    assert.equal(trails.size, 20, run);
    for (const [trail, rows] of trails) {
      assert.deepEqual(
        rows.map(({ step }) => step),
        ['whole', '1', '2', '3', '4', '5', '6', '7'],
        `${run} ${trail}`,
      );
    }
  }
});

test('a rating without a grade or a reason is refused, with its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rated-'));
  const path = join(folder, 'trails.tsv');
  writeFileSync(
    path,
    'run\ttrail\tstep\tgrade\treason\nbefore\t1\twhole\t2\tgood\nbefore\t1\t1\t3\tvery good\n',
  );
  assert.throws(() => readRatings(path), /trails\.tsv:3: a rating is a grade of 0, 1 or 2 and a reason/);
  rmSync(folder, { recursive: true });
});
