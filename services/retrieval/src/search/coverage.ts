/** How much of what the reader asked stands in the best keyword hits. */

import { booksById, passagesById, topicsById } from '../browse/by-id.ts';
import type { RankedList } from '../fusion/ranked-list.ts';
import type { Question, SearchIndex } from '../signals/signal.ts';
import { wordsOf } from '../signals/words.ts';

/** Hits of each keyword signal that are looked at. */
const LOOKED_AT = 3;

/**
 * The largest share of the query's words, weighed by their rarity among passages, that one of the best hits
 * holds; 0..1. A word that the library does not know weighs as much as one that stands in a single passage.
 */
export function bestCoverage(lists: readonly RankedList[], question: Question, index: SearchIndex): number {
  const all = index.vectors.chunks.size + 1;
  const weights = new Map<string, number>();
  for (const stem of new Set(question.words.terms.flatMap((term) => term.stems))) {
    weights.set(stem, Math.log(1 + all / Math.max(1, index.frequencies.rows('fts_chunks', stem))));
  }
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return 0;
  let best = 0;
  for (const text of bestTexts(lists, index)) {
    let sum = 0;
    for (const stem of new Set(wordsOf(text).map((word) => word.stem))) sum += weights.get(stem) ?? 0;
    best = Math.max(best, sum / whole);
  }
  return best;
}

function bestTexts(lists: readonly RankedList[], { library }: SearchIndex): string[] {
  const best = (name: RankedList['signal']) =>
    lists
      .find((list) => list.signal === name)
      ?.items.slice(0, LOOKED_AT)
      .map((item) => item.evidence.id) ?? [];
  return [
    ...[...booksById(library, best('fts_books')).values()].map((book) =>
      [book.title, ...book.authors, ...book.subjects].join(' '),
    ),
    ...[...topicsById(library, best('fts_topics')).values()].map((topic) => topic.label),
    ...[...passagesById(library, best('fts_chunks')).values()].map((passage) => passage.text),
  ];
}
