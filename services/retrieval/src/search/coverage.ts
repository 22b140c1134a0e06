/** How much of the query the best keyword hits hold. */

import type { Evidence, RankedList } from '../fusion/ranked-list.ts';
import { countsOf } from '../signals/keyword-hits.ts';
import type { Question } from '../signals/signal.ts';
import type { Store } from '../store/store.ts';
import type { StemCounts } from '../store/text-search.ts';
import { compoundsOf, type Word, wordsOf } from '../words/words.ts';

/** Hits of each keyword signal that are looked at. */
const LOOKED_AT = 3;

/** Words that stand so close say something together: two sentences or so. */
const WINDOW_WORDS = 30;

export interface Coverage {
  /**
   * The largest share of the query's words, weighed by their rarity among passages, that stands close together
   * in one of the best hits; 0..1. A word that the library does not know weighs as much as one that stands in
   * a single passage.
   */
  coverage: number;
  /** No passage holds one of the words. */
  unknown: boolean;
  /** Several words, stop words included, are in one of the best hits just as they were typed. */
  inARow: boolean;
}

export async function coverageOf(
  lists: readonly RankedList[],
  question: Question,
  store: Store,
): Promise<Coverage> {
  const { terms, sequence } = question.words;
  const counts = await countsOf(question, store);
  const weights = rarities(counts, store.vectors.count('passages'));
  const whole = sumOf(weights.values());
  if (whole === 0) return { coverage: 0, unknown: false, inARow: false };
  const forms = formsOf(terms);
  const joined = await store.text.frequencies(terms.flatMap((term) => term.joined?.stem ?? []));
  const isKnown = (stem: string) => ((counts.get(stem) ?? joined.get(stem))?.passages ?? 0) > 0;
  const known = new Set([
    ...terms.filter(({ prefix }) => prefix).flatMap(({ stems }) => stems),
    ...terms
      .filter((term) => term.joined !== undefined && isKnown(term.joined.stem))
      .flatMap(({ stems }) => stems),
  ]);
  const unknown = [...weights.keys()].some((stem) => !known.has(stem) && !isKnown(stem));
  const asked = sequence.map(({ stem }) => stem);
  let best = 0;
  let inARow = false;
  for (const text of await bestTexts(lists, store)) {
    const words = wordsOf(text);
    best = Math.max(best, heaviestWindow([...words, ...compoundsOf(text)], words, weights, forms));
    inARow ||= asked.length > 1 && standInARow(asked, words);
  }
  return { coverage: best / whole, unknown, inARow };
}

/** What each different stem of the query weighs. */
function rarities(counts: ReadonlyMap<string, StemCounts>, passages: number): Map<string, number> {
  return new Map(
    [...counts].map(([stem, count]) => [stem, Math.log(1 + (passages + 1) / Math.max(1, count.passages))]),
  );
}

interface Forms {
  /** Stems of a term by that of the word that means the same. */
  joined: ReadonlyMap<string, readonly string[]>;
  completions: ReadonlyMap<string, readonly string[]>;
  beginnings: readonly string[];
}

/** Other forms in which terms may stand. */
function formsOf(terms: Question['words']['terms']): Forms {
  return {
    joined: new Map(
      terms.flatMap(({ joined, stems }) => (joined === undefined ? [] : [[joined.stem, stems]])),
    ),
    completions: new Map(
      terms.flatMap(({ completions, stems }) =>
        completions.map((stem): [string, readonly string[]] => [stem, stems]),
      ),
    ),
    beginnings: terms.filter(({ prefix }) => prefix).map(({ stems }) => stems[0]!),
  };
}

/** The greatest sum of weights of different stems within WINDOW_WORDS words of the text. */
function heaviestWindow(
  forms: readonly Word[],
  words: readonly Word[],
  weights: ReadonlyMap<string, number>,
  { joined, completions, beginnings }: Forms,
): number {
  /** What a word of the text counts as: itself, a compound's pieces, or the beginning that the reader gave. */
  const asked = (stem: string): readonly string[] => {
    if (weights.has(stem)) return [stem];
    const pieces = joined.get(stem) ?? completions.get(stem);
    if (pieces !== undefined) return pieces;
    const beginning = beginnings.find((begun) => stem.startsWith(begun));
    return beginning === undefined ? [] : [beginning];
  };
  const hits = forms
    .flatMap((word, i) => {
      // A compound stands where its first piece does.
      const place = i < words.length ? i : words.findIndex(({ start }) => start >= word.start);
      return asked(word.stem).map((stem) => ({ stem, place }));
    })
    .sort((a, b) => a.place - b.place);
  let heaviest = 0;
  for (const [i, first] of hits.entries()) {
    const stems = new Set<string>();
    for (let j = i; j < hits.length && hits[j]!.place - first.place < WINDOW_WORDS; j += 1) {
      stems.add(hits[j]!.stem);
    }
    heaviest = Math.max(heaviest, sumOf([...stems].map((stem) => weights.get(stem)!)));
  }
  return heaviest;
}

const standInARow = (asked: readonly string[], words: readonly Word[]) =>
  words.some((_word, start) => asked.every((stem, i) => words[start + i]?.stem === stem));

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** What the best hits by word hold: of each book its record, of a topic each of its names, of a passage its text. */
async function bestTexts(lists: readonly RankedList[], { catalogue, vocabulary }: Store): Promise<string[]> {
  const best = lists
    .filter(({ signal }) => signal.family === 'keyword')
    .flatMap(({ items }) => items.slice(0, LOOKED_AT).map(({ evidence }) => evidence));
  const ids = (kind: Evidence['kind']) => [
    ...new Set(best.filter((evidence) => evidence.kind === kind).map(({ id }) => id)),
  ];
  return [
    ...[...(await catalogue.books(ids('book'))).values()].map((book) =>
      [book.title, ...book.authors, book.series, ...book.subjects].join(' '),
    ),
    ...[...(await vocabulary.namesOfTopics(ids('topic'))).values()].flat(),
    ...[...(await catalogue.passages(ids('passage'))).values()].map((passage) => passage.text),
  ];
}
