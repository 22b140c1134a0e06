import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutBlocks, readingRuns, withoutTitle } from './reading.ts';

const block = (start: number, length: number) => ({
  type: 'paragraph' as const,
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

test('cut blocks are the same text at the same places', () => {
  const offsets = fc.array(fc.integer({ min: -5, max: 150 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }), offsets, (lengths, cuts) => {
      let at = 0;
      const blocks = lengths.map((length) => {
        const b = block(at, length);
        at += length;
        return b;
      });
      const pieces = cutBlocks(blocks, cuts);
      assert.equal(pieces.map((p) => p.text).join(''), blocks.map((b) => b.text).join(''));
      for (const cut of cuts.filter((c) => c > 0 && c < at)) assert.ok(pieces.some((p) => p.start === cut));
      assert.ok(pieces.every((p) => p.text.length > 0));
    }),
  );
});

test('a first heading that repeats the title is left out, another stays', () => {
  const heading = { type: 'heading' as const, start: 0, text: 'The Fence ', level: 2 };
  assert.deepEqual(withoutTitle([heading, block(10, 5)], 'The Fence'), [block(10, 5)]);
  assert.equal(withoutTitle([heading], 'The Corridor').length, 1);
});

test('a heading that is the end of the title is left out too', () => {
  const heading = { type: 'heading' as const, start: 0, text: 'Scene II', level: 3 };
  assert.deepEqual(withoutTitle([heading, block(10, 5)], 'Act I: Scene II'), [block(10, 5)]);
  assert.deepEqual(withoutTitle([heading], 'Act I'), [heading]);
});
