/** Signal 2: the reader's words against topic labels and their aliases, followed to what carries the topics. */
import { keywordHits } from './keyword-hits.ts';
import type { Signal } from './signal.ts';
import { rankByTopics, topicHits } from './topic-hits.ts';

export const ftsTopics: Signal = {
  name: 'fts_topics',
  vector: undefined,
  scopes: ['books', 'passages', 'topics', 'themes', 'domains'],
  rank: (question, index) => {
    const hits = topicHits(question, 'by word', (limit) => keywordHits(question, index, 'fts_topics', limit));
    return rankByTopics(hits, question, index, { floor: 0, mean: false });
  },
};
