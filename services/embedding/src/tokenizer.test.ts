import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE } from '@libtrails/models/profile';
import fc from 'fast-check';
import { skipWithout } from './model.test-support.ts';
import { openTokenizer } from './tokenizer.ts';

const CLS = 101;
const SEP = 102;

describe('the tokenizer', { skip: skipWithout('int8') }, () => {
  const open = (window: number = PROFILE.maxTokens) => openTokenizer(modelPaths().tokenizer, window);

  test('gives the ids of BERT uncased, [CLS] and [SEP] around them', async () => {
    const [known] = await open().encode(['Hello, world!']);
    assert.deepEqual(known, {
      text: 'Hello, world!',
      ids: [CLS, 7592, 1010, 2088, 999, SEP],
      count: 6,
    });
  });

  test('cuts at the window, counts before the cut and keeps [SEP]', async () => {
    const [exact, over] = await open().encode(['sea '.repeat(510), 'sea '.repeat(700)]);
    assert.equal(exact!.count, 512);
    assert.equal(exact!.ids.length, 512);
    assert.equal(over!.count, 702);
    assert.equal(over!.ids.length, 512);
    assert.deepEqual([over!.ids[0], over!.ids.at(-1)], [CLS, SEP]);
  });

  test('the kept text is the one the ids encode', async () => {
    const window = 12;
    const whole = open();
    const cutting = open(window);
    const word = fc.constantFrom(
      'sea',
      'unfathomable',
      'Ahab’s',
      'naïveté',
      '𝒲hale',
      '漢字',
      '🐋',
      're-read',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 40 }), async (words) => {
        const [cut] = await cutting.encode([words.join(' ')]);
        const [again] = await whole.encode([cut!.text]);
        assert.deepEqual(again!.ids, cut!.ids);
      }),
    );
  });
});
