import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distancesToBeginnings, editDistance } from './edit-distance.ts';

describe('the distance of two words', () => {
  it('counts insertions, deletions, substitutions and swaps of neighbours', () => {
    assert.equal(editDistance('whale', 'whale'), 0);
    assert.equal(editDistance('whael', 'whale'), 1);
    assert.equal(editDistance('wale', 'whale'), 1);
    assert.equal(editDistance('whales', 'whale'), 1);
    assert.equal(editDistance('kitten', 'sitting'), 3);
    assert.equal(editDistance('', 'whale'), 5);
  });

  it('is the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(fc.property(word, word, (a, b) => assert.equal(editDistance(a, b), editDistance(b, a))));
  });

  it('is known for every beginning of the second', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const expected = Array.from({ length: b.length + 1 }, (_, i) => editDistance(a, b.slice(0, i)));
        assert.deepEqual([...distancesToBeginnings(a, b)], expected);
      }),
    );
  });
});
