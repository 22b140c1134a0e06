/**
 * Fusion by score: an item's score is the weighted sum of what each signal gave it, measured in that signal's
 * own spread. Unlike ranks, scores say how much better the first is than the tenth; on three judged sets that
 * puts the right book first clearly more often (test/relevance/README.md). Pure and total: the same lists in any
 * order give the same result.
 *
 * A signal gives (raw - base) / spread. The base is what an item gets that the list does not hold: 0 for words,
 * since what has none of them scores 0, and the last cosine of the list for meaning, since everything has one.
 * The spread is the standard deviation of the list, drawn towards a fifth of its best score as if ten more items
 * had that deviation: a list of three hits, or of equal ones, must not speak louder than one of two hundred.
 *
 * What a reader quotes is no matter of degree: a signal that has found it says so by a lift, which is added as it is.
 */
import { type RankedItem, type RankedList, SIGNAL_NAMES, type SignalName } from './ranked-list.ts';
import type { Contribution, FusedItem } from './rrf.ts';

/** What a signal counts beside the others. Labels say less of a book than its text does: they count half. */
export const SIGNAL_WEIGHTS: Record<SignalName, number> = {
  fts_books: 1,
  fts_topics: 0.5,
  fts_chunks: 1,
  vec_topics: 0.5,
  vec_phrases: 1,
  vec_books: 1,
  vec_chunks: 1,
};

/** Items that the prior of the spread counts for, and that prior as a share of the best score. */
const PRIOR_ITEMS = 10;
const PRIOR_SHARE = 0.2;

/** Fuses the lists; best first. Equal scores: the better single rank first, then the lower id. */
export function fuseByScore(lists: readonly RankedList[]): FusedItem[] {
  const items = new Map<number, FusedItem>();
  // One fixed order of summing, so that equal items get equal floating-point sums.
  const ordered = SIGNAL_NAMES.flatMap((name) => lists.filter((list) => list.signal === name));
  for (const { signal, items: ranked } of ordered) {
    const worth = worthOf(signal, ranked);
    ranked.forEach(({ id, raw, evidence, lift = 0 }, index) => {
      let item = items.get(id);
      if (item === undefined) {
        item = { id, score: 0, contributions: [] };
        items.set(id, item);
      }
      const score = worth(raw) + lift;
      item.score += score;
      item.contributions.push({ signal, rank: index + 1, raw, lift, score, share: 0, evidence });
    });
  }
  const fused = [...items.values()];
  for (const item of fused) {
    for (const contribution of item.contributions) contribution.share = shareOf(contribution, item);
    // Stable: the listed order decides among equal shares.
    item.contributions.sort((a, b) => b.share - a.share);
  }
  return fused.sort((a, b) => b.score - a.score || bestRank(a) - bestRank(b) || a.id - b.id);
}

/** What a raw score of this list is worth; never negative. */
function worthOf(signal: SignalName, ranked: readonly RankedItem[]): (raw: number) => number {
  const first = ranked.reduce((most, { raw }) => Math.max(most, raw), 0);
  const base = signal.startsWith('fts_') ? 0 : (ranked.at(-1)?.raw ?? 0);
  const mean = ranked.reduce((sum, { raw }) => sum + raw, 0) / ranked.length;
  const squares = ranked.reduce((sum, { raw }) => sum + (raw - mean) ** 2, 0);
  const prior = PRIOR_SHARE * first;
  const spread = Math.sqrt((squares + PRIOR_ITEMS * prior * prior) / (ranked.length + PRIOR_ITEMS));
  const weight = SIGNAL_WEIGHTS[signal];
  return (raw) => (spread === 0 ? 0 : (weight * Math.max(0, raw - base)) / spread);
}

/** An item that is last wherever it stands has no score: its signals share that equally. */
function shareOf(contribution: Contribution, { score, contributions }: FusedItem): number {
  return score === 0 ? 1 / contributions.length : contribution.score / score;
}

const bestRank = ({ contributions }: FusedItem) =>
  contributions.reduce((best, { rank }) => Math.min(best, rank), Number.POSITIVE_INFINITY);
