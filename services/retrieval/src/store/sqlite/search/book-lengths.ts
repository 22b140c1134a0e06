/** How long each book is beside the average one: long books hold more of everything, by chance as well. */

/** By book id: its passages / average over the books that have any; 0 where there is none. `owners`: of each passage, its book. */
export function relativeLengths(owners: Uint32Array): Float64Array {
  let highest = 0;
  for (let row = 0; row < owners.length; row += 1) if (owners[row]! > highest) highest = owners[row]!;
  const lengths = new Float64Array(highest + 1);
  let books = 0;
  for (let row = 0; row < owners.length; row += 1) {
    const book = owners[row]!;
    if (lengths[book] === 0) books += 1;
    lengths[book]! += 1;
  }
  const average = owners.length / Math.max(1, books);
  return lengths.map((count) => count / average);
}
