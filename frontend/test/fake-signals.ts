/** The signals as the fake service describes them. */
import type { SignalState } from '../lib/model.ts';

const SIGNALS = [
  ['fts_books', 'keyword', 'title and description', 'book', 'your words are in its title or description'],
  ['fts_topics', 'keyword', 'topic words', 'topic', 'your words name a topic'],
  ['fts_chunks', 'keyword', 'words in the text', 'passage', 'your words are in the text'],
  ['vec_topics', 'semantic', 'topics', 'topic', 'a topic is close to your question'],
  ['vec_phrases', 'semantic', 'book phrases', 'phrase', 'a phrase is close to your question'],
  ['vec_books', 'semantic', 'whole book', 'book', 'the book as a whole is close to your question'],
  ['vec_chunks', 'semantic', 'passages', 'passage', 'a passage is close to your question in meaning'],
] as const;

export const fakeSignals = SIGNALS.map(([name, family, label, kind, because]) => ({
  name: name as string,
  family: family as 'keyword' | 'semantic',
  label,
  kind,
  because,
  explanation: `What is compared: ${label}.`,
  scopes: ['BOOKS'],
  weight: 1,
}));

/** What became of each signal in an answer. */
export function fakeStates(answered: readonly string[], silent: readonly string[] = []): SignalState[] {
  return fakeSignals.map(({ name, family, label }) => ({
    name,
    family,
    label,
    state: answered.includes(name) ? 'answered' : silent.includes(name) ? 'silent' : 'unasked',
  }));
}
