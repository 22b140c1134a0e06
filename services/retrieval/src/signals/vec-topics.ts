/** Signal 4: the query's vector against every topic, followed to what carries the nearest ones. */
import { selectTopK } from '../store/sqlite/vectors/top-k.ts';
import type { Question, SearchIndex, Signal } from './signal.ts';
import { rankByTopics, topicHits } from './topic-hits.ts';

/** The cosine of every topic, in the order of the table's rows. */
export function topicCosines(question: Question, index: SearchIndex): Float32Array {
  return question.once('vec_topics', () => index.vectors.topics.scoreAll(question.vectors.LABEL!));
}

export const vecTopics: Signal = {
  name: 'vec_topics',
  vector: 'LABEL',
  scopes: ['books', 'passages', 'topics', 'themes', 'domains'],
  rank: (question, index) => {
    const { topics } = index.vectors;
    const hits = topicHits(question, 'by meaning', (limit) => {
      const best = selectTopK(topics.ids, topicCosines(question, index), topics.size, limit);
      return Array.from(best.ids, (id, i) => ({ id, raw: best.scores[i]! }));
    });
    return rankByTopics(hits, question, index, { floor: hits.at(-1)?.raw ?? 0, mean: true });
  },
};
