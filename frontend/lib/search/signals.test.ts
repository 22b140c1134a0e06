import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fakeSignals, fakeStates } from '../../test/fake-signals.ts';
import type { SignalTrace } from '../model.ts';
import { sparkLabel, sparkLevel, sparkSlots, wholePercents, whySentence } from './signals.ts';

const trace = (name: string, rank: number, share = 0.5, matched = 'solitude'): SignalTrace => ({
  name,
  rank,
  raw: 1,
  share,
  matched,
  matchedKind: 'topic',
  rankWithout: 0,
  because: `${name} found “${matched}”`,
  matchedId: 1,
});

const NAMES = fakeSignals.map(({ name }) => name);
const ALL = fakeStates(NAMES);

test('the slots keep their order and number whatever was found', () => {
  fc.assert(
    fc.property(fc.subarray(NAMES), (names) => {
      const slots = sparkSlots(
        names.toReversed().map((name, i) => trace(name, i + 1)),
        ALL,
      );
      assert.deepEqual(
        slots.map((s) => s.name),
        NAMES,
      );
      assert.equal(slots.filter((s) => s.level > 0).length, names.length);
    }),
  );
});

test('a better rank is never a lower bar', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (rank) => {
      assert.ok(sparkLevel(rank) >= sparkLevel(rank + 1));
      assert.ok(sparkLevel(rank) >= 1);
    }),
  );
  assert.equal(sparkLevel(0), 0);
});

test('the label names the best signal and its rank', () => {
  assert.equal(
    sparkLabel(sparkSlots([trace('fts_chunks', 12), trace('vec_books', 1)], ALL)),
    'Found by 2 of 7 signals; best: whole book, 1st',
  );
  assert.equal(sparkLabel(sparkSlots([], ALL)), 'Found by none of 7 signals');
});

test('a signal that has no part in an answer is not counted', () => {
  const asked = fakeStates(['fts_chunks', 'vec_chunks']);
  const slots = sparkSlots([trace('fts_chunks', 4)], asked);
  assert.equal(sparkLabel(slots), 'Found by 1 of 2 signals; best: words in the text, 4th');
  assert.equal(slots.filter((s) => s.state === 'unasked').length, 5);
});

test('whole per cents add up to 100 and stay within one of the exact share', () => {
  const shares = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(shares, (values) => {
      const percents = wholePercents(values);
      const total = values.reduce((a, b) => a + b, 0);
      assert.equal(
        percents.reduce((a, b) => a + b, 0),
        100,
      );
      for (const [i, p] of percents.entries()) assert.ok(Math.abs(p - ((values[i] ?? 0) / total) * 100) < 1);
    }),
  );
  assert.deepEqual(wholePercents([]), []);
  assert.deepEqual(wholePercents([1, 1, 1]), [34, 33, 33]);
});

test('in a degraded answer the signals that did not answer are silent', () => {
  const asked = fakeStates(['fts_books', 'vec_books'], ['vec_topics', 'vec_phrases', 'vec_chunks']);
  assert.deepEqual(
    sparkSlots([], asked).map((s) => s.state),
    ['missed', 'unasked', 'unasked', 'silent', 'silent', 'missed', 'silent'],
  );
});

test('a signal that these pages have never heard of has its slot, its name and its reason', () => {
  const news = { name: 'first_book', family: 'semantic', label: 'first book', state: 'answered' } as const;
  const traces = [trace('first_book', 1)];
  const slots = sparkSlots(traces, [...fakeStates([]), news]);
  assert.equal(slots.at(-1)?.state, 'found');
  assert.equal(sparkLabel(slots), 'Found by 1 of 1 signals; best: first book, 1st');
  assert.equal(whySentence(traces, slots), 'First_book found “solitude”.');
});

test('the sentence takes the best signal of each family', () => {
  const traces = [trace('vec_topics', 1, 0.4), trace('fts_chunks', 1, 0.35), trace('fts_books', 9, 0.25)];
  assert.equal(
    whySentence(traces, sparkSlots(traces, ALL)),
    'Fts_chunks found “solitude”, and vec_topics found “solitude”.',
  );
});
