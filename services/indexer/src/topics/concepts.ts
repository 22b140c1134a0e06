/** Which concepts a passage is about: nearness in meaning, checked by words where it is not plain. */
import { PROFILE } from '@libtrails/models/profile';
import type { ConceptSpace } from './concept-space.ts';
import type { PassageWords } from './passage-words.ts';
import { dot } from './vectors.ts';

export interface ConceptLink {
  /** Place in the vocabulary. */
  concept: number;
  /** Smoothed cosine of passage and concept, both centred. */
  score: number;
}

/** Passages before and after in the same section count as context with this weight. */
const NEIGHBOUR_WEIGHT = 0.25;
const MAX_CONCEPTS = 2;
/** Nearness that is enough without any word of the concept in the passage. */
const PLAIN_SCORE = PROFILE.calibration.topics.plainConcept;
/** How much full evidence by words lowers that bar. */
const EVIDENCE_RELIEF = 0.18;
const MIN_SCORE = PROFILE.calibration.topics.concept;
/** Advantage in rank of full evidence by words. */
const EVIDENCE_BONUS = 0.06;
/** How much of a concept's closeness to everything is held against it. */
const HUB_WEIGHT = 0.1;

/**
 * Concepts of each passage, best first, at most two.
 * @param passages centred unit vectors in reading order
 * @param sections the section of each passage
 * @param words stems of the same passages
 */
export function linkConcepts(
  passages: readonly Float32Array[],
  sections: readonly number[],
  words: PassageWords,
  space: ConceptSpace,
): ConceptLink[][] {
  const evidence = space.evidence.map((stems) =>
    [...stems].flatMap(([stemmed, weight]) => {
      const id = words.idOfStem(stemmed);
      return id === undefined ? [] : [{ id, weight }];
    }),
  );
  const wordings = space.wordings.map((labels) =>
    labels.map((stems) => [...stems].map(([stemmed, weight]) => ({ id: words.idOfStem(stemmed), weight }))),
  );
  const counts = new Uint16Array(words.distinctStems);
  const rows = new SimilarityRows(passages, space);
  return passages.map((_, i) => {
    const own = rows.row(i);
    const previous = sections[i - 1] === sections[i] ? rows.row(i - 1) : own;
    const next = sections[i + 1] === sections[i] ? rows.row(i + 1) : own;
    const here = words.passage(i);
    here.stems.forEach((id, k) => {
      counts[id] = here.counts[k]!;
    });
    const links: { concept: number; score: number; rank: number }[] = [];
    for (let c = 0; c < own.length; c++) {
      const score = (own[c]! + NEIGHBOUR_WEIGHT * (previous[c]! + next[c]!)) / (1 + 2 * NEIGHBOUR_WEIGHT);
      if (score < MIN_SCORE) continue;
      const support = supportOf(evidence[c]!, counts) * coverageOf(wordings[c]!, counts);
      if (score + EVIDENCE_RELIEF * support < PLAIN_SCORE) continue;
      const rank = score - HUB_WEIGHT * space.hubness[c]! + EVIDENCE_BONUS * support;
      links.push({ concept: c, score, rank });
    }
    for (const id of here.stems) counts[id] = 0;
    links.sort((a, b) => b.rank - a.rank || a.concept - b.concept);
    return links.slice(0, MAX_CONCEPTS).map(({ concept, score }) => ({ concept, score }));
  });
}

/** Cosines of passages with all concepts; only the last three asked for are kept. */
class SimilarityRows {
  readonly #passages: readonly Float32Array[];
  readonly #space: ConceptSpace;
  readonly #rows: { passage: number; cosines: Float32Array }[] = [];

  constructor(passages: readonly Float32Array[], space: ConceptSpace) {
    this.#passages = passages;
    this.#space = space;
  }

  row(passage: number): Float32Array {
    const kept = this.#rows.find((row) => row.passage === passage);
    if (kept !== undefined) return kept.cosines;
    const vector = this.#passages[passage]!;
    const cosines = Float32Array.from(this.#space.centredVectors, (concept) => dot(vector, concept));
    this.#rows.push({ passage, cosines });
    if (this.#rows.length > 3) this.#rows.shift();
    return cosines;
  }
}

/** Evidence by words, 0 to 1: each stem counts by its weight, repeated ones a little more. */
function supportOf(evidence: readonly { id: number; weight: number }[], counts: Uint16Array): number {
  let sum = 0;
  for (const { id, weight } of evidence) {
    const count = counts[id]!;
    if (count > 0) sum += weight * (1 + Math.log(count));
  }
  return Math.min(1, sum);
}

/**
 * How much of the best covered label is in the passage, 0 to 1: "killer" alone is little of "serial killers", and
 * "mountain" of "rock climbing".
 */
function coverageOf(
  labels: readonly (readonly { id: number | undefined; weight: number }[])[],
  counts: Uint16Array,
): number {
  let best = 0;
  for (const label of labels) {
    let present = 0;
    let total = 0;
    for (const { id, weight } of label) {
      total += weight;
      if (id !== undefined && counts[id]! > 0) present += weight;
    }
    if (present > best * total) best = present / total;
  }
  return best;
}
