/** Which concepts a passage is about: nearness in meaning, checked by words where it is not plain. */
import type { ConceptSpace } from './concept-space.ts';
import type { PassageWords } from './passage-words.ts';
import { dot } from './vectors.ts';

export interface ConceptLink {
  /** Place in the vocabulary. */
  concept: number;
  /** Smoothed cosine of passage and concept, both centred. */
  score: number;
}

/** Passages before and after count as context with this weight. */
const NEIGHBOUR_WEIGHT = 0.25;
const MAX_CONCEPTS = 2;
/** From here on nearness alone is enough. */
const PLAIN_SCORE = 0.3;
/** From here on it takes a word of the concept in the passage. */
const SUPPORTED_SCORE = 0.22;
/** Advantage in rank of a concept whose words occur. */
const WORD_BONUS = 0.05;
/** How much of a concept's closeness to everything is held against it. */
const HUB_WEIGHT = 0.35;

/**
 * Concepts of each passage, best first, at most two.
 * @param passages centred unit vectors in reading order
 * @param words stems of the same passages
 */
export function linkConcepts(
  passages: readonly Float32Array[],
  words: PassageWords,
  space: ConceptSpace,
): ConceptLink[][] {
  const similarities = passages.map((passage) =>
    Float32Array.from(space.centredVectors, (concept) => dot(passage, concept)),
  );
  const stemIds = space.stems.map((stems) => words.idsOf(stems));
  const present = new Uint8Array(words.distinctStems);
  return passages.map((_, i) => {
    const own = similarities[i]!;
    const previous = similarities[i - 1] ?? own;
    const next = similarities[i + 1] ?? own;
    const here = words.passage(i);
    for (const id of here) present[id] = 1;
    const links: { concept: number; score: number; rank: number }[] = [];
    for (let c = 0; c < own.length; c++) {
      const score = (own[c]! + NEIGHBOUR_WEIGHT * (previous[c]! + next[c]!)) / (1 + 2 * NEIGHBOUR_WEIGHT);
      if (score < SUPPORTED_SCORE) continue;
      const supported = stemIds[c]!.some((id) => present[id] === 1);
      if (score < PLAIN_SCORE && !supported) continue;
      const rank = score - HUB_WEIGHT * space.hubness[c]! + (supported ? WORD_BONUS : 0);
      links.push({ concept: c, score, rank });
    }
    for (const id of here) present[id] = 0;
    links.sort((a, b) => b.rank - a.rank || a.concept - b.concept);
    return links.slice(0, MAX_CONCEPTS).map(({ concept, score }) => ({ concept, score }));
  });
}
