/**
 * Signal 8: one passage that holds the reader's words and is near in meaning. A half-remembered scene is in one place,
 * while the other signals compare words and meaning separately and may find two places. A book counts by its best
 * passage.
 *
 * A passage's evidence is its BM25 score plus its cosine in the same units, minus what the best of many passages reaches
 * by chance: the logarithm of their number. Single words and common phrases rarely exceed that, so words and moods are
 * left to the other signals. How the constants were chosen: test/programs/relevance/README.md.
 */
import { PROFILE } from '@libtrails/models/profile';
import { byRaw, type RankedItem } from '../fusion/ranked-list.ts';
import type { Store } from '../store/store.ts';
import { bookPassages } from './fts-chunks.ts';
import type { Hit } from './hit.ts';
import { LIST_LIMIT, type Question, type Signal, withinOf } from './signal.ts';
import { nearPassages } from './vec-chunks.ts';

/** Passages by word and by meaning that are looked at. */
const LOOKED_AT = 300;
/** From here on a cosine says something. */
const PLAIN_COSINE = PROFILE.calibration.relevance.unrelated;
/** Of BM25's score for a unit of cosine. */
export const COSINE_UNITS = 50;
/** More evidence than this says no more. */
const ENOUGH = 12;

/** 0..ENOUGH. */
function evidenceOf(bm25: number, cosine: number, passages: number): number {
  return Math.min(ENOUGH, Math.max(0, bm25 + COSINE_UNITS * (cosine - PLAIN_COSINE) - Math.log(passages)));
}

async function candidates(question: Question, store: Store): Promise<Map<number, Hit>> {
  const near = nearPassages(question, store);
  const byWord = (await bookPassages(question, store)).slice(0, LOOKED_AT);
  const byMeaning = await near.nearest(LOOKED_AT, withinOf(question));
  return new Map([...byMeaning.map((hit) => ({ ...hit, raw: 0 })), ...byWord].map((hit) => [hit.id, hit]));
}

export const jointChunks: Signal = {
  name: 'joint_chunks',
  family: 'joint',
  weight: 0.75,
  spread: 1,
  label: 'one passage',
  explanation: 'One passage that holds your words and is near in meaning.',
  because: () => 'one passage holds your words and is close in meaning',
  vector: 'QUERY',
  scopes: ['books'],
  rank: async (question, store) => {
    const found = await candidates(question, store);
    const cosines = await nearPassages(question, store).cosines(found.keys());
    const passages = store.text.passageCount();
    const best = new Map<number, RankedItem>();
    for (const [id, { owner, raw: bm25 }] of found) {
      const raw = evidenceOf(bm25, cosines.get(id) ?? 0, passages);
      if (raw === 0 || raw <= (best.get(owner)?.raw ?? 0)) continue;
      best.set(owner, { id: owner, raw, evidence: { kind: 'passage', id } });
    }
    return [...best.values()].sort(byRaw).slice(0, LIST_LIMIT);
  },
};
