/**
 * How much of one sequence of words runs through another in the same order: counting matches by diagonal, as FASTA
 * does for proteins (Lipman and Pearson, Science 227, 1985). A word changed leaves the others on their diagonal, a
 * word lost or added moves them to the next one. Pure.
 */

/** Diagonals on either side of the best one that count with it: as many words may be lost or added. */
const SLACK = 1;

/** Share of the query's words that are in the text in a row, 0..1. Both are stems in order. */
export function alignedShare(query: readonly string[], text: readonly string[]): number {
  if (query.length === 0) return 0;
  const places = new Map<string, number[]>();
  for (const [place, stem] of query.entries()) {
    const known = places.get(stem);
    if (known === undefined) places.set(stem, [place]);
    else known.push(place);
  }
  // A match of query place q at text place p lies on diagonal p - q, from -(query length - 1) on.
  const origin = query.length - 1 + SLACK;
  const matches = new Uint16Array(text.length + query.length + 2 * SLACK);
  for (const [p, stem] of text.entries()) {
    for (const q of places.get(stem) ?? []) matches[p - q + origin]! += 1;
  }
  let most = 0;
  for (let diagonal = SLACK; diagonal + SLACK < matches.length; diagonal += 1) {
    let sum = 0;
    for (let near = diagonal - SLACK; near <= diagonal + SLACK; near += 1) sum += matches[near]!;
    // "had had" matches twice: each word of the query counts once, so the sum is only a bound.
    if (sum > most) most = Math.max(most, heldAlong(diagonal - origin, query, text));
  }
  return most / query.length;
}

/** Words of the query that are in the text on this diagonal or right beside it. */
function heldAlong(diagonal: number, query: readonly string[], text: readonly string[]): number {
  let held = 0;
  for (const [q, stem] of query.entries()) {
    let near = diagonal + q - SLACK;
    const last = diagonal + q + SLACK;
    while (near <= last && text[near] !== stem) near += 1;
    if (near <= last) held += 1;
  }
  return held;
}
