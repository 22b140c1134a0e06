/** Signal 2: the reader's words against topic labels and their aliases, followed to what carries the topics. */
import { wantedTerms } from './keyword-hits.ts';
import type { Signal } from './signal.ts';
import { rankByTopics, topicHits } from './topic-hits.ts';

export const ftsTopics: Signal = {
  name: 'fts_topics',
  family: 'keyword',
  // A label says less of a book than its text does.
  weight: 0.5,
  label: 'topic words',
  explanation: 'Your words in the names of topics, and the books about them.',
  because: (topic) => `your words name the topic “${topic}”`,
  vector: undefined,
  scopes: ['books', 'passages', 'topics', 'themes', 'domains'],
  rank: async (question, store) => {
    const hits = await topicHits(question, 'keyword', async (limit) =>
      store.text.topics(await wantedTerms(question, store, 'topics'), limit),
    );
    return rankByTopics(hits, question, store, { family: 'keyword', floor: 0 });
  },
};
