/** The texts of a trail's steps, read once however often the path is looked for, and what is quoted of them. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import { blocksOf } from '../browse/sections.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Link } from './links.ts';
import type { Candidate } from './path.ts';
import { type Quotable, type Quote, quoteOf } from './quote.ts';

export class StepTexts {
  readonly #catalogue: Catalogue;
  readonly #passages = new Map<number, Passage>();
  readonly #quotable = new Map<number, Quotable>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  passage(id: number): Passage | undefined {
    return this.#passages.get(id);
  }

  /**
   * One for each step, in their order; `links` lead to the second and following steps. The first step shall say `from`,
   * the last `to`, the others either.
   */
  async quotesOf(
    steps: readonly Candidate[],
    links: readonly Link[],
    [from, to]: readonly [string, string],
  ): Promise<Quote[]> {
    await this.#read(steps);
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

  async #read(steps: readonly Candidate[]): Promise<void> {
    const wanted = steps.filter(({ id }) => !this.#passages.has(id));
    const ids = wanted.map(({ id }) => id);
    const books = await this.#catalogue.books(wanted.map(({ book }) => book));
    const blocks = await this.#catalogue.blocks(ids);
    for (const [id, passage] of await this.#catalogue.passages(ids)) {
      const { text } = passage;
      this.#passages.set(id, passage);
      this.#quotable.set(id, {
        text,
        parts: blocksOf([{ text, blocks: blocks.get(id) ?? '[]', start: 0 }]),
        language: books.get(passage.bookId)?.language ?? '',
      });
    }
  }
}
