/** Texts of English words that no cache holds, the same in each run. */

const WORDS =
  `sea voyage captain whale storm harbour island night morning letter friend mother daughter garden window
house city street crowd war peace soldier king queen law judge crime prison money labour trade science nature
light colour music song poem story memory dream fear love anger grief hope faith doubt reason soul body death
river mountain forest winter summer horse dog bird bread wine fire stone iron silver golden ancient silent
bitter gentle cruel strange hidden broken common noble distant sudden endless quiet wild`.split(/\s+/);

export class Words {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** As readers type them: three to eight words, at most 20 tokens with BGE's instruction. */
  query(): string {
    return this.text(3 + (this.#next() % 6));
  }

  text(words: number): string {
    return Array.from({ length: words }, () => WORDS[this.#next() % WORDS.length]).join(' ');
  }

  /** A linear congruential generator; its upper bits. */
  #next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state >>> 8;
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
