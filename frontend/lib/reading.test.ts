import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readingRuns } from './reading.ts';

const block = (start: number, length: number) => ({
  type: 'paragraph',
  start,
  text: 'x'.repeat(length),
  level: 0,
});

test('blocks are gathered by passage, and text in no passage stands alone', () => {
  const runs = readingRuns(
    [block(0, 5), block(6, 10), block(17, 10), block(28, 10)],
    [
      { id: 1, start: 6, end: 27 },
      { id: 2, start: 28, end: 38 },
    ],
  );
  assert.deepEqual(
    runs.map((r) => [r.passageId, r.blocks.length]),
    [
      [0, 1],
      [1, 2],
      [2, 1],
    ],
  );
});

test('a paragraph cut into several passages gives each of them an anchor', () => {
  const runs = readingRuns(
    [block(0, 100), block(101, 10)],
    [
      { id: 1, start: 0, end: 40 },
      { id: 2, start: 40, end: 80 },
      { id: 3, start: 80, end: 111 },
    ],
  );
  assert.deepEqual(
    runs.map((r) => [r.passageId, r.blocks.length]),
    [
      [1, 1],
      [2, 0],
      [3, 1],
    ],
  );
});

test('no block is lost or doubled, whatever the passages', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 });
  fc.assert(
    fc.property(lengths, lengths, (blockLengths, passageLengths) => {
      let at = 0;
      const blocks = blockLengths.map((length) => {
        const b = block(at, length);
        at += length + 1;
        return b;
      });
      let from = 0;
      const passages = passageLengths.map((length, i) => {
        const p = { id: i + 1, start: from, end: from + length };
        from += length;
        return p;
      });
      assert.deepEqual(
        readingRuns(blocks, passages).flatMap((r) => r.blocks),
        blocks,
      );
    }),
  );
});
