/** The phrases that name best what each passage is about. */
import type { Embedder } from '../book.ts';
import type { CandidateTable, TableEntry } from './candidate-table.ts';
import { CentredLabel, LabelOrigin } from './centred-label.ts';
import type { Lexicon } from './lexicon.ts';
import { coherence, MAX_PHRASES, meaningScore, pickDiverse, preselect, type Scored } from './score.ts';
import { dot } from './vectors.ts';

export interface PhrasePick {
  key: string;
  label: string;
  /** Unit vector as embedded. */
  vector: Float32Array;
  score: number;
}

/** A weaker pick is left out: a passage may have fewer than five phrases. */
const MIN_SCORE = 0.2;

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
    return pickDiverse(scored, MAX_PHRASES, MIN_SCORE).map(({ entry, label, score }) => ({
      key: entry.key,
      label: label.text,
      vector: label.vector,
      score,
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
