/** Concepts as vectors, and the fixed points that everything is centred on. */
import model from 'wink-eng-lite-web-model';
import type { Embedder } from '../book.ts';
import { addScaled, centred, dot, mean, normalise } from './vectors.ts';
import type { Concept, Vocabulary } from './vocabulary.ts';

/** Share of a concept's bare name in its vector, next to the sentence and each alias with weight 1. */
const BARE_NAME_WEIGHT = 0.5;
/** How many nearest concepts tell whether a concept is close to everything. */
const HUB_NEIGHBOURS = 20;
/** Words that connect the parts of a concept's name, and are no evidence for it. */
const CONNECTING = new Set(
  'a an and as at by for from in into of on or the to versus with without life work day things people new old good'.split(
    ' ',
  ),
);

export interface ConceptSpace {
  concepts: readonly Concept[];
  /** Unit vectors as embedded: what the library stores and compares with queries. */
  vectors: readonly Float32Array[];
  /** The same, centred on their mean. */
  centredVectors: readonly Float32Array[];
  /** Mean closeness to the nearest other concepts, less the average: positive for concepts that fit anywhere. */
  hubness: Float32Array;
  /** Stems of content words of name and aliases: one of them in a passage is evidence. */
  stems: readonly ReadonlySet<string>[];
  /** Mean of all label vectors: the common part of short texts. */
  labelOrigin: Float32Array;
  /** Mean of all "A passage about ..." vectors. */
  sentenceOrigin: Float32Array;
}

const stemWord = (model.addons as { stem(word: string): string }).stem;

/** The stem under which concepts and passages meet; "whaling" and "whales" have the same. */
export function stem(word: string): string {
  return stemWord(word.toLowerCase());
}

/** Embeds the vocabulary: about six short texts a concept. */
export async function buildConceptSpace(vocabulary: Vocabulary, embed: Embedder): Promise<ConceptSpace> {
  const { concepts } = vocabulary;
  if (concepts.length === 0) throw new Error('The concept vocabulary is empty');
  const sentences = await embed(
    concepts.map((concept) => `A passage about ${concept.name}.`),
    'LABEL',
  );
  const labels = concepts.flatMap((concept) => [concept.name, ...concept.aliases]);
  const labelVectors = await embed(labels, 'LABEL');
  const vectors: Float32Array[] = [];
  let next = 0;
  concepts.forEach((concept, i) => {
    const vector = Float32Array.from(sentences[i]!);
    addScaled(vector, labelVectors[next]!, BARE_NAME_WEIGHT);
    for (let a = 1; a <= concept.aliases.length; a++) addScaled(vector, labelVectors[next + a]!, 1);
    next += 1 + concept.aliases.length;
    vectors.push(normalise(vector));
  });
  const origin = mean(vectors);
  const centredVectors = vectors.map((vector) => centred(vector, origin));
  return {
    concepts,
    vectors,
    centredVectors,
    hubness: hubnessOf(centredVectors),
    stems: concepts.map(stemsOf),
    labelOrigin: mean(labelVectors),
    sentenceOrigin: mean(sentences),
  };
}

function hubnessOf(vectors: readonly Float32Array[]): Float32Array {
  const hubness = Float32Array.from(vectors, (vector) => {
    const near = vectors.map((other) => (other === vector ? -1 : dot(vector, other))).sort((a, b) => b - a);
    const top = near.slice(0, HUB_NEIGHBOURS);
    return top.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, top.length);
  });
  const average = hubness.reduce((sum, value) => sum + value, 0) / hubness.length;
  return hubness.map((value) => value - average);
}

function stemsOf(concept: Concept): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const label of [concept.name, ...concept.aliases]) {
    for (const word of label.toLowerCase().match(/[a-z]+/g) ?? []) {
      if (word.length > 2 && !CONNECTING.has(word)) stems.add(stem(word));
    }
  }
  return stems;
}

const spaces = new WeakMap<Embedder, Promise<ConceptSpace>>();

/** The concept space of an embedder, built once for it; a failed attempt is made again. */
export function conceptSpaceFor(embed: Embedder, vocabulary: () => Vocabulary): Promise<ConceptSpace> {
  let space = spaces.get(embed);
  if (space === undefined) {
    space = buildConceptSpace(vocabulary(), embed);
    spaces.set(embed, space);
    space.catch(() => spaces.delete(embed));
  }
  return space;
}
