import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemsOfCompletions } from './completions.ts';
import { porterStem } from './porter.ts';

test('the stem of a word is among those of its beginnings, from the stem on', () => {
  for (const word of ['university', 'happiness', 'probability', 'nationalization', 'careful', 'relational']) {
    const stem = porterStem(word);
    for (let length = Math.max(4, stem.length); length < word.length; length += 1) {
      const beginning = word.slice(0, length);
      const found = stem.startsWith(beginning) || stemsOfCompletions(beginning).includes(stem);
      assert.ok(found, beginning);
    }
  }
});

test('a beginning that ends within no ending has none', () => {
  assert.deepEqual(stemsOfCompletions('whal'), []);
});
