/** The k best of many scores: highest score first, lower id first among equals. */

export interface TopK {
  ids: Uint32Array;
  scores: Float32Array;
  /** Place of each hit in the scored arrays. */
  rows: Uint32Array;
}

/**
 * Selects with a heap of k whose root is the worst kept, so most rows cost one comparison.
 * `accept` leaves rows out. `scores` may be longer than `ids`: `count` rows are looked at.
 */
export function selectTopK(
  ids: ArrayLike<number>,
  scores: Float32Array,
  count: number,
  k: number,
  accept?: (row: number) => boolean,
): TopK {
  const heap: number[] = [];
  const worse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && ids[a]! > ids[b]!);
  const siftDown = () => {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const child = right < heap.length && worse(heap[right]!, heap[left]!) ? right : left;
      if (!worse(heap[child]!, heap[at]!)) return;
      [heap[at], heap[child]] = [heap[child]!, heap[at]!];
      at = child;
    }
  };
  const siftUp = () => {
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!worse(heap[at]!, heap[parent]!)) return;
      [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
      at = parent;
    }
  };
  // The score of the worst kept, once k are; until then every row is let in.
  let least = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < count && k > 0; row += 1) {
    if (scores[row]! < least) continue;
    if (heap.length === k) {
      if (!worse(heap[0]!, row)) continue;
      if (accept && !accept(row)) continue;
      heap[0] = row;
      siftDown();
      least = scores[heap[0]!]!;
    } else {
      if (accept && !accept(row)) continue;
      heap.push(row);
      siftUp();
      if (heap.length === k) least = scores[heap[0]!]!;
    }
  }
  heap.sort((a, b) => scores[b]! - scores[a]! || ids[a]! - ids[b]!);
  return {
    ids: Uint32Array.from(heap, (row) => ids[row]!),
    scores: Float32Array.from(heap, (row) => scores[row]!),
    rows: Uint32Array.from(heap),
  };
}
