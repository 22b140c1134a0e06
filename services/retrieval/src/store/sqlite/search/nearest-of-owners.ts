/** The nearest rows of some owners: the passages that show best why a book was found. */
import type { VectorSet } from '../vectors/vector-set.ts';

/** The ids of the `k` rows of each owner with the highest score, best first, in one pass over all rows. */
export function nearestOfOwners(
  table: VectorSet,
  scores: Float32Array,
  wanted: ReadonlySet<number>,
  k: number,
  accept: (owner: number, id: number) => boolean = () => true,
): Map<number, number[]> {
  const { owners, ids } = table;
  const better = (a: number, b: number) =>
    scores[a]! > scores[b]! || (scores[a] === scores[b] && ids[a]! < ids[b]!);
  const nearest = new Map<number, number[]>([...wanted].map((owner) => [owner, []]));
  // Looked up once a row: a typed array is several times faster than the map.
  const worst = new Float64Array(1 + Math.max(0, ...wanted)).fill(Number.POSITIVE_INFINITY);
  for (const owner of wanted) worst[owner] = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < owners.length; row += 1) {
    const owner = owners[row]!;
    // Beyond the last wanted owner the comparison is with undefined, and false.
    if (!(scores[row]! >= worst[owner]!) || !accept(owner, ids[row]!)) continue;
    const rows = nearest.get(owner)!;
    if (rows.length === k) {
      if (!better(row, rows[k - 1]!)) continue;
      rows.pop();
    }
    let place = rows.length;
    while (place > 0 && better(row, rows[place - 1]!)) place -= 1;
    rows.splice(place, 0, row);
    if (rows.length === k) worst[owner] = scores[rows[k - 1]!]!;
  }
  return new Map([...nearest].map(([owner, rows]) => [owner, rows.map((row) => ids[row]!)]));
}
