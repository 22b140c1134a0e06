/** How many slips of the keyboard lie between two words. */

/**
 * Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) that turn `word` into
 * each beginning of `other`: the last row of the table, so that `row[other.length]` is the distance of the two.
 */
export function distancesToBeginnings(word: string, other: string): Uint8Array {
  let before = new Uint8Array(other.length + 1);
  let last = Uint8Array.from({ length: other.length + 1 }, (_, i) => i);
  let row = new Uint8Array(other.length + 1);
  for (let i = 1; i <= word.length; i += 1) {
    row[0] = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = word[i - 1] === other[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
    }
    [before, last, row] = [last, row, before];
  }
  return last;
}

/** The distance of two words of at most 200 letters each. */
export const editDistance = (a: string, b: string): number => distancesToBeginnings(a, b)[b.length]!;
