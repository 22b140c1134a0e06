/** The phrases that name best what each passage is about. */
import { PROFILE } from '@libtrails/models/profile';
import type { Embedder } from '../book.ts';
import type { CandidateTable, TableEntry } from './candidate-table.ts';
import { CentredLabel, LabelOrigin } from './centred-label.ts';
import type { Lexicon } from './lexicon.ts';
import {
  coherence,
  MAX_PHRASES,
  meaningScore,
  pickDiverse,
  preselect,
  rarity,
  type Scored,
} from './score.ts';
import { dot } from './vectors.ts';

export interface PhrasePick {
  key: string;
  label: string;
  /** Unit vector as embedded. */
  vector: Float32Array;
  score: number;
  /** How rare its rarest word is in English, 0 to 1. */
  rarity: number;
}

/** A weaker pick is left out, so a passage may have fewer than five phrases. */
const MIN_SCORE = PROFILE.calibration.topics.phrase;
/** Where less than this many reach it, the best weaker one stands in. */
const FEW_PHRASES = 1;
const MIN_SCORE_OF_FEW = PROFILE.calibration.topics.onlyPhrase;

/** Labels embedded in one call: bounds the size of a request. */
const LABELS_A_CALL = 1_024;

/**
 * Up to five phrases of each passage, best first.
 * @param passages centred unit vectors, in the order of the table's passages
 * @param labelOrigin common part of label vectors
 */
export async function pickPhrases(
  table: CandidateTable,
  passages: readonly Float32Array[],
  labelOrigin: Float32Array,
  lexicon: Lexicon,
  embed: Embedder,
): Promise<PhrasePick[][]> {
  const count = table.passages.length;
  const preselected = table.passages.map((candidates) => preselect(candidates, count, lexicon));
  const labels = await embedEntries(preselected.flat(), table, labelOrigin, embed);
  const onOrigin = passages.map((passage) => dot(passage, labelOrigin));
  // Every passage that holds a candidate tells about it, not only those that preselected it.
  table.passages.forEach((candidates, i) => {
    for (const { entry } of candidates) {
      const label = labels.get(entry);
      if (label !== undefined) label.sumOfCosines += label.cosineWithPassage(passages[i]!, onOrigin[i]!);
    }
  });
  return preselected.map((candidates, i) => {
    const scored: Scored[] = [];
    for (const { entry, countScore } of candidates) {
      const label = labels.get(entry)!;
      const cosine = label.cosineWithPassage(passages[i]!, onOrigin[i]!);
      const steady = coherence(label.sumOfCosines, entry.passages);
      const score = meaningScore(entry, countScore, cosine, steady, lexicon);
      if (score !== undefined) scored.push({ entry, label, score });
    }
    let picks = pickDiverse(scored, MAX_PHRASES, MIN_SCORE);
    if (picks.length < FEW_PHRASES) picks = pickDiverse(scored, FEW_PHRASES, MIN_SCORE_OF_FEW);
    return picks.map(({ entry, label, score }) => ({
      key: entry.key,
      label: label.text,
      vector: label.vector,
      score,
      rarity: Math.max(...entry.content.map((word) => rarity(word, lexicon))),
    }));
  });
}

async function embedEntries(
  candidates: readonly { entry: TableEntry }[],
  table: CandidateTable,
  origin: Float32Array,
  embed: Embedder,
): Promise<Map<TableEntry, CentredLabel>> {
  const entries = [...new Set(candidates.map(({ entry }) => entry))];
  const labelOrigin = new LabelOrigin(origin);
  const labels = new Map<TableEntry, CentredLabel>();
  for (let start = 0; start < entries.length; start += LABELS_A_CALL) {
    const batch = entries.slice(start, start + LABELS_A_CALL);
    const texts = batch.map((entry) => table.label(entry));
    const vectors = await embed(texts, 'LABEL');
    batch.forEach((entry, i) => {
      labels.set(entry, new CentredLabel(texts[i]!, vectors[i]!, labelOrigin));
    });
  }
  return labels;
}
