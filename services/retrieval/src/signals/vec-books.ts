/** Signal 6: the query's vector against whole-book vectors. */
import type { Signal } from './signal.ts';
import { LIST_LIMIT } from './signal.ts';

export const vecBooks: Signal = {
  name: 'vec_books',
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
