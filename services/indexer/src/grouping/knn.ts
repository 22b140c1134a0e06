/** The nearest neighbours of every row of a block, exactly, in bounded memory. */
import { setImmediate } from 'node:timers/promises';
import { SCALE, type VectorBlock } from './vector-block.ts';

/** Rows a tile: a kilobyte for each dimension, which stays in the processor's second cache. */
const TILE_ROWS = 1_024;

export interface Neighbours {
  k: number;
  /** Row i has `counts[i]` neighbours at [i·k, i·k + counts[i]), nearest first, ties by row. */
  rows: Int32Array;
  cosines: Float32Array;
  counts: Uint16Array;
}

/**
 * Up to `k` other rows with a cosine of at least `minCosine`. Every pair is looked at once: n²/2 dot products, about
 * 0.05 ns a dimension each. Lets other work run between tiles.
 * @param onProgress called now and then with the share done, 0..1
 */
export async function nearestNeighbours(
  block: VectorBlock,
  k: number,
  minCosine: number,
  onProgress: (share: number) => void = () => {},
): Promise<Neighbours> {
  const { rows: n } = block;
  const lists = new NeighbourLists(n, k);
  const floor = Math.ceil(minCosine * SCALE * SCALE);
  const tiles = Math.ceil(n / TILE_ROWS);
  let done = 0;
  for (let tile = 0; tile < tiles; tile++) {
    const from = tile * TILE_ROWS;
    const to = Math.min(n, from + TILE_ROWS);
    // Only rows before the end of the tile: each pair (a, b) with a < b is met when b's tile is current.
    for (let a = 0; a < to; a++) {
      const first = Math.max(from, a + 1);
      if (first >= to) continue;
      const dots = block.dotsOfRow(a, first, to);
      for (let j = 0; j < dots.length; j++) {
        const dot = dots[j]!;
        if (dot < floor) continue;
        lists.offer(a, first + j, dot);
        lists.offer(first + j, a, dot);
      }
    }
    done += to - from;
    onProgress((done / n) ** 2);
    await setImmediate();
  }
  return lists.finish();
}

class NeighbourLists {
  readonly #k: number;
  readonly #rows: Int32Array;
  readonly #dots: Int32Array;
  readonly #counts: Uint16Array;

  constructor(n: number, k: number) {
    this.#k = k;
    this.#rows = new Int32Array(n * k);
    this.#dots = new Int32Array(n * k);
    this.#counts = new Uint16Array(n);
  }

  /** Inserts in order: larger dot product first, smaller row among equals. */
  offer(row: number, other: number, dot: number): void {
    const start = row * this.#k;
    const count = this.#counts[row]!;
    const last = start + count - 1;
    if (count === this.#k && !this.#before(dot, other, last)) return;
    let at = count < this.#k ? last + 1 : last;
    if (count < this.#k) this.#counts[row] = count + 1;
    while (at > start && this.#before(dot, other, at - 1)) {
      this.#dots[at] = this.#dots[at - 1]!;
      this.#rows[at] = this.#rows[at - 1]!;
      at--;
    }
    this.#dots[at] = dot;
    this.#rows[at] = other;
  }

  #before(dot: number, other: number, at: number): boolean {
    return dot > this.#dots[at]! || (dot === this.#dots[at]! && other < this.#rows[at]!);
  }

  finish(): Neighbours {
    const cosines = Float32Array.from(this.#dots, (dot) => dot / (SCALE * SCALE));
    return { k: this.#k, rows: this.#rows, cosines, counts: this.#counts };
  }
}
