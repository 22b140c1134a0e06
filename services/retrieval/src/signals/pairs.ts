/** Pairs of ids that were seen, whatever their size: two ids packed into one number would collide from 2^53 on. */
export class Pairs {
  readonly #seen = new Map<number, Set<number>>();

  /** False if the pair was there already. */
  add(a: number, b: number): boolean {
    let others = this.#seen.get(a);
    if (others === undefined) {
      others = new Set();
      this.#seen.set(a, others);
    }
    if (others.has(b)) return false;
    others.add(b);
    return true;
  }
}
