/** Signal 1: the reader's words against a book's title, authors, subjects and description. */
import type { Hit } from './hit.ts';
import { keywordHits } from './keyword-hits.ts';
import { LIST_LIMIT, type Question, type SearchIndex, type Signal } from './signal.ts';

/** Books of whose title, authors, subjects or description the reader speaks, best first. */
export function bookHits(question: Question, index: SearchIndex): readonly Hit[] {
  question.shared.books ??= keywordHits(question, index, 'fts_books', LIST_LIMIT);
  return question.shared.books;
}

export const ftsBooks: Signal = {
  name: 'fts_books',
  family: 'keyword',
  weight: 1,
  label: 'title and description',
  explanation: 'Your words in titles, authors and descriptions.',
  because: () => 'your words are in its title or description',
  vector: undefined,
  scopes: ['books'],
  rank: (question, index) =>
    bookHits(question, index).map(({ id, raw }) => ({
      id,
      raw,
      evidence: { kind: 'book', id },
    })),
};
