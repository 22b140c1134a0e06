/** The recipe with the real model; skipped where the weights are not. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { createEmbedder, type Embedder as ModelEmbedder } from '@libtrails/embedding/embedder';
import { modelPaths } from '@libtrails/models/paths';
import type { BookTopics, Chunk, Embedder, ParsedBook } from '../book.ts';
import { buildConceptSpace } from './concept-space.ts';
import { extractTopics } from './extract.ts';
import { loadLexicon } from './lexicon.ts';
import { joinDomains } from './vocabulary.ts';

const { weights, tokenizer } = modelPaths();
const skip =
  existsSync(weights.int8) && existsSync(tokenizer) ? false : 'the model is not there: npm run model';

const PASSAGES = [
  `The wind had gone round to the north before midnight, and by two in the morning the sea stood up in walls. We took
   in the last of the canvas and lay under bare poles. Every wave broke over the bow, and the helmsman had himself
   lashed to the wheel. "She won't last until daylight," said the mate; but she did, with four feet of water in the
   hold and the pumps going.`,
  `My aunt kept eleven hives along the south wall, and talked to them. In May, when the swarms went up, she walked
   beneath them with a straw skep and a feather, and had no veil. She taught me to find the queen on the comb, to take
   the honey without robbing the brood, and to leave enough for the bees to winter on.`,
  `The jury had been out for three hours when the foreman sent a note to the judge. Counsel for the defence, who had
   called only one witness, looked at the ceiling. The prisoner in the dock did not seem to hear. When the verdict was
   read she asked whether she might sit down, and then whether the sentence would be passed that day.`,
  `There is no secret in good bread but time. Let the dough rise slowly in a cool pantry, fold it, and let it rise
   again; the yeast knows its business. Heat the oven until a pinch of flour thrown on the bricks turns brown. The crust
   will sing when the loaf comes out, and it should be cold before anyone cuts it.`,
].map((text) => text.replaceAll(/\s+/g, ' '));

const vocabulary = joinDomains([
  {
    name: 'Seafaring',
    concepts: [
      { name: 'storms at sea', aliases: ['gale', 'heavy seas', 'tempest', 'foundering ship'] },
      { name: 'whaling voyages', aliases: ['whaling', 'whalers', 'harpoons'] },
    ],
  },
  {
    name: 'Farming',
    concepts: [
      { name: 'beekeeping', aliases: ['honey', 'hives', 'swarms of bees', 'apiary'] },
      { name: 'cattle', aliases: ['cows', 'oxen', 'herds'] },
    ],
  },
  {
    name: 'Law',
    concepts: [
      { name: 'trials in court', aliases: ['jury', 'verdict', 'judge', 'defendant'] },
      { name: 'prison life', aliases: ['jail', 'cells', 'warders'] },
    ],
  },
  {
    name: 'Food',
    concepts: [
      { name: 'bread baking', aliases: ['bread', 'dough', 'yeast', 'loaf'] },
      { name: 'wine', aliases: ['vineyards', 'grapes', 'vintage'] },
    ],
  },
]);

const book: ParsedBook = {
  title: 'Four Trades',
  authors: [],
  language: 'en',
  year: 0,
  description: '',
  subjects: [],
  publisher: '',
  identifiers: [],
  series: '',
  seriesIndex: 0,
  titleSort: '',
  authorSort: '',
  subtitle: '',
  sections: PASSAGES.map((text, index) => ({
    index,
    title: '',
    kind: 'body',
    depth: 0,
    href: '',
    blocks: [{ type: 'paragraph', text, level: 0 }],
  })),
  cover: undefined,
};
const chunks: Chunk[] = PASSAGES.map((text, sectionIndex) => ({
  sectionIndex,
  start: 0,
  end: text.length,
  text,
  blocks: [],
  words: text.split(' ').length,
  tokens: 0,
}));

describe('extractTopics with the real model', { skip }, () => {
  let model: ModelEmbedder;
  let result: BookTopics;

  before(async () => {
    model = await createEmbedder();
    const embed: Embedder = async (texts, kind) => {
      const { vectors, dims } = await model.embed([...texts], kind);
      return texts.map((_, i) => vectors.slice(i * dims, (i + 1) * dims));
    };
    const vectors = await embed(PASSAGES, 'PASSAGE');
    result = await extractTopics(
      book,
      chunks,
      vectors,
      embed,
      await buildConceptSpace(vocabulary, loadLexicon(), embed),
    );
  });
  after(() => model?.close());

  const labels = (passage: number, kind: string) =>
    result.chunks[passage]!.topics.map(({ topic }) => result.topics[topic]!)
      .filter((topic) => topic.kind === kind)
      .map(({ label }) => label);

  it('links each passage with its concept and no other; the storm, which is not named, with none', () => {
    const found = PASSAGES.map((_, passage) => labels(passage, 'concept'));
    assert.deepEqual(found, [[], ['beekeeping'], ['trials in court'], ['bread baking']]);
  });

  it('names each passage by phrases of its own subject', () => {
    const telling = [
      /helmsman|wind|sea|pumps|canvas/,
      /hives?|swarm|honey|bees|brood/,
      /jury|judge|verdict|dock|witness/,
      /bread|dough|yeast|oven|loaf/,
    ];
    telling.forEach((pattern, passage) => {
      const phrases = labels(passage, 'phrase');
      const own = phrases.filter((phrase) => pattern.test(phrase));
      assert.ok(own.length >= 1 && own.length > phrases.length / 2, phrases.join(', '));
    });
  });
});
