import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorKey, titleKey } from './sort-keys.ts';

test('titles are sorted without their article, accents and quotes', () => {
  assert.equal(titleKey('The Whale'), 'whale');
  assert.equal(titleKey('Les Misérables', 'fr-FR'), 'miserables');
  assert.equal(titleKey('L’Assommoir', 'fr'), 'assommoir');
  assert.equal(titleKey('“A” is for Alibi'), 'a” is for alibi');
  assert.equal(titleKey('Thebes'), 'thebes');
  assert.equal(titleKey('The'), 'the');
  assert.equal(titleKey('1984'), '001984');
});

test('authors are sorted by family name, however the file gives them', () => {
  assert.equal(authorKey(['Jane Austen']), 'austen, jane');
  assert.equal(authorKey(['Austen, Jane', 'Another']), 'austen, jane');
  assert.equal(authorKey(['Émile Zola']), 'zola, emile');
  assert.equal(authorKey(['Homer']), 'homer');
  assert.equal(authorKey([]), '');
});

test('articles are those of the language', () => {
  assert.equal(titleKey('Die Trying at Sea', 'en'), 'die trying at sea');
  assert.equal(titleKey('Los Angeles Harbor', 'en-US'), 'los angeles harbor');
  assert.equal(titleKey('Die Brücke', 'de'), 'brucke');
  assert.equal(titleKey('Il mare', 'it'), 'mare');
  assert.equal(titleKey('Os lagos', 'pt-BR'), 'lagos');
  assert.equal(titleKey('De kust', 'nl'), 'kust');
  assert.equal(titleKey('A Boat', 'und'), 'boat');
});

test('letters stand where people look for them, and 2 before 10', () => {
  assert.equal(titleKey('Æsop for Sailors', 'en'), 'aesop for sailors');
  assert.equal(titleKey('Łódź', 'pl'), 'lodz');
  assert.ok(titleKey('2 Boats') < titleKey('10 Boats'));
});

test('what the file says of sorting comes first', () => {
  assert.equal(titleKey('The Whale', 'en', 'Whale 2, The'), 'whale 000002, the');
  assert.equal(authorKey(['Gabriela García Marín'], 'García Marín, Gabriela'), 'garcia marin, gabriela');
});

test('particles and suffixes are no first and no family names', () => {
  assert.equal(authorKey(['Jon Adams Jr.']), 'adams, jon, jr.');
  assert.equal(authorKey(['Jon Adams, Jr.']), 'adams, jon, jr.');
  assert.equal(authorKey(['Ursa K. Le Gwyn']), 'le gwyn, ursa k.');
  assert.equal(authorKey(['Thomas De Quincey']), 'de quincey, thomas');
  assert.equal(authorKey(['Honoré de Balzac']), 'balzac, honore de');
});
