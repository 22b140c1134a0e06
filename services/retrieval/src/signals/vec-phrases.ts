/** Signal 5: the query's vector against each book's own phrases; a book counts by the mean of its three best. */
import { bestOfOwner } from './best-of-owner.ts';
import type { Signal } from './signal.ts';

const PHRASES_OF_A_BOOK = 3;

export const vecPhrases: Signal = {
  name: 'vec_phrases',
  vector: 'LABEL',
  scopes: ['books'],
  rank: (question, index) => {
    const { phrases } = index.vectors;
    const { filter } = question;
    const scores = phrases.scoreAll(question.vectors.LABEL!);
    return bestOfOwner(
      phrases,
      scores,
      PHRASES_OF_A_BOOK,
      'phrase',
      (book) => filter === undefined || filter.books.has(book),
    );
  },
};
