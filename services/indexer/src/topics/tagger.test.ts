import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLexicon } from './lexicon.ts';
import { tagText } from './tagger.ts';

test('a text without spaces keeps all of its words', () => {
  const tokens = tagText('whale,harpoon;'.repeat(300), loadLexicon());
  assert.equal(tokens.filter(({ text, tag }) => text === 'whale' && tag === 'noun').length, 300);
  assert.equal(tokens.filter(({ text }) => text === 'harpoon').length, 300);
});
