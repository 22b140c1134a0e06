/** How far a run over a folder is. */
import type { BookFile } from '../folder/walk-folder.ts';

/** Bytes and words of the books that are done, and of those under way. */
export class RunProgress {
  #done = 0;
  #bytes = 0;
  #words = 0;
  readonly #underWay = new Map<BookFile, { bytes: number; words: number }>();

  /** @param part words of the body that are embedded, of `whole` */
  of(file: BookFile, part: number, whole: number): { done: number; bytes: number; words: number } {
    this.#underWay.set(file, { bytes: whole === 0 ? 0 : (part / whole) * file.size, words: part });
    return this.#sum();
  }

  finish(file: BookFile, words: number): { done: number; bytes: number; words: number } {
    this.#underWay.delete(file);
    this.#done += 1;
    this.#bytes += file.size;
    this.#words += words;
    return this.#sum();
  }

  #sum(): { done: number; bytes: number; words: number } {
    let [bytes, words] = [this.#bytes, this.#words];
    for (const part of this.#underWay.values()) {
      bytes += part.bytes;
      words += part.words;
    }
    return { done: this.#done, bytes, words };
  }
}
