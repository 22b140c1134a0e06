/** Signal 7: the query's vector against every passage. A book counts by the mean of its three best. */
import { PROFILE } from '@libtrails/models/profile';
import type { Store } from '../store/store.ts';
import type { Comparison } from '../store/vector-search.ts';
import { PASSAGE_HITS, rankByPassages } from './passage-hits.ts';
import { LIST_LIMIT, type Question, type Signal, withinOf } from './signal.ts';

const PASSAGES_OF_A_BOOK = 3;

/** The query compared with every passage. */
export function nearPassages(question: Question, { vectors }: Store): Comparison {
  question.shared.nearPassages ??= vectors.compare('passages', question.vectors.QUERY!);
  return question.shared.nearPassages;
}

const { floors, strong, support } = PROFILE.calibration.relevance;

export const vecChunks: Signal = {
  name: 'vec_chunks',
  family: 'semantic',
  weight: 1,
  // With BGE-small-en-v1.5: off topic 0.61, random 0.63; nine in ten answerable topics above 0.64. Words that stand
  // together by chance ("learning ... machine" in a novel) lie at 0.57 at the median; every answerable topic above 0.62.
  cosines: { floor: floors.vec_chunks, strong: strong.vec_chunks, support },
  label: 'passages',
  explanation: 'Every passage of every book, by its meaning.',
  because: () => 'a passage is close to your question in meaning',
  vector: 'QUERY',
  scopes: ['books', 'passages', 'themes', 'domains'],
  rank: async (question, store) => {
    const near = nearPassages(question, store);
    const within = withinOf(question);
    if (question.scope === 'books') {
      const books = await near.bestOfOwners(PASSAGES_OF_A_BOOK, LIST_LIMIT, within);
      return books.map(({ owner, raw, best }) => ({
        id: owner,
        raw,
        evidence: { kind: 'passage', id: best },
      }));
    }
    question.shared.passagesByMeaning ??= near.nearest(LIST_LIMIT, within);
    const all = await question.shared.passagesByMeaning;
    if (question.scope === 'passages') {
      return all.map(({ id, raw }) => ({ id, raw, evidence: { kind: 'passage', id } }));
    }
    const hits = all.slice(0, PASSAGE_HITS);
    return rankByPassages(hits, question, store, { family: 'semantic', floor: hits.at(-1)?.raw ?? 0 });
  },
};
