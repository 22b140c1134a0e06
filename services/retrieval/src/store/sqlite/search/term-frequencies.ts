/**
 * In how many books or topic labels a stem stands: what makes a word rare or common. Passages are counted by
 * passage-words.ts.
 */

import { LRUCache } from 'lru-cache';
import type { Library } from '../library.ts';
import type { QueryName } from '../queries/queries.ts';

export type FtsTable = 'fts_books' | 'fts_topics';

const STATEMENTS: Record<FtsTable, QueryName> = {
  fts_books: 'frequency-books',
  fts_topics: 'frequency-topics',
};

/** Stems remembered until the library changes; counting a common one reads its whole posting list. */
const REMEMBERED = 50_000;

export class TermFrequencies {
  readonly #library: Library;
  readonly #counts = new LRUCache<string, number>({ max: REMEMBERED });
  #revision: number;

  /** Makes the vocabulary views; they are temporary tables of the reading connection. */
  constructor(library: Library) {
    this.#library = library;
    this.#revision = library.revision();
    for (const table of Object.keys(STATEMENTS)) {
      library.db.exec(
        `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_words USING fts5vocab(main, ${table}, row)`,
      );
    }
  }

  /** Rows of `table` that hold the stem. */
  rows(table: FtsTable, stem: string): number {
    const revision = this.#library.revision();
    if (revision !== this.#revision) {
      this.#counts.clear();
      this.#revision = revision;
    }
    const key = `${table} ${stem}`;
    let count = this.#counts.get(key);
    if (count === undefined) {
      count = this.#library.statement<number>(STATEMENTS[table], 'value').get(stem) ?? 0;
      this.#counts.set(key, count);
    }
    return count;
  }
}
