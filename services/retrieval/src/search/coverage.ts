/** How much of what the reader asked stands in the best keyword hits. */

import { booksById, passagesById, topicsById } from '../browse/by-id.ts';
import type { RankedList } from '../fusion/ranked-list.ts';
import type { Question, SearchIndex } from '../signals/signal.ts';
import { wordsOf } from '../words/words.ts';

/** Hits of each keyword signal that are looked at. */
const LOOKED_AT = 3;

/** Words that stand so close say something together: two sentences or so. */
const WINDOW_WORDS = 30;

/**
 * The largest share of the query's words, weighed by their rarity among passages, that stands close together
 * in one of the best hits; 0..1. A word that the library does not know weighs as much as one that stands in
 * a single passage.
 */
export function bestCoverage(lists: readonly RankedList[], question: Question, index: SearchIndex): number {
  const all = index.vectors.chunks.size + 1;
  const weights = new Map<string, number>();
  const { terms } = question.words;
  const beginnings = terms.filter((term) => term.prefix).map((term) => term.stems[0]!);
  for (const stem of new Set(terms.flatMap((term) => term.stems))) {
    weights.set(stem, Math.log(1 + all / Math.max(1, index.passageWords.rows(stem))));
  }
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return 0;
  const best = bestTexts(lists, index).reduce(
    (max, text) => Math.max(max, heaviestWindow(text, weights, beginnings)),
    0,
  );
  return best / whole;
}

/** The greatest sum of weights of different stems within WINDOW_WORDS words of the text. */
function heaviestWindow(
  text: string,
  weights: ReadonlyMap<string, number>,
  beginnings: readonly string[],
): number {
  /** What a word of the text counts as: itself, or the beginning that the reader gave. */
  const asked = (stem: string) =>
    weights.has(stem) ? stem : beginnings.find((beginning) => stem.startsWith(beginning));
  const hits = wordsOf(text).flatMap((word, place) => {
    const stem = asked(word.stem);
    return stem === undefined ? [] : [{ stem, place }];
  });
  let heaviest = 0;
  for (const [i, first] of hits.entries()) {
    const stems = new Set<string>();
    for (let j = i; j < hits.length && hits[j]!.place - first.place < WINDOW_WORDS; j += 1) {
      stems.add(hits[j]!.stem);
    }
    let sum = 0;
    for (const stem of stems) sum += weights.get(stem)!;
    heaviest = Math.max(heaviest, sum);
  }
  return heaviest;
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
