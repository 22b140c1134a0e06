/** Signal 6: the query's vector against whole-book vectors. */
import { PROFILE } from '@libtrails/models/profile';
import { LIST_LIMIT, type Signal, withinOf } from './signal.ts';

const { floors, strong } = PROFILE.calibration.relevance;

export const vecBooks: Signal = {
  name: 'vec_books',
  family: 'semantic',
  weight: 1,
  // With BGE-small-en-v1.5: off topic 0.58, random 0.60; three in four answerable sentences above 0.61.
  cosines: { floor: floors.vec_books, strong: strong.vec_books },
  label: 'whole book',
  explanation: 'The book as a whole, by meaning.',
  because: () => 'the book as a whole is close to your question',
  vector: 'QUERY',
  scopes: ['books'],
  rank: async (question, { vectors }) => {
    const books = await vectors.nearest('books', question.vectors.QUERY!, LIST_LIMIT, withinOf(question));
    return books.map(({ id, raw }) => ({ id, raw, evidence: { kind: 'book', id } }));
  },
};
