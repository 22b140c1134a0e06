/** Signal 6: the query's vector against whole-book vectors. */
import { PROFILE } from '@libtrails/models/profile';
import type { Signal } from './signal.ts';
import { LIST_LIMIT } from './signal.ts';

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
  rank: (question, index) => {
    const { books } = index.vectors;
    const { filter } = question;
    const accept = filter === undefined ? undefined : (row: number) => filter.books.has(books.ids[row]!);
    const best = books.topK(question.vectors.QUERY!, LIST_LIMIT, accept);
    return Array.from(best.ids, (id, i) => ({
      id,
      raw: best.scores[i]!,
      evidence: { kind: 'book' as const, id },
    }));
  },
};
