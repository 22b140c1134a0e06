import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RankedList } from './ranked-list.ts';
import { fuse } from './rrf.ts';
import type { SignalDescription } from './signal-description.ts';
import { BOOK_WORDS, TEST_SIGNALS, WHOLE_BOOKS } from './signals.test-support.ts';
import { ranksWithout } from './without.ts';

const list = (signal: SignalDescription, ids: readonly number[]): RankedList => ({
  signal,
  items: ids.map((id) => ({ id, raw: 1, evidence: { kind: 'book', id } })),
});

test('a result that only one signal found would not be found without it', () => {
  const fused = fuse([list(BOOK_WORDS, [1, 2]), list(WHOLE_BOOKS, [2])]);
  const ranks = ranksWithout(fused, fused);
  assert.equal(ranks.get(1)?.get(BOOK_WORDS), 0);
  assert.equal(ranks.get(2)?.get(WHOLE_BOOKS), 2);
  assert.equal(ranks.get(1)?.get(WHOLE_BOOKS), undefined);
});

test('the rank is the one that fusion without the signal gives, or a better one among equal scores', () => {
  const lists = fc
    .uniqueArray(fc.constantFrom(...TEST_SIGNALS), { minLength: 2 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) => fc.uniqueArray(fc.integer({ min: 1, max: 20 })).map((ids) => list(name, ids))),
      ),
    );
  fc.assert(
    fc.property(lists, (all) => {
      const fused = fuse(all);
      for (const { signal } of all) {
        const others = fuse(all.filter((other) => other.signal !== signal));
        for (const [id, ranks] of ranksWithout(fused, fused)) {
          const rank = ranks.get(signal);
          if (rank === undefined) continue;
          const place = others.findIndex((item) => item.id === id);
          if (place < 0) assert.equal(rank, 0);
          else {
            assert.ok(rank <= place + 1);
            assert.ok(Math.abs(others[rank - 1]!.score - others[place]!.score) < 1e-9);
          }
        }
      }
    }),
  );
});
