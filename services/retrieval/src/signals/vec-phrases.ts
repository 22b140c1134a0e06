/** Signal 5: the query's vector against each book's own phrases; a book counts by the mean of its three best. */
import { PROFILE } from '@libtrails/models/profile';
import { LIST_LIMIT, type Signal, withinOf } from './signal.ts';

const PHRASES_OF_A_BOOK = 3;

const { floors, strong } = PROFILE.calibration.relevance;

export const vecPhrases: Signal = {
  name: 'vec_phrases',
  family: 'semantic',
  weight: 1,
  // With BGE-small-en-v1.5: off topic 0.66; three in four answerable topics above 0.73.
  cosines: { floor: floors.vec_phrases, strong: strong.vec_phrases },
  label: 'book phrases',
  explanation: 'The leading phrases of a book, up to 25 each.',
  because: (phrase) => `its phrase “${phrase}” is close to your question`,
  vector: 'LABEL',
  scopes: ['books'],
  rank: async (question, { vectors }) => {
    const near = vectors.compare('phrases', question.vectors.LABEL!);
    const books = await near.bestOfOwners(PHRASES_OF_A_BOOK, LIST_LIMIT, withinOf(question));
    return books.map(({ owner, raw, best }) => ({ id: owner, raw, evidence: { kind: 'phrase', id: best } }));
  },
};
