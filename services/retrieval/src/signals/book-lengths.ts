/** How long each book is beside the average one: long books hold more of everything, by chance as well. */
import type { Library } from '../store/sqlite/library.ts';
import type { SearchIndex } from './signal.ts';

/** Of each library, until its next revision. */
const KNOWN = new WeakMap<Library, { revision: number; lengths: Float64Array }>();

/** Passages of a book / average over the books that have any; 1 for an unknown book. */
export function relativeLengths({ library, vectors }: SearchIndex): (book: number) => number {
  const revision = library.revision();
  let known = KNOWN.get(library);
  if (known?.revision !== revision) {
    known = { revision, lengths: lengthsOf(vectors.chunks.owners) };
    KNOWN.set(library, known);
  }
  const { lengths } = known;
  return (book) => lengths[book] || 1;
}

/** By book id; 0 where there is no book. */
function lengthsOf(owners: Uint32Array): Float64Array {
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
