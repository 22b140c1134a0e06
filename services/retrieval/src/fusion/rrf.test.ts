import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RankedList } from './ranked-list.ts';
import { fuse, RRF_K } from './rrf.ts';
import type { SignalDescription } from './signal-description.ts';
import { BOOK_WORDS, TEST_SIGNALS, WHOLE_BOOKS } from './signals.test-support.ts';

function list(signal: SignalDescription, ids: readonly number[]): RankedList {
  return { signal, items: ids.map((id, i) => ({ id, raw: 1 - i / 100, evidence: { kind: 'book', id } })) };
}

const anyLists = fc
  .uniqueArray(fc.constantFrom(...TEST_SIGNALS))
  .chain((names) =>
    fc.tuple(
      ...names.map((name) => fc.uniqueArray(fc.integer({ min: 1, max: 30 })).map((ids) => list(name, ids))),
    ),
  );

describe('reciprocal rank fusion', () => {
  it('adds 1/(60 + rank) over the lists that hold an item', () => {
    const [first, second, third] = fuse([list(BOOK_WORDS, [7, 8]), list(WHOLE_BOOKS, [8, 9])]);
    assert.equal(first?.id, 8);
    assert.ok(Math.abs(first.score - (1 / 62 + 1 / 61)) < 1e-12);
    assert.equal(second?.id, 7);
    assert.equal(third?.id, 9);
    assert.equal(RRF_K, 60);
  });

  it('gives contributions that add up to the score and shares that add up to 1', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        for (const item of fuse(lists)) {
          const sum = item.contributions.reduce((total, c) => total + c.score, 0);
          const shares = item.contributions.reduce((total, c) => total + c.share, 0);
          assert.ok(Math.abs(sum - item.score) < 1e-12);
          assert.ok(Math.abs(shares - 1) < 1e-12);
          for (const c of item.contributions) {
            const source = lists.find((l) => l.signal === c.signal);
            assert.equal(source?.items[c.rank - 1]?.id, item.id);
          }
        }
      }),
    );
  });

  it('holds every item once, whose score the order of the lists can change in its last bit only', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        const fused = fuse(lists);
        const ids = new Set(lists.flatMap((l) => l.items.map((i) => i.id)));
        assert.equal(fused.length, ids.size);
        const reversed = new Map(fuse([...lists].reverse()).map(({ id, score }) => [id, score]));
        for (const { id, score } of fused) assert.ok(Math.abs(score - reversed.get(id)!) < 1e-15);
      }),
    );
  });

  it('breaks ties by the better single rank, then by the lower id', () => {
    assert.deepEqual(
      fuse([list(BOOK_WORDS, [5]), list(WHOLE_BOOKS, [3])]).map((i) => i.id),
      [3, 5],
    );
    fc.assert(
      fc.property(anyLists, (lists) => {
        const fused = fuse(lists);
        for (let i = 1; i < fused.length; i += 1) {
          const a = fused[i - 1]!;
          const b = fused[i]!;
          const rankOf = (f: typeof a) => Math.min(...f.contributions.map((c) => c.rank));
          const inOrder =
            a.score > b.score ||
            (a.score === b.score && (rankOf(a) < rankOf(b) || (rankOf(a) === rankOf(b) && a.id < b.id)));
          assert.ok(inOrder);
        }
      }),
    );
  });

  it('never ranks an item lower for a better place in one list', () => {
    const before = fuse([list(BOOK_WORDS, [1, 2, 3]), list(WHOLE_BOOKS, [2, 3, 1])]);
    const after = fuse([list(BOOK_WORDS, [1, 3, 2]), list(WHOLE_BOOKS, [2, 3, 1])]);
    const place = (items: typeof before) => items.findIndex((i) => i.id === 3);
    assert.ok(place(after) <= place(before));
  });
});
