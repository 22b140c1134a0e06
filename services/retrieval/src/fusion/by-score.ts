/**
 * Fusion by score: an item's score is the weighted sum of what each signal gave it, measured in that signal's
 * own spread. Unlike ranks, scores say how much better the first is than the tenth; on three judged sets that
 * puts the right book first clearly more often (test/programs/relevance/README.md). Pure and total.
 *
 * A signal gives (raw - base) / spread. The base is what an item gets that the list does not hold: 0 for words,
 * since what has none of them scores 0, and the last cosine of the list for meaning, since everything has one.
 * The spread is the standard deviation of the list, drawn towards a fifth of its best score as if ten more items
 * had that deviation: a list of three hits, or of equal ones, must not speak louder than one of two hundred.
 *
 * Where filters leave a part of the library, spread and base are those of the list without filters, or its own last
 * cosine where that is lower: among three books the first would else look no better than among a hundred.
 *
 * A joint signal's scores mean the same in every list and have their spread with them.
 *
 * What a reader quotes is no matter of degree: a signal that has found it says so by a lift, which is added as it is.
 */
import type { RankedItem, RankedList } from './ranked-list.ts';
import type { Contribution, FusedItem } from './rrf.ts';
import type { SignalDescription } from './signal-description.ts';

/** Items that the prior of the spread counts for, and that prior as a share of the best score. */
const PRIOR_ITEMS = 10;
const PRIOR_SHARE = 0.2;

/** Fuses the lists; best first. Equal scores: the better single rank first, then the lower id. Order of lists as in `fuse`. */
export function fuseByScore(lists: readonly RankedList[]): FusedItem[] {
  const items = new Map<number, FusedItem>();
  for (const { signal, items: ranked, unfiltered } of lists) {
    const worth = worthOf(signal, unfiltered ?? ranked, ranked.at(-1)?.raw ?? 0);
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
    // Stable: the order of the lists decides among equal shares.
    item.contributions.sort((a, b) => b.share - a.share);
  }
  return fused.sort((a, b) => b.score - a.score || bestRank(a) - bestRank(b) || a.id - b.id);
}

/** What a raw score is worth in a list that ends with `last`, measured by `ranked`; never negative. */
function worthOf(
  signal: SignalDescription,
  ranked: readonly RankedItem[],
  last: number,
): (raw: number) => number {
  const { family, weight } = signal;
  if (family === 'joint') return (raw) => (weight * raw) / signal.spread;
  const first = ranked.reduce((most, { raw }) => Math.max(most, raw), 0);
  const base = family === 'keyword' ? 0 : Math.min(last, ranked.at(-1)?.raw ?? 0);
  const mean = ranked.reduce((sum, { raw }) => sum + raw, 0) / ranked.length;
  const squares = ranked.reduce((sum, { raw }) => sum + (raw - mean) ** 2, 0);
  const prior = PRIOR_SHARE * first;
  const spread = Math.sqrt((squares + PRIOR_ITEMS * prior * prior) / (ranked.length + PRIOR_ITEMS));
  return (raw) => (spread === 0 ? 0 : (weight * Math.max(0, raw - base)) / spread);
}

/** An item that is last wherever it stands has no score: its signals share that equally. */
function shareOf(contribution: Contribution, { score, contributions }: FusedItem): number {
  return score === 0 ? 1 / contributions.length : contribution.score / score;
}

const bestRank = ({ contributions }: FusedItem) =>
  contributions.reduce((best, { rank }) => Math.min(best, rank), Number.POSITIVE_INFINITY);
