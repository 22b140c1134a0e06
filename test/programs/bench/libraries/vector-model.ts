/**
 * Draws vectors that lie among real ones as the real ones lie among each other: the centre of some neighbours
 * of a real vector, plus what another real vector has beyond the centre of its own neighbours, times `spread`.
 * Such residuals have the size and the shape that real ones have, which noise in all directions has not.
 */
import { addScaled, normalise } from '@libtrails/indexer/topics/vectors';
import { DIMS, toInt8 } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { VectorTable } from '@libtrails/retrieval/store/sqlite/vectors/vector-table';
import { type FloatRows, rowAt } from './float-rows.ts';

/** Rows among which neighbours are looked for: a neighbour among so many is near, if not the nearest of all. */
const POOL_ROWS = 8_192;
const NEIGHBOURS = 6;
/** Of the neighbours, how many make a centre: few, so that two draws near one vector differ. */
const CENTRE_OF = 3;

export class VectorModel {
  readonly #rows: FloatRows;
  readonly #random: () => number;
  /** Places in `rows` of the pool's members; ids in the table are these places. */
  readonly #pool: Uint32Array;
  readonly #table = new VectorTable(DIMS);
  readonly #neighbours = new Map<number, Uint32Array>();
  readonly spread: number;

  constructor(rows: FloatRows, spread: number, random: () => number) {
    this.#rows = rows;
    this.#random = random;
    this.spread = spread;
    const count = rows.ids.length;
    if (count < 2) throw new RangeError('Vectors can be modelled after two or more');
    const all = Uint32Array.from({ length: count }, (_, i) => i);
    for (let i = 0; i < Math.min(POOL_ROWS, count); i += 1) {
      const j = i + Math.floor(random() * (count - i));
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    this.#pool = all.slice(0, Math.min(POOL_ROWS, count));
    for (const place of this.#pool) this.#table.upsert(place, toInt8(rowAt(rows, place)));
  }

  /** A new unit vector among the neighbours of row `place`. */
  near(place: number): Float32Array {
    const vector = this.#centre(place);
    const other = this.#pool[Math.floor(this.#random() * this.#pool.length)]!;
    addScaled(vector, rowAt(this.#rows, other), this.spread);
    addScaled(vector, this.#centre(other), -this.spread);
    return normalise(vector);
  }

  /** The mean of some neighbours of a row. */
  #centre(place: number): Float32Array {
    const vector = new Float32Array(DIMS);
    for (let i = 0; i < CENTRE_OF; i += 1) {
      addScaled(vector, rowAt(this.#rows, this.#neighbour(place)), 1 / CENTRE_OF);
    }
    return vector;
  }

  /** One of the nearest rows of the pool, never the row itself. */
  #neighbour(place: number): number {
    let nearest = this.#neighbours.get(place);
    if (nearest === undefined) {
      const { ids } = this.#table.topK(rowAt(this.#rows, place), NEIGHBOURS + 1);
      nearest = ids.filter((id) => id !== place).slice(0, NEIGHBOURS);
      this.#neighbours.set(place, nearest);
    }
    return nearest[Math.floor(this.#random() * nearest.length)]!;
  }
}
