import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../model.ts';
import { blocksOfPart, partAt, sectionParts } from './section-parts.ts';

function section(lengths: readonly number[], headings: readonly number[] = []): Block[] {
  let start = 0;
  return lengths.map((length, i) => {
    const block: Block = {
      type: headings.includes(i) ? 'heading' : 'paragraph',
      level: 1,
      start,
      text: 'x'.repeat(length),
    };
    start += length + 1;
    return block;
  });
}

test('a short section is one part, and so is an empty one', () => {
  assert.deepEqual(sectionParts(section([10, 20]), 100), [{ start: 0, end: 31 }]);
  assert.deepEqual(sectionParts([], 100), [{ start: 0, end: 0 }]);
});

test('parts are cut before blocks, are of like size, and hold every block once', () => {
  const blocks = section(Array.from({ length: 25 }, () => 9));
  const parts = sectionParts(blocks, 100);
  assert.equal(parts.length, 3);
  assert.deepEqual(
    parts.flatMap((part) => blocksOfPart(blocks, part)),
    blocks,
  );
  for (const part of parts) assert.ok(part.end - part.start <= 100, JSON.stringify(part));
});

test('a heading goes with what it heads', () => {
  const blocks = section([60, 5, 60], [1]);
  const [first, second] = sectionParts(blocks, 70);
  assert.equal(first?.end, blocks[1]?.start);
  assert.equal(second?.start, blocks[1]?.start);
});

test('one endless paragraph stays whole', () => {
  assert.equal(sectionParts(section([500]), 100).length, 1);
});

test('an offset is in the part that holds it; one behind the end is in the last', () => {
  const parts = [
    { start: 0, end: 50 },
    { start: 50, end: 90 },
  ];
  assert.deepEqual(
    [0, 49, 50, 900].map((at) => partAt(parts, at)),
    [0, 0, 1, 1],
  );
});
