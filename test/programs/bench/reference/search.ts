/**
 * The article's search ("Optimizing LibTrails for a 1 GB server"): seven signals, each a plain query of one
 * SQLite file, fused by RRF. `six` leaves out the scan of topic vectors, as the article did in the end.
 *
 * The article does not say how many rows each signal fetches. sqlite-vec's selection grows with k, so a small k
 * favours the reference; 50 is the least that can fill a first page of books after grouping.
 */
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';

const K = 50;
const RRF_K = 60;

export type EmbedText = (text: string) => Promise<Float32Array>;

export interface ReferenceHit {
  id: number;
  title: string;
  score: number;
}

export interface ReferenceAnswer {
  results: ReferenceHit[];
  /** Milliseconds. */
  tookMs: { total: number; embed: number; signals: Record<string, number> };
}

interface Row {
  id: number;
}

export class ReferenceSearch {
  readonly #db: Database.Database;
  readonly #embed: EmbedText;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(file: string, embed: EmbedText) {
    this.#db = new Database(file, { readonly: true });
    sqliteVec.load(this.#db);
    this.#embed = embed;
  }

  /** The ten best books. */
  async search(query: string, six: boolean): Promise<ReferenceAnswer> {
    const match = orQuery(query);
    return this.#answer(query, 10, (vector) => ({
      fts_books: () => this.#matching('books_fts', match),
      fts_topics: () => this.#booksOfTopics(this.#matching('topics_fts', match)),
      fts_chunks: () => this.#owners('chunks', this.#matching('chunks_fts', match)),
      ...(six ? {} : { vec_topics: () => this.#booksOfTopics(this.#nearest('topic_vectors', vector)) }),
      vec_phrases: () => this.#owners('book_themes', this.#nearest('book_theme_vectors', vector)),
      vec_books: () => this.#nearest('book_vectors', vector),
      vec_chunks: () => this.#owners('chunks', this.#nearest('chunk_vectors', vector)),
    }));
  }

  /** Twelve books like one, by the article's three fast signals over small tables. */
  async related(book: number): Promise<ReferenceAnswer> {
    const { title, author } = this.#prepare('SELECT title, author FROM books WHERE id = ?').get(book) as {
      title: string;
      author: string;
    };
    const themes = this.#rows<{ label: string }>(
      'SELECT label FROM book_themes WHERE book_id = ? ORDER BY rank LIMIT 5',
      book,
    );
    const query = `${title} by ${author}. ${themes.map(({ label }) => label).join(', ')}`;
    const match = orQuery(title);
    const answer = await this.#answer(query, 13, (vector) => ({
      vec_books: () => this.#nearest('book_vectors', vector),
      vec_phrases: () => this.#owners('book_themes', this.#nearest('book_theme_vectors', vector)),
      fts_books: () => this.#matching('books_fts', match),
    }));
    answer.results = answer.results.filter(({ id }) => id !== book).slice(0, 12);
    return answer;
  }

  close(): void {
    this.#db.close();
  }

  async #answer(
    query: string,
    limit: number,
    signalsOf: (vector: Float32Array) => Record<string, () => number[]>,
  ): Promise<ReferenceAnswer> {
    const started = performance.now();
    const vector = await this.#embed(query);
    const embed = performance.now() - started;
    const took: Record<string, number> = {};
    const scores = new Map<number, number>();
    for (const [name, run] of Object.entries(signalsOf(vector))) {
      const began = performance.now();
      for (const [i, id] of run().entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (RRF_K + i + 1));
      took[name] = performance.now() - began;
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    const titleOf = this.#prepare('SELECT title FROM books WHERE id = ?').pluck();
    const results = best.map(([id, score]) => ({ id, score, title: titleOf.get(id) as string }));
    return { results, tookMs: { total: performance.now() - started, embed, signals: took } };
  }

  #matching(table: string, match: string): number[] {
    if (match === '') return [];
    const sql = `SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`;
    return this.#rows<Row>(sql, match, K).map(({ id }) => id);
  }

  #nearest(table: string, vector: Float32Array): number[] {
    const sql = `SELECT id FROM ${table} WHERE embedding MATCH ? AND k = ? ORDER BY distance`;
    return this.#rows<Row>(sql, vector, K).map(({ id }) => id);
  }

  /** Books in the order in which their chunks or themes come. */
  #owners(table: 'chunks' | 'book_themes', ids: readonly number[]): number[] {
    const owner = this.#prepare(`SELECT book_id FROM ${table} WHERE id = ?`).pluck();
    return [...new Set(ids.map((id) => owner.get(id) as number))];
  }

  /** Books in the order in which their topics come, those with more of a topic first. */
  #booksOfTopics(ids: readonly number[]): number[] {
    const sql = 'SELECT book_id AS id FROM book_topics WHERE topic_id = ? ORDER BY count DESC';
    return [...new Set(ids.flatMap((topic) => this.#rows<Row>(sql, topic).map(({ id }) => id)))];
  }

  #rows<T>(sql: string, ...params: unknown[]): T[] {
    return this.#prepare(sql).all(...params) as T[];
  }

  #prepare(sql: string): Database.Statement<unknown[], unknown> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Every word of the query, joined by OR. */
export function orQuery(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
}
