import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fuseByScore } from './by-score.ts';
import type { RankedList } from './ranked-list.ts';
import type { SignalDescription } from './signal-description.ts';
import {
  BOOK_WORDS,
  LABEL_WORDS,
  PASSAGES,
  TEST_SIGNALS,
  TEXT_WORDS,
  WHOLE_BOOKS,
} from './signals.test-support.ts';

const list = (signal: SignalDescription, scores: Record<number, number>): RankedList => ({
  signal,
  items: Object.entries(scores)
    .map(([id, raw]) => ({ id: Number(id), raw, evidence: { kind: 'book' as const, id: Number(id) } }))
    .sort((a, b) => b.raw - a.raw || a.id - b.id),
});

/** Scores are float32, as the scans give them: a double may be so small that its square is 0, and with it the spread. */
const anyLists = fc
  .uniqueArray(fc.constantFrom(...TEST_SIGNALS))
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .dictionary(fc.integer({ min: 1, max: 30 }).map(String), fc.float({ min: 0, max: 1, noNaN: true }))
          .map((scores) => list(name, scores as Record<number, number>)),
      ),
    ),
  );

describe('fusion by score', () => {
  it('keeps how much better the first is: one clear hit beats two that are just ahead', () => {
    const close = { 1: 0.61, 2: 0.6, 3: 0.59, 4: 0.58, 5: 0.4 };
    const clear = { 2: 9, 1: 2, 3: 1.9, 4: 1.8, 5: 1.7 };
    const [first] = fuseByScore([list(PASSAGES, close), list(WHOLE_BOOKS, close), list(TEXT_WORDS, clear)]);
    assert.equal(first?.id, 2);
  });

  it('does not let a list of one hit drown the others', () => {
    const [first] = fuseByScore([
      list(LABEL_WORDS, { 9: 0.1 }),
      list(PASSAGES, { 1: 0.8, 9: 0.5, 2: 0.5, 3: 0.5, 4: 0.49 }),
      list(WHOLE_BOOKS, { 1: 0.8, 9: 0.5, 2: 0.5, 3: 0.5, 4: 0.49 }),
    ]);
    assert.equal(first?.id, 1);
  });

  it('measures a list with filters by the one without them', () => {
    const few = list(PASSAGES, { 1: 0.7, 2: 0.65, 3: 0.6 });
    const whole = list(PASSAGES, { 1: 0.7, 2: 0.65, 3: 0.6, 4: 0.61, 5: 0.61, 6: 0.6, 7: 0.6, 8: 0.6 });
    const scoreOf = (lists: RankedList[]) => fuseByScore(lists).find(({ id }) => id === 1)!.score;
    assert.ok(scoreOf([few]) < scoreOf([whole]));
    assert.equal(scoreOf([{ ...few, unfiltered: whole.items }]), scoreOf([whole]));
    const lowest = list(PASSAGES, { 1: 0.5, 2: 0.4 });
    const [first, last] = fuseByScore([{ ...lowest, unfiltered: whole.items }]);
    assert.ok(first!.score > 0 && last!.score === 0, 'far below the best of the library, but not equal');
  });

  it('counts a word that stands in a single book', () => {
    const [first] = fuseByScore([list(TEXT_WORDS, { 7: 4 }), list(PASSAGES, { 1: 0.6, 7: 0.6, 2: 0.55 })]);
    assert.equal(first?.id, 7);
  });

  it('gives contributions that add up to the score and shares that add up to 1', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        for (const item of fuseByScore(lists)) {
          const sum = item.contributions.reduce((total, c) => total + c.score, 0);
          const shares = item.contributions.reduce((total, c) => total + c.share, 0);
          assert.ok(item.contributions.every((c) => c.score >= 0));
          assert.ok(Math.abs(sum - item.score) < 1e-9);
          assert.ok(Math.abs(shares - 1) < 1e-9);
        }
      }),
    );
  });

  it('does not depend on the scale of a list', () => {
    fc.assert(
      fc.property(anyLists, fc.integer({ min: 1, max: 1_000 }), (lists, scale) => {
        const ids = (some: readonly RankedList[]) => fuseByScore(some).map(({ id }) => id);
        const [first, ...rest] = lists;
        if (first === undefined) return;
        const scaled = {
          ...first,
          items: first.items.map((item) => ({ ...item, raw: item.raw * 2 ** (scale % 8) })),
        };
        assert.deepEqual(ids([scaled, ...rest]), ids(lists));
      }),
    );
  });

  it('puts what is quoted first, whatever else the signals say', () => {
    const others = { 1: 0.9, 2: 0.6, 3: 0.59, 4: 0.58, 9: 0.4 };
    const words = list(TEXT_WORDS, { 1: 9, 2: 4 });
    const quoted = { id: 9, raw: 3, evidence: { kind: 'book' as const, id: 9 }, lift: 40 };
    const [first] = fuseByScore([
      list(PASSAGES, others),
      list(WHOLE_BOOKS, others),
      { ...words, items: [quoted, ...words.items] },
    ]);
    assert.equal(first?.id, 9);
    assert.equal(first.contributions[0]?.signal, TEXT_WORDS);
  });

  it('makes nothing of empty or zero lists', () => {
    assert.deepEqual(fuseByScore([]), []);
    const [item] = fuseByScore([list(BOOK_WORDS, { 3: 0 })]);
    assert.deepEqual([item?.score, item?.contributions[0]?.share], [0, 1]);
  });
});
