/** The mean of each owner's n best rows: a book by its passages or its phrases. */
import type { OwnerHit } from '../../vector-search.ts';
import type { VectorSet } from '../vectors/vector-set.ts';

/**
 * Looks at every row of the table, not at a shortlist. An owner with fewer than n rows is judged by those it
 * has. `scores` are in row order; rows that `accept` turns down don't count. Best first, at most `limit`.
 */
export function bestOfOwners(
  table: VectorSet,
  scores: Float32Array,
  n: number,
  limit: number,
  accept: (owner: number, id: number) => boolean = () => true,
): OwnerHit[] {
  const { ids, owners } = table;
  let maxOwner = 0;
  // An indexed loop: for...of over typed arrays is several times slower.
  for (let row = 0; row < owners.length; row += 1) if (owners[row]! > maxOwner) maxOwner = owners[row]!;
  const best = new Float32Array((maxOwner + 1) * n).fill(Number.NEGATIVE_INFINITY);
  const bestId = new Uint32Array(maxOwner + 1);
  for (let row = 0; row < table.size; row += 1) {
    const score = scores[row]!;
    const first = owners[row]! * n;
    if (score < best[first + n - 1]! || !accept(owners[row]!, ids[row]!)) continue;
    if (score > best[first]! || (score === best[first] && ids[row]! < bestId[owners[row]!]!)) {
      bestId[owners[row]!] = ids[row]!;
    }
    let place = first + n - 1;
    while (place > first && score > best[place - 1]!) {
      best[place] = best[place - 1]!;
      place -= 1;
    }
    best[place] = score;
  }
  const ranked: OwnerHit[] = [];
  for (let owner = 0; owner <= maxOwner; owner += 1) {
    let sum = 0;
    let count = 0;
    while (count < n && best[owner * n + count]! > Number.NEGATIVE_INFINITY) {
      sum += best[owner * n + count]!;
      count += 1;
    }
    if (count > 0) ranked.push({ owner, raw: sum / count, best: bestId[owner]! });
  }
  return ranked.sort((a, b) => b.raw - a.raw || a.owner - b.owner).slice(0, limit);
}
