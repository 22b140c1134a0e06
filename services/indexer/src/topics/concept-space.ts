/** Concepts as vectors, and the fixed points that everything is centred on. */
import type { Embedder } from '../book.ts';
import { type Lexicon, loadLexicon } from './lexicon.ts';
import { perEmbedder } from './per-embedder.ts';
import { shippedConcepts, textsOf } from './shipped-vectors.ts';
import { singular } from './singular.ts';
import { stem } from './stem.ts';
import { addScaled, centred, dot, mean, normalise } from './vectors.ts';
import { type Concept, shippedVocabulary, type Vocabulary } from './vocabulary.ts';

/** Share of a concept's bare name in its vector, next to the sentence and each alias with weight 1. */
const BARE_NAME_WEIGHT = 0.5;
/** How many nearest concepts tell whether a concept is close to everything. */
const HUB_NEIGHBOURS = 20;
/** Words that are no evidence for a concept, although they are in its name or aliases. */
const NO_EVIDENCE = new Set(
  `a an and as at away be by do for from get go have in into is it its like no not of off on one or out over
   own that the their them to under up versus will with without again all everyday first last long lost
   part things second two being making taking getting going having`.split(/\s+/),
);
/** Commonness (see lexicon.ts) from which a word is no evidence. */
const COMMONEST = 10;

export interface ConceptSpace {
  concepts: readonly Concept[];
  /** Unit vectors as embedded: what the library stores and compares with queries. */
  vectors: readonly Float32Array[];
  /** The same, centred on their mean. */
  centredVectors: readonly Float32Array[];
  /** Mean closeness to the nearest other concepts, less the average: positive for concepts that fit anywhere. */
  hubness: Float32Array;
  /**
   * Stems of the words in name and aliases with their weight as evidence, 0 to 1: rare words count more than common
   * ones, and words of one concept more than words of many.
   */
  evidence: readonly ReadonlyMap<string, number>[];
  /** Of each concept, its name and aliases as stems with their weight: how much of a label is in a passage. */
  wordings: readonly (readonly ReadonlyMap<string, number>[])[];
  /** Mean of all label vectors: the common part of short texts. */
  labelOrigin: Float32Array;
}

export interface ConceptVectors {
  /** Unit vectors as embedded, in the order of the vocabulary: what the library stores and compares with queries. */
  vectors: Float32Array[];
  /** Mean of all label vectors: the common part of short texts. */
  labelOrigin: Float32Array;
}

/** Concepts embedded at a time, so that not all label vectors are in memory at once. */
const CONCEPTS_A_CALL = 128;

/** Embeds the vocabulary: about six short texts a concept. Throws a RangeError if it is empty. */
export async function embedConcepts(concepts: readonly Concept[], embed: Embedder): Promise<ConceptVectors> {
  if (concepts.length === 0) throw new RangeError('The concept vocabulary is empty');
  const vectors: Float32Array[] = [];
  const labels = concepts.reduce((count, { aliases }) => count + 1 + aliases.length, 0);
  let labelOrigin: Float32Array | undefined;
  for (let start = 0; start < concepts.length; start += CONCEPTS_A_CALL) {
    const part = concepts.slice(start, start + CONCEPTS_A_CALL);
    const texts = part.flatMap(textsOf);
    const embedded = await embed(texts, 'LABEL');
    let next = 0;
    for (const { aliases } of part) {
      const vector = Float32Array.from(embedded[next]!);
      const [name, ...others] = embedded.slice(next + 1, next + 2 + aliases.length);
      addScaled(vector, name!, BARE_NAME_WEIGHT);
      for (const alias of others) addScaled(vector, alias, 1);
      vectors.push(normalise(vector));
      labelOrigin ??= new Float32Array(vector.length);
      for (const label of [name!, ...others]) addScaled(labelOrigin, label, 1 / labels);
      next += 2 + aliases.length;
    }
  }
  return { vectors, labelOrigin: labelOrigin! };
}

/** The vectors of a vocabulary: those shipped with the model's profile where they fit, else embedded. */
export async function conceptVectors(concepts: readonly Concept[], embed: Embedder): Promise<ConceptVectors> {
  const shipped = await shippedConcepts(concepts, embed);
  if (shipped === undefined) return embedConcepts(concepts, embed);
  return { vectors: shipped.concepts, labelOrigin: shipped.labelOrigin };
}

/** The vocabulary ready to be linked with passages. */
export async function buildConceptSpace(
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  embed: Embedder,
): Promise<ConceptSpace> {
  const { concepts } = vocabulary;
  const { vectors, labelOrigin } = await conceptVectors(concepts, embed);
  const origin = mean(vectors);
  const centredVectors = vectors.map((vector) => centred(vector, origin));
  return {
    concepts,
    vectors,
    centredVectors,
    hubness: hubnessOf(centredVectors),
    evidence: evidenceOf(concepts, lexicon),
    wordings: concepts.map(({ name, aliases }) =>
      [name, ...aliases].map((label) => weightsOf(label, lexicon)),
    ),
    labelOrigin,
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

function evidenceOf(concepts: readonly Concept[], lexicon: Lexicon): ReadonlyMap<string, number>[] {
  const rarities = concepts.map((concept) => raritiesOf(concept, lexicon));
  const conceptsWith = new Map<string, number>();
  for (const stemmed of rarities.flatMap((map) => [...map.keys()])) {
    conceptsWith.set(stemmed, (conceptsWith.get(stemmed) ?? 0) + 1);
  }
  return rarities.map(
    (map) =>
      new Map([...map].map(([stemmed, rarity]) => [stemmed, rarity / conceptsWith.get(stemmed)! ** 0.4])),
  );
}

/** Weight of the commonest words of a label next to 1 for the rarest, so that "the sea" is not made of nothing. */
const LEAST_WEIGHT = 0.05;

function weightsOf(label: string, lexicon: Lexicon): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of telling(label)) weights.set(stem(word), LEAST_WEIGHT + rarityOf(word, lexicon));
  return weights;
}

function raritiesOf(concept: Concept, lexicon: Lexicon): Map<string, number> {
  const rarities = new Map<string, number>();
  for (const label of [concept.name, ...concept.aliases]) {
    for (const word of telling(label)) {
      const rarity = rarityOf(word, lexicon);
      if (rarity > 0) rarities.set(stem(word), Math.max(rarity, rarities.get(stem(word)) ?? 0));
    }
  }
  return rarities;
}

/** The words of a label that may be evidence. */
function telling(label: string): string[] {
  const words = label.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => word.length >= 3 && !NO_EVIDENCE.has(word));
}

function rarityOf(word: string, lexicon: Lexicon): number {
  return Math.max(0, 1 - lexicon.commonness(singular(word, lexicon)) / COMMONEST);
}

/** The space of the shipped vocabulary, built once for each embedding model. */
export const conceptSpaceFor = perEmbedder((embed) =>
  buildConceptSpace(shippedVocabulary(), loadLexicon(), embed),
);
