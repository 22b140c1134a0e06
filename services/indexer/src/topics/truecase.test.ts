import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadLexicon } from './lexicon.ts';
import { CaseTable, truecase } from './truecase.ts';

function tableOf(...texts: string[]): CaseTable {
  const table = new CaseTable(loadLexicon());
  for (const text of texts) table.add(text);
  return table;
}

describe('truecase', () => {
  it('lowers what is capital only because a sentence, a quotation or a line begins', () => {
    const table = tableOf('We saw whales and sails at night.');
    assert.equal(
      truecase('Whales! “Sails?” he asked.\nNight fell.', table),
      'whales! "sails?" he asked.\nnight fell.',
    );
  });

  it('keeps names, even at the beginning of a sentence', () => {
    const table = tableOf(
      'Then Queequeg woke. I saw Queequeg.',
      'They say that Rose went home, and Rose and Rose again.',
    );
    assert.equal(truecase('Queequeg slept. Rose slept.', table), 'Queequeg slept. Rose slept.');
  });

  it('lowers a common word that is capitalised now and then', () => {
    const table = tableOf('the White Whale and a whale, the whale, some whale, any white whale');
    assert.equal(truecase('He chased the White Whale.', table), 'he chased the white whale.');
  });

  it('reads words in capitals as words', () => {
    const table = tableOf('They met Ahab there, and Ahab spoke.');
    assert.equal(truecase('THE QUARTERDECK OF AHAB', table), 'the quarterdeck of Ahab');
  });

  it('keeps the capital after a title, whatever the word is elsewhere', () => {
    const table = tableOf('to the west, far west, bleak and west', 'a bucket, the bucket');
    assert.equal(truecase('Mr. West and Mrs. Bucket', table), 'Mr. West and Mrs. Bucket');
  });

  it('keeps "New" and "South" before a name', () => {
    const table = tableOf('all the way to Zealand', 'a new ship, the new sail');
    assert.equal(truecase('the birds of New Zealand', table), 'the birds of New Zealand');
  });

  it('opens hyphens but not those of expressions such as "mother-in-law"', () => {
    const table = tableOf('plain words');
    assert.equal(truecase('a sperm-whale and a mother-in-law', table), 'a sperm whale and a mother-in-law');
  });

  it('takes no capital seriously in a book that capitalises its nouns', () => {
    const styled = Array.from(
      { length: 200 },
      () => 'of the Power and the Church and the Sovereign of a Nation',
    ).join(' ');
    const table = tableOf(styled);
    assert.equal(table.capitalisesNouns, true);
    assert.equal(truecase('the Power of the Sovereign', table), 'the power of the sovereign');
  });
});
