import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorKey, titleKey } from './sort-keys.ts';

test('titles are sorted without their article, accents and quotes', () => {
  assert.equal(titleKey('The Whale'), 'whale');
  assert.equal(titleKey('Les Misérables'), 'miserables');
  assert.equal(titleKey("L'Assommoir"), 'assommoir');
  assert.equal(titleKey('“A” is for Alibi'), 'a” is for alibi');
  assert.equal(titleKey('Thebes'), 'thebes');
  assert.equal(titleKey('The'), 'the');
  assert.equal(titleKey('1984'), '1984');
});

test('authors are sorted by family name, however the file gives them', () => {
  assert.equal(authorKey(['Jane Austen']), 'austen, jane');
  assert.equal(authorKey(['Austen, Jane', 'Another']), 'austen, jane');
  assert.equal(authorKey(['Émile Zola']), 'zola, emile');
  assert.equal(authorKey(['Homer']), 'homer');
  assert.equal(authorKey([]), '');
});
