/** Rows of one FTS5 table that match the reader's words. */
import { buildMatch } from './fts-query.ts';
import type { Question, SearchIndex } from './signal.ts';
import type { FtsTable } from './term-frequencies.ts';

export interface Hit {
  id: number;
  /** bm25, higher is better; or a cosine. */
  raw: number;
}

/**
 * Postings that a query's words may touch in one table. Scoring one costs about half a microsecond on one
 * core of a small server: this bounds a keyword signal at about 10 ms.
 */
const POSTINGS_BUDGET = 20_000;

const STATEMENTS: Record<FtsTable, string> = {
  fts_books: 'search-books',
  fts_topics: 'search-topics',
  fts_chunks: 'search-chunks',
};

/** The best `limit` rows by bm25, best first, lower id first among equals. */
export function keywordHits(question: Question, index: SearchIndex, table: FtsTable, limit: number): Hit[] {
  const { expression } = buildMatch(question.words, {
    frequency: (stem) => index.frequencies.rows(table, stem),
    postingsBudget: POSTINGS_BUDGET,
  });
  if (expression === '') return [];
  const { bookId } = question;
  const rows =
    table === 'fts_chunks' && bookId !== undefined
      ? index.library
          .statement<[number, number]>('search-chunks-of-book', 'array')
          .all(expression, bookId, bookId, limit)
      : index.library.statement<[number, number]>(STATEMENTS[table], 'array').all(expression, limit);
  return rows.map(([id, raw]) => ({ id, raw })).sort((a, b) => b.raw - a.raw || a.id - b.id);
}
