import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildConceptSpace, embedConcepts } from './concept-space.ts';
import { linkConcepts } from './concepts.ts';
import { loadLexicon } from './lexicon.ts';
import { PassageWords } from './passage-words.ts';
import { tagText } from './tagger.ts';
import { addScaled, centred, dot, mean, normalise } from './vectors.ts';
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

  it('scores a passage by its own nearness and that of its neighbours in the section', () => {
    const words = ['oven', 'needle', 'harpoons', 'parliament', 'kitchen recipes', 'whaling voyages'];
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.constantFrom(...words), newSection: fc.boolean() }), { maxLength: 12 }),
        (passages) => {
          const stems = new PassageWords();
          for (const { text } of passages) stems.addPassage(tagText(text, lexicon));
          const vectors = passages.map(({ text }) => centred(wordsVector(text), new Float32Array(384)));
          let section = 0;
          const sections = passages.map(({ newSection }) => (newSection ? ++section : section));
          const cosine = (passage: number, concept: number) =>
            Math.fround(dot(vectors[passage]!, space.centredVectors[concept]!));
          linkConcepts(vectors, sections, stems, space).forEach((links, i) => {
            const near = [i - 1, i + 1].map((n) => (sections[n] === sections[i] ? n : i));
            for (const { concept, score } of links) {
              const around = near.reduce((sum, n) => sum + cosine(n, concept), 0);
              assert.ok(Math.abs(score - (cosine(i, concept) + 0.25 * around) / 1.5) < 1e-9);
            }
          });
        },
      ),
    );
  });
});

describe('evidence by words', () => {
  /** A passage whose vector is as near to "serial killers" as given, and which holds the words of `text`. */
  async function linked(text: string, nearness: number): Promise<boolean> {
    const crimes = joinDomains([
      {
        name: 'Crime',
        concepts: [
          { name: 'serial killers', aliases: ['serial murder'] },
          { name: 'burglary', aliases: ['housebreaking'] },
        ],
      },
    ]);
    const crimeSpace = await buildConceptSpace(crimes, lexicon, wordsEmbedder);
    const words = new PassageWords();
    words.addPassage(tagText(text, lexicon));
    const towards = crimeSpace.centredVectors[0]!;
    const across = wordsVector('something else');
    addScaled(across, towards, -dot(across, towards));
    normalise(across);
    const vector = Float32Array.from(towards, (x) => nearness * x);
    addScaled(vector, across, Math.sqrt(1 - nearness ** 2));
    return linkConcepts([vector], [0], words, crimeSpace)[0]!.some(({ concept }) => concept === 0);
  }

  it('lowers the bar for a label that is in the passage, less for half a label', async () => {
    assert.equal(await linked('the serial killers of this town', 0.3), true);
    assert.equal(await linked('the killers of this town', 0.3), false);
    assert.equal(await linked('the weather of this town', 0.3), false);
  });

  it('is not needed where the passage is near', async () => {
    assert.equal(await linked('the weather of this town', 0.45), true);
  });
});

describe('embedConcepts', () => {
  it('gives the same vectors however many calls it takes, and bounds the texts of one', async () => {
    const concepts = Array.from({ length: 300 }, (_, i) => ({
      name: `name${i}`,
      aliases: Array.from({ length: i % 7 }, (_, a) => `alias${a} of${i}`),
      domain: 'Home',
    }));
    const sizes: number[] = [];
    const { vectors, labelOrigin } = await embedConcepts(concepts, (texts, kind) => {
      sizes.push(texts.length);
      return wordsEmbedder(texts, kind);
    });
    const expected = concepts.map(({ name, aliases }) => {
      const vector = wordsVector(`A passage about ${name}.`);
      addScaled(vector, wordsVector(name), 0.5);
      for (const alias of aliases) addScaled(vector, wordsVector(alias), 1);
      return normalise(vector);
    });
    assert.deepEqual(vectors, expected);
    const labels = concepts.flatMap(({ name, aliases }) => [name, ...aliases]);
    assert.deepEqual(labelOrigin, mean(labels.map(wordsVector)));
    assert.ok(Math.max(...sizes) < labels.length * 0.7, `calls of ${sizes} of ${labels.length} texts`);
  });

  it('refuses an empty vocabulary', async () => {
    await assert.rejects(embedConcepts([], wordsEmbedder), RangeError);
  });
});

describe('the concept space', () => {
  it('counts rare words as evidence and common ones less', () => {
    const evidence = space.evidence[0]!;
    assert.ok(evidence.get('harpoon')! > 0.8);
    assert.equal(evidence.has('the'), false);
  });
});
