/** Signal 3: the reader's words against the text. A book counts by its three best passages: 1 + 1/2 + 1/4. */
import type { Store } from '../store/store.ts';
import { Gathering } from './gathering.ts';
import type { Hit } from './hit.ts';
import { passageKeywordHits } from './keyword-hits.ts';
import { PASSAGE_HITS, rankByPassages } from './passage-hits.ts';
import { LIST_LIMIT, type Question, type Signal } from './signal.ts';
import { liftVerbatim } from './verbatim.ts';

/** Passages from which books are gathered: enough that each book of a first page has its three best. */
const BOOK_PASSAGES = 1_000;

/** Matching passages of all books, best first. */
export function bookPassages(question: Question, store: Store): Promise<readonly Hit[]> {
  const find = async () =>
    liftVerbatim(await passageKeywordHits(question, store, BOOK_PASSAGES), question, store);
  question.shared.passagesByWord ??= find();
  return question.shared.passagesByWord;
}

export const ftsChunks: Signal = {
  name: 'fts_chunks',
  family: 'keyword',
  weight: 1,
  label: 'words in the text',
  explanation: 'Your words in the text itself.',
  because: () => 'your words are in the text',
  vector: undefined,
  scopes: ['books', 'passages', 'themes', 'domains'],
  rank: async (question, store) => {
    const { scope } = question;
    const passages = await bookPassages(question, store);
    if (scope === 'themes' || scope === 'domains') {
      return rankByPassages(passages.slice(0, PASSAGE_HITS), question, store, {
        family: 'keyword',
        floor: 0,
      });
    }
    if (scope === 'passages') {
      return passages.slice(0, LIST_LIMIT).map(({ id, raw, lift }) => ({
        id,
        raw,
        evidence: { kind: 'passage', id },
        ...(lift !== undefined && { lift }),
      }));
    }
    const books = new Gathering();
    for (const { id, owner, raw, lift } of passages) books.add(owner, raw, { kind: 'passage', id }, lift);
    return books.ranked();
  },
};
