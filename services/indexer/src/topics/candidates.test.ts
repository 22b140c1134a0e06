import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Candidate, findCandidates } from './candidates.ts';
import { loadLexicon } from './lexicon.ts';
import { tagText } from './tagger.ts';

const lexicon = loadLexicon();
const found = (text: string): Candidate[] => findCandidates(tagText(text, lexicon), lexicon);
const keys = (text: string): string[] => found(text).map((candidate) => candidate.key);

describe('findCandidates', () => {
  it('finds nouns, modified nouns and their tails', () => {
    const all = keys('they told of a long whaling voyage under a burning summer sky.');
    for (const key of ['whaling voyage', 'voyage', 'summer sky', 'burning summer sky'])
      assert.ok(all.includes(key), key);
  });

  it('leaves greetings out', () => {
    const all = keys('he wished them a good night, and walked through the night.');
    assert.ok(!all.includes('good night'));
    assert.ok(all.includes('night'));
  });

  it('joins two noun phrases by "of"', () => {
    assert.ok(keys('he wrote about the laws of natural selection.').includes('law of natural selection'));
  });

  it('gives singular and plural one key, and keeps the form of the text as label', () => {
    const [one] = found('a harpoon lay there.');
    const [many] = found('harpoons lay there.');
    assert.equal(one?.key, many?.key);
    assert.equal(many?.label, 'harpoons');
  });

  it('leaves a plural that is a word of its own alone', () => {
    assert.ok(keys('all species have bad manners.').includes('species'));
    assert.ok(keys('all species have bad manners.').includes('manners'));
  });

  it('drops weak adjectives, but not from an expression of its own', () => {
    assert.ok(!keys('it was a great ship.').includes('great ship'));
    const [expression] = found('it was a natural selection.').filter(
      (candidate) => candidate.shape === 'compound',
    );
    assert.deepEqual([expression?.key, expression?.known], ['natural selection', true]);
  });

  it('finds no proper names, but what is named after peoples and faiths', () => {
    const all = keys('in the Roman empire the followers of Christianity met Queequeg in Nantucket harbor.');
    assert.ok(all.includes('roman empire'));
    assert.ok(all.includes('christianity'));
    assert.ok(!all.some((key) => /queequeg|nantucket/.test(key)));
  });

  for (const text of [
    'thou art a friend and hast thy reward, quoth he.',
    'chapter xxii is the beginning of volume ii.',
    'it was the same thing in every way and at that time.',
  ]) {
    it(`finds no filler in "${text}"`, () => {
      assert.deepEqual(
        keys(text).filter((key) => !['friend', 'reward'].includes(key)),
        [],
      );
    });
  }
});
