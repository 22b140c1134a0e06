/** The texts of a trail's steps, read once however often the path is looked for, and what is quoted of them. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import { booksById, passagesById } from '../browse/by-id.ts';
import { blocksOf } from '../browse/sections.ts';
import type { Library } from '../store/sqlite/library.ts';
import type { Link } from './links.ts';
import type { Candidate } from './path.ts';
import { type Quotable, type Quote, quoteOf } from './quote.ts';

export class StepTexts {
  readonly #library: Library;
  readonly #passages = new Map<number, Passage>();
  readonly #quotable = new Map<number, Quotable>();

  constructor(library: Library) {
    this.#library = library;
  }

  passage(id: number): Passage | undefined {
    return this.#passages.get(id);
  }

  /**
   * One for each step, in their order; `links` lead to the second and following steps. The first step shall say `from`,
   * the last `to`, the others either.
   */
  quotesOf(
    steps: readonly Candidate[],
    links: readonly Link[],
    [from, to]: readonly [string, string],
  ): Quote[] {
    this.#read(steps);
    const texts = steps.map(({ id }) => this.#quotable.get(id));
    return steps.map((_, i) => {
      const quotable = texts[i];
      if (quotable === undefined) return { range: { start: 0, end: 0 }, readable: false };
      const reasons = [links[i - 1], links[i]].flatMap((link) =>
        link === undefined ? [] : [...link.sharedTopics, ...(link.bridge === null ? [] : [link.bridge])],
      );
      const around = [texts[i - 1], texts[i + 1]].flatMap((other) =>
        other === undefined ? [] : [other.text],
      );
      const asked = i === 0 ? [from] : i === steps.length - 1 && to !== '' ? [to] : [from, to];
      return quoteOf(quotable, { asked, reasons: reasons.map(({ label }) => label), around });
    });
  }

  #read(steps: readonly Candidate[]): void {
    const wanted = steps.filter(({ id }) => !this.#passages.has(id));
    const books = booksById(
      this.#library,
      wanted.map(({ book }) => book),
    );
    const place = this.#library.statement<{ blocks: string }>('passage-place');
    for (const [id, passage] of passagesById(
      this.#library,
      wanted.map((step) => step.id),
    )) {
      const { text } = passage;
      const blocks = place.get(id)?.blocks ?? '[]';
      this.#passages.set(id, passage);
      this.#quotable.set(id, {
        text,
        parts: blocksOf([{ text, blocks, start: 0, stop: text.length }]),
        language: books.get(passage.bookId)?.language ?? '',
      });
    }
  }
}
