import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holds, quotableSentences, withOneSlip, withOneWordChanged } from './quoted-sentences.ts';
import { randomOf } from './statistics.ts';

const SENTENCE = 'The lamp in the window had been burning since the first snow.';

describe('sentences to quote', () => {
  it('are whole, in one line, and neither too short nor too long to type', () => {
    const paragraph = `“No.” ${SENTENCE.replace(' had', '\n had')} ${'So on and '.repeat(30)}.`;
    assert.deepEqual(quotableSentences(paragraph), [SENTENCE]);
  });

  it('have exactly one word changed', () => {
    for (let seed = 1; seed < 50; seed += 1) {
      const changed = withOneWordChanged(SENTENCE, ['sea', 'lamp'], randomOf(seed));
      const [before, after] = [SENTENCE, changed].map((text) => text.toLowerCase().match(/\p{L}+/gu)!);
      assert.equal(after!.filter((word, i) => word !== before![i]).length, 1);
      assert.equal(after!.length, before!.length);
    }
  });

  it('have a slip in exactly one word', () => {
    for (let seed = 1; seed < 50; seed += 1) {
      const words = withOneSlip(SENTENCE, randomOf(seed)).split(' ');
      const wrong = words.filter((word, i) => word !== SENTENCE.split(' ')[i]);
      assert.ok(wrong.length <= 1, wrong.join());
    }
  });

  it('are found again whatever the case and the punctuation around them', () => {
    assert.ok(holds(`He wrote: “${SENTENCE.toUpperCase()}”`, SENTENCE));
    assert.ok(!holds('The lamp in the window', SENTENCE));
    assert.ok(!holds('Another lamp in the windowpane', 'lamp in the window'));
  });
});
