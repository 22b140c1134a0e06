import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptPhrase } from './filters.ts';
import { loadLexicon, regularBases } from './lexicon.ts';
import { singular } from './singular.ts';
import type { Tag, Token } from './tagger.ts';
import { isRomanNumeral } from './word-lists.ts';

const lexicon = loadLexicon();

/** "white/a whale/n": a for adjective, n for noun, c for a capitalised name. */
function phrase(text: string): Token[] {
  const tags: Record<string, Tag> = { a: 'adjective', n: 'noun', c: 'name' };
  return text.split(' ').map((word) => {
    const [form = '', tag = 'n'] = word.split('/');
    return { text: form, tag: tags[tag]! };
  });
}

describe('acceptPhrase', () => {
  for (const good of [
    'white/a whale/n',
    'whaling/n',
    'natural/a selection/n',
    'French/c revolution/n',
    'soldiers/n',
  ]) {
    it(`accepts ${good}`, () => assert.equal(acceptPhrase(phrase(good), lexicon), true));
  }
  for (const bad of [
    'men/n praise/n',
    'death/n snatches/n',
    'thou/n',
    'thy/a neighbour/n',
    'chapter/n end/n',
    'xxviii/n',
    'mr/n bucket/n',
    'qwertz/n',
    'Ahab/c boat/n',
    'dearest/n',
    'heaving/n',
    'reality/n more/a illiterate/n',
  ]) {
    it(`refuses ${bad}`, () => assert.equal(acceptPhrase(phrase(bad), lexicon), false));
  }
});

describe('singular', () => {
  for (const [noun, wanted] of [
    ['whales', 'whale'],
    ['ponies', 'pony'],
    ['wolves', 'wolf'],
    ['churches', 'church'],
    ['men', 'man'],
    ['seamen', 'seaman'],
    ['species', 'species'],
    ['news', 'news'],
    ['ethics', 'ethics'],
    ['kindness', 'kindness'],
    ['genus', 'genus'],
    ['manners', 'manners'],
  ] as const) {
    it(`of "${noun}" is "${wanted}"`, () => assert.equal(singular(noun, lexicon), wanted));
  }
});

describe('the lexicon', () => {
  it('knows inflected forms by their bases', () => {
    for (const form of ['ponies', 'tried', 'running', 'largest', 'gently'])
      assert.ok(lexicon.hasForm(form), form);
    assert.ok(regularBases('running').includes('run'));
    assert.equal(lexicon.hasForm('pequod'), false);
  });

  it('tells common words from rare ones', () => {
    assert.ok(lexicon.commonness('time') > lexicon.commonness('harbour'));
    assert.equal(lexicon.commonness('harpooneer'), 0);
  });

  it('takes roman numerals for such, and English words that look like them not', () => {
    for (const numeral of ['ii', 'xiv', 'xxviii', 'mcm']) assert.equal(isRomanNumeral(numeral), true);
    for (const word of ['mix', 'civil', 'vivid', 'whale', 'i']) assert.equal(isRomanNumeral(word), false);
  });
});
