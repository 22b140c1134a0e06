/** Which word stems each passage of a book holds, as numbers. */
import { stem } from './concept-space.ts';
import type { Token } from './tagger.ts';

export class PassageWords {
  readonly #idOfWord = new Map<string, number>();
  readonly #idOfStem = new Map<string, number>();
  readonly #passages: Uint32Array[] = [];

  /** Adds the words of the next passage. */
  addPassage(tokens: readonly Token[]): void {
    const ids = new Set<number>();
    for (const { text } of tokens) if (text.length > 2) ids.add(this.#idOf(text));
    this.#passages.push(Uint32Array.from(ids));
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

  /** Numbers of those stems that occur in the book at all. */
  idsOf(stems: Iterable<string>): number[] {
    const ids: number[] = [];
    for (const stemmed of stems) {
      const id = this.#idOfStem.get(stemmed);
      if (id !== undefined) ids.push(id);
    }
    return ids;
  }

  /** Distinct stem numbers of a passage. */
  passage(index: number): Uint32Array {
    return this.#passages[index] ?? new Uint32Array();
  }

  get distinctStems(): number {
    return this.#idOfStem.size;
  }
}
