import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { alignedShare } from './alignment.ts';

const words = (text: string) => text.split(' ');
const TEXT = words('it was a bright cold day in april and the clocks were striking thirteen');

describe('the share of words in a row', () => {
  it('is whole for a piece of the text', () => {
    assert.equal(alignedShare(words('and the clocks were striking'), TEXT), 1);
  });

  it('lacks one word for one that is changed, lost or added', () => {
    assert.equal(alignedShare(words('and the bells were striking'), TEXT), 4 / 5);
    assert.equal(alignedShare(words('a bright day in april'), TEXT), 1);
    assert.equal(alignedShare(words('a bright and cold day in april'), TEXT), 6 / 7);
  });

  it('is small for the same words in another order', () => {
    assert.ok(alignedShare(words('thirteen april clocks day bright it'), TEXT) <= 2 / 6);
  });

  it('counts a word of the query once, however often the text repeats it', () => {
    assert.equal(alignedShare(words('had nothing'), words('he had had had had it')), 1 / 2);
  });

  const word = fc.constantFrom('the', 'sea', 'of', 'whale', 'and', 'night', 'a');
  const sentence = fc.array(word, { minLength: 1, maxLength: 12 });
  it('is 1 wherever the query is in the text, and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, (before, query, after) => {
        assert.equal(alignedShare(query, [...before, ...query, ...after]), 1);
        const share = alignedShare(before, after);
        assert.ok(share >= 0 && share <= 1);
      }),
    );
  });

  it('is 0 without a word in common', () => {
    assert.equal(alignedShare(['one'], ['two', 'three']), 0);
    assert.equal(alignedShare([], ['two']), 0);
    assert.equal(alignedShare(['one'], []), 0);
  });
});
