/** Signal 4: the query's vector against every topic, followed to what carries the nearest ones. */
import { PROFILE } from '@libtrails/models/profile';
import { selectTopK } from '../store/sqlite/vectors/top-k.ts';
import type { Question, SearchIndex, Signal } from './signal.ts';
import { rankByTopics, topicHits } from './topic-hits.ts';

/** The cosine of every topic, in the order of the table's rows. */
export function topicCosines(question: Question, index: SearchIndex): Float32Array {
  question.shared.topicCosines ??= index.vectors.topics.scoreAll(question.vectors.LABEL!);
  return question.shared.topicCosines;
}

const { floors, strong } = PROFILE.calibration.relevance;

export const vecTopics: Signal = {
  name: 'vec_topics',
  family: 'semantic',
  // A label says less of a book than its text does.
  weight: 0.5,
  // With BGE-small-en-v1.5: off topic 0.78; three in four answerable topics above 0.80.
  cosines: { floor: floors.vec_topics, strong: strong.vec_topics },
  label: 'topics',
  explanation: 'Topics close in meaning to your question.',
  because: (topic) => `the topic “${topic}” is close to your question`,
  vector: 'LABEL',
  scopes: ['books', 'passages', 'topics', 'themes', 'domains'],
  rank: (question, index) => {
    const { topics } = index.vectors;
    const hits = topicHits(question, 'semantic', (limit) => {
      const best = selectTopK(topics.ids, topicCosines(question, index), topics.size, limit);
      return Array.from(best.ids, (id, i) => ({ id, raw: best.scores[i]! }));
    });
    return rankByTopics(hits, question, index, { family: 'semantic', floor: hits.at(-1)?.raw ?? 0 });
  },
};
