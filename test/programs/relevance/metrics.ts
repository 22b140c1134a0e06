/** Measures of ranked retrieval. */

/** nDCG@10 with gains 2^relevance - 1 and a log2 discount (Järvelin and Kekäläinen, 2002). */
export function ndcgAt10(ranked: readonly string[], relevance: ReadonlyMap<string, number>): number {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
  const got = ranked.slice(0, 10).reduce((sum, id, place) => sum + gain(relevance.get(id) ?? 0, place), 0);
  const ideal = [...relevance.values()].sort((a, b) => b - a).slice(0, 10);
  const best = ideal.reduce((sum, grade, place) => sum + gain(grade, place), 0);
  return best === 0 ? 0 : got / best;
}
