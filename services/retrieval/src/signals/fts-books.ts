/** Signal 1: the reader's words against a book's title, authors, subjects and description. */
import { keywordHits } from './keyword-hits.ts';
import { LIST_LIMIT, type Signal } from './signal.ts';

export const ftsBooks: Signal = {
  name: 'fts_books',
  vector: undefined,
  scopes: ['books'],
  rank: (question, index) =>
    keywordHits(question, index, 'fts_books', LIST_LIMIT).map(({ id, raw }) => ({
      id,
      raw,
      evidence: { kind: 'book', id },
    })),
};
