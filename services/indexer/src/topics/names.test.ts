import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadLexicon } from './lexicon.ts';
import { NameTable } from './names.ts';
import { tagText } from './tagger.ts';

const lexicon = loadLexicon();

function namesIn(...texts: string[]) {
  const table = new NameTable(lexicon);
  for (const text of texts) table.add(tagText(text, lexicon));
  return table.names();
}

describe('NameTable', () => {
  it('tells people from places by titles, verbs and prepositions', () => {
    const text =
      'yesterday Queequeg said so. then Queequeg laughed, and Queequeg went home to Kokovoko. they lived in Kokovoko. he came from Kokovoko, and near Kokovoko.';
    assert.deepEqual(namesIn(text), [
      { label: 'Kokovoko', kind: 'place', count: 4 },
      { label: 'Queequeg', kind: 'person', count: 3 },
    ]);
  });

  it('joins a bare surname with its one title, and keeps husband and wife apart', () => {
    const names = namesIn(
      'there was Mr. Darcy. she saw Mr. Darcy, and then Darcy rode away.',
      'to Mr. Bennet and Mrs. Bennet, or Mrs. Bennet and Mr. Bennet',
    );
    assert.deepEqual(
      names.map(({ label, count }) => `${label} ${count}`),
      ['Mr. Darcy 3', 'Mr. Bennet 2', 'Mrs. Bennet 2'],
    );
    assert.ok(names.every(({ kind }) => kind === 'person'));
  });

  it('knows countries, whatever is done with them', () => {
    assert.equal(namesIn("he loved England, and England's ships, and England's kings")[0]?.kind, 'place');
  });

  it('takes words that stand capital only at the beginning of a sentence for no names', () => {
    assert.deepEqual(namesIn('Begone! Begone! I tell thee. Begone!'), []);
  });
});
