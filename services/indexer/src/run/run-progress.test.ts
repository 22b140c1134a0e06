import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, RunProgress, tellLeft } from './run-progress.ts';

const file = (fileName: string, size: number) => ({ path: fileName, fileName, size, modifiedMs: 0 });

test('books under way count by their embedded words', () => {
  const progress = new RunProgress(1_000);
  const [a, b] = [file('a', 100), file('b', 400)];
  progress.of(a, 50, 100);
  assert.equal(progress.of(b, 10, 100).bytes, 90);
  const { done, bytes, words } = progress.finish(a, 100);
  assert.deepEqual([done, bytes, words], [1, 140, 110]);
});

test('the time left follows from the bytes done, and is not told too early', () => {
  let now = 0;
  const progress = new RunProgress(1_000, () => now);
  const a = file('a', 100);
  now = 2_000;
  assert.equal(progress.of(a, 50, 100).leftMs, undefined);
  now = 10_000;
  const { leftMs, leftWords } = progress.finish(a, 100);
  assert.deepEqual([leftMs, leftWords], [90_000, 900]);
});

/** Bytes and thousands of words of 34 classics. */
const CLASSICS =
  `75/22 91/33 94/28 103/18 118/18 131/32 135/28 138/40 139/28 154/34 157/37 169/32 170/34 172/43 187/50
  242/77 250/90 254/79 261/68 291/22 291/103 292/72 323/90 341/107 356/106 364/115 380/119 384/119 405/148 411/141
  412/122 469/155 481/149 486/143`
    .split(/\s+/)
    .map((pair) => pair.split('/').map(Number) as [number, number]);

test('after a tenth of the words, the forecast for a shelf of classics is right within 20 %', () => {
  const books = CLASSICS.map(([size, words], i) => ({ file: file(`book-${i}`, size), words }));
  // The five smallest, then as copied in one go.
  const order = [
    ...books.slice(0, 5),
    ...books.slice(5).sort((a, b) => ((a.file.size * 37) % 101) - ((b.file.size * 37) % 101)),
  ];
  let now = 0;
  const progress = new RunProgress(
    books.reduce((sum, { file: { size } }) => sum + size, 0),
    () => now,
  );
  const words = books.reduce((sum, book) => sum + book.words, 0);
  for (const book of order) {
    now += 1_000 * book.words;
    const { words: done, leftMs } = progress.finish(book.file, book.words);
    if (done < words / 10) continue;
    const left = 1_000 * (words - done);
    assert.ok(Math.abs(leftMs! / left - 1) <= 0.2, `${leftMs} instead of ${left}`);
    return;
  }
  assert.fail('never reached a tenth');
});

test('times are told in the unit that matters', () => {
  assert.deepEqual([12_400, 200_000, 3_720_000].map(duration), ['12 s', '3 min 20 s', '1 h 02 min']);
  const left: [number | undefined, number | undefined][] = [
    [undefined, undefined],
    [20_000, 9_000],
    [200_000, 141_234],
    [7_800_000, 12_345_678],
  ];
  assert.deepEqual(
    left.map(([leftMs, leftWords]) => tellLeft({ leftMs, leftWords })),
    ['', 'About a minute left', 'About 4 min left, 140,000 words', 'About 2 h 10 min left, 12 million words'],
  );
});
