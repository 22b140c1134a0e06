/** A signal that no part of the program knows of: see added-signal.test.ts. */
import type { Signal } from './signal.ts';

export const ADDED_COSINE = 0.95;

/** Finds one book, whatever is asked. */
export const addedSignal: Signal = {
  name: 'first_book',
  family: 'semantic',
  weight: 2,
  cosines: { floor: 0.9, strong: 0.94 },
  label: 'first book',
  explanation: 'The book that was added first.',
  because: (title) => `“${title}” was added first`,
  vector: 'QUERY',
  scopes: ['books'],
  rank: async (_question, { catalogue }) => {
    const id = (await catalogue.allBooks())[0]!.id;
    return [{ id, raw: ADDED_COSINE, evidence: { kind: 'book', id } }];
  },
};
