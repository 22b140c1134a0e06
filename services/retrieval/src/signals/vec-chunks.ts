/** Signal 7: the query's vector against every passage. A book counts by the mean of its three best. */
import { PROFILE } from '@libtrails/models/profile';
import { selectTopK } from '../store/sqlite/vectors/top-k.ts';
import { bestOfOwner } from './best-of-owner.ts';
import type { Hit } from './hit.ts';
import { PASSAGE_HITS, rankByPassages } from './passage-hits.ts';
import { admits, LIST_LIMIT, type Question, type SearchIndex, type Signal } from './signal.ts';

const PASSAGES_OF_A_BOOK = 3;

/** The cosine of every passage, in the order of the table's rows. */
export function chunkCosines(question: Question, index: SearchIndex): Float32Array {
  question.shared.passageCosines ??= index.vectors.chunks.scoreAll(question.vectors.QUERY!);
  return question.shared.passageCosines;
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
  explanation: 'Every passage of every book, by meaning.',
  because: () => 'a passage is close to your question in meaning',
  vector: 'QUERY',
  scopes: ['books', 'passages', 'themes', 'domains'],
  rank: (question, index) => {
    const { chunks } = index.vectors;
    const { scope, filter } = question;
    if (scope === 'books') {
      const admitted = (book: number, id: number) => admits(filter, book, id);
      return bestOfOwner(chunks, chunkCosines(question, index), PASSAGES_OF_A_BOOK, 'passage', admitted);
    }
    question.shared.passagesByMeaning ??= nearestPassages(question, index);
    const hits = question.shared.passagesByMeaning.slice(0, scope === 'passages' ? LIST_LIMIT : PASSAGE_HITS);
    if (scope === 'passages') {
      return hits.map(({ id, raw }) => ({ id, raw, evidence: { kind: 'passage', id } }));
    }
    return rankByPassages(hits, question, index, { family: 'semantic', floor: hits.at(-1)?.raw ?? 0 });
  },
};

function nearestPassages(question: Question, index: SearchIndex): Hit[] {
  const { chunks } = index.vectors;
  const { bookId, filter } = question;
  const { owners, ids } = chunks;
  const accept =
    bookId === undefined && filter === undefined
      ? undefined
      : (row: number) =>
          (bookId === undefined || owners[row] === bookId) && admits(filter, owners[row]!, ids[row]!);
  const best = selectTopK(ids, chunkCosines(question, index), chunks.size, LIST_LIMIT, accept);
  return Array.from(best.ids, (id, i) => ({ id, raw: best.scores[i]! }));
}
