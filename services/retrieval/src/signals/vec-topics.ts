/** Signal 4: the query's vector against every topic, followed to what carries the nearest ones. */
import { PROFILE } from '@libtrails/models/profile';
import type { Store } from '../store/store.ts';
import type { Comparison } from '../store/vector-search.ts';
import type { Question, Signal } from './signal.ts';
import { rankByTopics, topicHits } from './topic-hits.ts';

/** The query compared with every topic. */
export function nearTopics(question: Question, { vectors }: Store): Comparison {
  question.shared.nearTopics ??= vectors.compare('topics', question.vectors.LABEL!);
  return question.shared.nearTopics;
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
  explanation: 'Topics that mean what you ask, whatever their name.',
  because: (topic) => `the topic “${topic}” is close to your question`,
  vector: 'LABEL',
  scopes: ['books', 'passages', 'topics', 'themes', 'domains'],
  rank: async (question, store) => {
    const hits = await topicHits(question, 'semantic', (limit) => nearTopics(question, store).nearest(limit));
    return rankByTopics(hits, question, store, { family: 'semantic', floor: hits.at(-1)?.raw ?? 0 });
  },
};
