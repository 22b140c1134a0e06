/**
 * Several hits for the same item: the best counts whole, the second half, the third a quarter.
 * Evidence from several places is better than the best alone, and the sum is bounded, so that a long book
 * does not win by length.
 */
import { byRaw, type Evidence, type RankedItem } from '../fusion/ranked-list.ts';
import { LIST_LIMIT } from './signal.ts';

const WEIGHTS = [1, 1 / 2, 1 / 4] as const;
/** Sum of the weights: what an item reaches whose three hits are all of value 1. */
export const FULL_WEIGHT = 1.75;

interface Gathered {
  best: number[];
  evidence: Evidence;
  lift: number;
}

export class Gathering {
  readonly #items = new Map<number, Gathered>();

  /** Notes one hit; the first of equal value stays the evidence, unless another has a greater lift. */
  add(id: number, value: number, evidence: Evidence, lift = 0): void {
    const item = this.#items.get(id);
    if (item === undefined) {
      this.#items.set(id, { best: [value], evidence, lift });
      return;
    }
    if (lift > item.lift || (lift === item.lift && value > item.best[0]!)) item.evidence = evidence;
    item.lift = Math.max(item.lift, lift);
    const place = item.best.findIndex((other) => value > other);
    if (place >= 0) item.best.splice(place, 0, value);
    else item.best.push(value);
    if (item.best.length > WEIGHTS.length) item.best.pop();
  }

  /** Items by weighted sum; `toRaw` turns the sum into the score that is shown. */
  ranked(toRaw: (sum: number) => number = (sum) => sum): RankedItem[] {
    const ranked: RankedItem[] = [];
    for (const [id, { best, evidence, lift }] of this.#items) {
      let sum = 0;
      for (let i = 0; i < best.length; i += 1) sum += best[i]! * WEIGHTS[i]!;
      ranked.push({ id, raw: toRaw(sum), evidence, ...(lift > 0 && { lift }) });
    }
    return ranked.sort(byRaw).slice(0, LIST_LIMIT);
  }
}
