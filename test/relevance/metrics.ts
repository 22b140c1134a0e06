/** Measures of ranked retrieval. Ranks are 1-based; 0 means not found. */

export interface Judged {
  /** What the figures are averaged over first (macro average), here the book. */
  group: string;
  /** Rank of the right answer, 0 if it is not in the list. */
  rank: number;
}

export interface Figures {
  recallAt1: number;
  recallAt10: number;
  mrrAt10: number;
  rows: number;
  groups: number;
}

/** Recall@1, Recall@10 and MRR@10: the mean over groups of the mean over their rows. */
export function summarise(rows: readonly Judged[]): Figures {
  const groups = new Map<string, number[]>();
  for (const { group, rank } of rows) {
    const ranks = groups.get(group);
    if (ranks) ranks.push(rank);
    else groups.set(group, [rank]);
  }
  const macro = (gain: (rank: number) => number) =>
    mean([...groups.values()].map((ranks) => mean(ranks.map(gain))));
  return {
    recallAt1: macro((rank) => (rank === 1 ? 1 : 0)),
    recallAt10: macro((rank) => (rank >= 1 && rank <= 10 ? 1 : 0)),
    mrrAt10: macro((rank) => (rank >= 1 && rank <= 10 ? 1 / rank : 0)),
    rows: rows.length,
    groups: groups.size,
  };
}

/** nDCG@10 with gains 2^relevance - 1 and a log2 discount (Järvelin and Kekäläinen, 2002). */
export function ndcgAt10(ranked: readonly string[], relevance: ReadonlyMap<string, number>): number {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
  const got = ranked.slice(0, 10).reduce((sum, id, place) => sum + gain(relevance.get(id) ?? 0, place), 0);
  const ideal = [...relevance.values()].sort((a, b) => b - a).slice(0, 10);
  const best = ideal.reduce((sum, grade, place) => sum + gain(grade, place), 0);
  return best === 0 ? 0 : got / best;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length;
}
