/** How often each passage of a book holds each word stem; stems are numbers. */
import { stem } from './stem.ts';
import type { Token } from './tagger.ts';

export interface StemCounts {
  /** Distinct stem numbers of a passage. */
  stems: Uint32Array;
  /** Occurrences of each. */
  counts: Uint16Array;
}

export class PassageWords {
  readonly #idOfWord = new Map<string, number>();
  readonly #idOfStem = new Map<string, number>();
  readonly #passages: StemCounts[] = [];

  /** Adds the words of the next passage. */
  addPassage(tokens: readonly Token[]): void {
    const counts = new Map<number, number>();
    for (const { text } of tokens) {
      if (text.length < 3) continue;
      const id = this.#idOf(text);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    this.#passages.push({
      stems: Uint32Array.from(counts.keys()),
      counts: Uint16Array.from(counts.values()),
    });
  }

  #idOf(word: string): number {
    let id = this.#idOfWord.get(word);
    if (id === undefined) {
      const stemmed = stem(word);
      id = this.#idOfStem.get(stemmed);
      if (id === undefined) {
        id = this.#idOfStem.size;
        this.#idOfStem.set(stemmed, id);
      }
      this.#idOfWord.set(word, id);
    }
    return id;
  }

  /** The number of a stem; undefined if the book does not hold it. */
  idOfStem(stemmed: string): number | undefined {
    return this.#idOfStem.get(stemmed);
  }

  passage(index: number): StemCounts {
    return this.#passages[index] ?? { stems: new Uint32Array(), counts: new Uint16Array() };
  }

  get distinctStems(): number {
    return this.#idOfStem.size;
  }
}
