import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerpt, markedSegments, mergeRanges, segments, shiftRanges } from './highlight.ts';

const range = fc
  .tuple(fc.integer({ min: -5, max: 200 }), fc.integer({ min: -5, max: 200 }))
  .map(([start, end]) => ({ start, end }));

test('segments joined are the text again, whatever the ranges', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 150 }), fc.array(range), (text, ranges) => {
      assert.equal(
        segments(text, ranges)
          .map((s) => s.text)
          .join(''),
        text,
      );
    }),
  );
});

test('a character is marked exactly if some range covers it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.array(range), (text, ranges) => {
      for (const segment of segments(text, ranges)) {
        for (let i = segment.start; i < segment.start + segment.text.length; i++) {
          assert.equal(
            segment.marked,
            ranges.some((r) => r.start <= i && i < r.end),
          );
        }
      }
    }),
  );
});

test('touching and overlapping ranges become one', () => {
  assert.deepEqual(
    mergeRanges(
      [
        { start: 4, end: 8 },
        { start: 0, end: 4 },
        { start: 6, end: 20 },
        { start: 9, end: 9 },
      ],
      12,
    ),
    [{ start: 0, end: 12 }],
  );
});

test('shifted ranges keep to the part of the text they fall into', () => {
  assert.deepEqual(
    shiftRanges(
      [
        { start: 2, end: 6 },
        { start: 30, end: 40 },
      ],
      4,
      10,
    ),
    [{ start: 0, end: 2 }],
  );
});

test('an excerpt is a part of the text within the limit, and its ranges mark the same words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'é', '😀'), maxLength: 400 }),
      fc.array(range),
      fc.integer({ min: 20, max: 120 }),
      (text, ranges, limit) => {
        const cut = excerpt(text, ranges, limit);
        assert.ok(cut.text.length <= limit);
        const at = text.indexOf(cut.text);
        assert.ok(at >= 0);
        assert.ok(cut.text.isWellFormed());
        assert.equal(cut.cutBefore || cut.cutAfter, cut.text.length < text.length);
      },
    ),
  );
});

test('an excerpt begins at the sentence of the densest hits', () => {
  const filler =
    'Nothing of note happens here, and it goes on for quite a while without a word to mark. '.repeat(4);
  const text = `The sea was calm. ${filler}At night the sea and the lamp were his company. ${filler}`;
  const ranges = [...text.matchAll(/sea|lamp/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const cut = excerpt(text, ranges, 120);
  assert.ok(cut.text.startsWith('At night the sea and the lamp'), cut.text);
  assert.deepEqual(
    cut.ranges.map((r) => cut.text.slice(r.start, r.end)),
    ['sea', 'lamp'],
  );
  assert.ok(cut.cutBefore && cut.cutAfter);
});

test('a short text stays whole', () => {
  assert.deepEqual(excerpt('A short one.', [], 80), {
    text: 'A short one.',
    start: 0,
    ranges: [],
    cutBefore: false,
    cutAfter: false,
  });
});

test('words within a near sentence carry both marks, and no text is lost', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.array(range), fc.array(range), (text, words, sentences) => {
      const pieces = markedSegments(text, words, sentences);
      assert.equal(pieces.map((p) => p.text).join(''), text);
      const covers = (ranges: typeof words, i: number) => ranges.some((r) => r.start <= i && i < r.end);
      for (const piece of pieces) {
        assert.equal(text.startsWith(piece.text, piece.start), true);
        for (let i = piece.start; i < piece.start + piece.text.length; i++) {
          assert.equal(piece.marked, covers(words, i));
          assert.equal(piece.near, covers(sentences, i));
        }
      }
    }),
  );
});
