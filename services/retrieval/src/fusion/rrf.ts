/**
 * Reciprocal Rank Fusion (Cormack, Clarke and Büttcher, SIGIR 2009): an item's score is the sum of
 * 1/(k + rank) over the lists that hold it. Scores of different kinds need not be comparable; only order
 * counts. Pure and total.
 */
import type { Evidence, RankedList } from './ranked-list.ts';
import type { SignalDescription } from './signal-description.ts';

/** The paper's k: large enough that no single first place decides. */
export const RRF_K = 60;

/** What one signal gave to one item. */
export interface Contribution {
  signal: SignalDescription;
  /** 1-based rank in the signal's own list. */
  rank: number;
  raw: number;
  /** As the signal gave it; 0 for all but quotations. */
  lift: number;
  /** 1/(k + rank), or by score. */
  score: number;
  /** score / the item's fused score. */
  share: number;
  evidence: Evidence;
}

export interface FusedItem {
  id: number;
  /** Sum of the contributions' scores. */
  score: number;
  /** Largest share first; signals of equal share in the order of the lists. */
  contributions: Contribution[];
}

/**
 * Fuses the lists; best first. The order of the lists is that of summing, so it can change a score in its last bit. Equal scores: the better single rank first, then the lower id.
 */
export function fuse(lists: readonly RankedList[], k: number = RRF_K): FusedItem[] {
  const items = new Map<number, FusedItem>();
  for (const list of lists) {
    list.items.forEach(({ id, raw, evidence, lift = 0 }, index) => {
      let item = items.get(id);
      if (item === undefined) {
        item = { id, score: 0, contributions: [] };
        items.set(id, item);
      }
      const rank = index + 1;
      const score = 1 / (k + rank);
      item.score += score;
      item.contributions.push({ signal: list.signal, rank, raw, lift, score, share: 0, evidence });
    });
  }
  const fused = [...items.values()];
  for (const item of fused) {
    for (const contribution of item.contributions) contribution.share = contribution.score / item.score;
    // Stable: the order of the lists decides among equal shares.
    item.contributions.sort((a, b) => b.share - a.share);
  }
  return fused.sort((a, b) => b.score - a.score || bestRank(a) - bestRank(b) || a.id - b.id);
}

function bestRank(item: FusedItem): number {
  return item.contributions[0]!.rank;
}
