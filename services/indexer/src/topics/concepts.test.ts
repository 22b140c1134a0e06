import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildConceptSpace } from './concept-space.ts';
import { linkConcepts } from './concepts.ts';
import { loadLexicon } from './lexicon.ts';
import { PassageWords } from './passage-words.ts';
import { tagText } from './tagger.ts';
import { centred } from './vectors.ts';
import { joinDomains } from './vocabulary.ts';
import { wordsEmbedder, wordsVector } from './words-embedder.test-support.ts';

const lexicon = loadLexicon();
const vocabulary = joinDomains([
  { name: 'Seafaring', concepts: [{ name: 'whaling voyages', aliases: ['whaling', 'whalers', 'harpoons'] }] },
  {
    name: 'Home',
    concepts: [
      { name: 'cooking', aliases: ['recipes', 'kitchen', 'oven'] },
      { name: 'sewing', aliases: ['needle', 'thread', 'embroidery'] },
    ],
  },
]);
const space = await buildConceptSpace(vocabulary, lexicon, wordsEmbedder);

function conceptsOf(...texts: string[]): string[][] {
  const words = new PassageWords();
  for (const text of texts) words.addPassage(tagText(text, lexicon));
  const vectors = texts.map((text) => centred(wordsVector(text), new Float32Array(384)));
  return linkConcepts(
    vectors,
    texts.map(() => 0),
    words,
    space,
  ).map((links) => links.map(({ concept }) => vocabulary.concepts[concept]!.name));
}

describe('linkConcepts', () => {
  it('finds the concept whose words fill the passage', () => {
    assert.deepEqual(conceptsOf('oven, kitchen and recipes, the oven and the kitchen'), [['cooking']]);
  });

  it('gives none where nothing is near', () => {
    assert.deepEqual(conceptsOf('the parliament debated taxes and tariffs at length'), [[]]);
  });

  it('gives at most two, best first', () => {
    const [both] = conceptsOf('needle, thread, embroidery, needle and thread, an oven, a kitchen');
    assert.ok(both!.length <= 2);
    assert.equal(both![0], 'sewing');
  });
});

describe('the concept space', () => {
  it('counts rare words as evidence and common ones less', () => {
    const evidence = space.evidence[0]!;
    assert.ok(evidence.get('harpoon')! > 0.8);
    assert.equal(evidence.has('the'), false);
  });
});
