/** Signal 3: the reader's words against the text. A book counts by its three best passages: 1 + 1/2 + 1/4. */
import { Gathering } from './gathering.ts';
import type { Hit } from './hit.ts';
import { passageKeywordHits } from './keyword-hits.ts';
import { PASSAGE_HITS, rankByPassages } from './passage-hits.ts';
import { LIST_LIMIT, type Question, type SearchIndex, type Signal } from './signal.ts';
import { liftVerbatim } from './verbatim.ts';

/** Passages from which books are gathered: enough that each book of a first page has its three best. */
const BOOK_PASSAGES = 1_000;

/** Matching passages of all books, best first. */
export function bookPassages(question: Question, index: SearchIndex): readonly Hit[] {
  question.shared.passagesByWord ??= liftVerbatim(
    passageKeywordHits(question, index, BOOK_PASSAGES),
    question,
    index,
  );
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
  rank: (question, index) => {
    const { scope } = question;
    if (scope === 'themes' || scope === 'domains') {
      const hits = bookPassages(question, index).slice(0, PASSAGE_HITS);
      return rankByPassages(hits, question, index, { family: 'keyword', floor: 0 });
    }
    if (scope === 'passages') {
      const hits = bookPassages(question, index).slice(0, LIST_LIMIT);
      return hits.map((hit) => ({ ...hit, evidence: { kind: 'passage', id: hit.id } }));
    }
    const { chunks } = index.vectors;
    const books = new Gathering();
    for (const { id, raw, lift } of bookPassages(question, index)) {
      const row = chunks.rowOf(id);
      if (row !== undefined) books.add(chunks.owners[row]!, raw, { kind: 'passage', id }, lift);
    }
    return books.ranked();
  },
};
