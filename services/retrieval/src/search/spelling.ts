/** Near spellings of words that the library does not hold. */
import { setImmediate } from 'node:timers/promises';
import { type ParsedQuery, parseQuery } from '../signals/fts-query.ts';
import { isKnown } from '../signals/keyword-hits.ts';
import { STOP_WORDS } from '../signals/stop-words.ts';
import type { Store } from '../store/store.ts';
import type { QueryTerm } from '../store/text-search.ts';
import { editDistance } from '../words/edit-distance.ts';
import { isUnspaced, type Word, wordsOf } from '../words/words.ts';
import type { SearchPlan } from './plan.ts';

/** Words shorter than this have too many neighbours. */
const MIN_LENGTH = 4;
/** Longer words may have two slips. */
const TWO_SLIPS_FROM = 7;
/** From here on two slips are more likely than another word. */
const CERTAIN_TWO_SLIPS_FROM = 10;
const SUGGESTED = 3;
const QUOTATION_MARKS = /["“”„‟«»＂]/u;

/** Called between pieces of the work, which others may use; each piece takes a few milliseconds. */
export type Pause = () => Promise<unknown>;

/** How a query is searched. */
export interface Spelling {
  /** The query, with unknown words in their nearest spelling unless the reader insists on what was typed. */
  text: string;
  /** Other spellings, best first. */
  suggestions: string[];
}

/** Quotations and pasted texts are searched as they are: many words find their passage in any case. */
export async function spellingOf({ typed, input }: SearchPlan, store: Store): Promise<Spelling> {
  const { text, pasted } = typed;
  if (pasted) return { text, suggestions: [] };
  const { texts, certain } = await nearSpellings(text, store, setImmediate);
  const [nearest, ...others] = texts;
  if (nearest === undefined || !certain || input.asTyped === true || QUOTATION_MARKS.test(text))
    return { text, suggestions: texts };
  return { text: nearest, suggestions: others };
}

/** The query with each unknown word replaced by a near one, best first; empty if all words are known. */
export async function spellings(query: string, store: Store, pause: Pause): Promise<string[]> {
  return (await nearSpellings(query, store, pause)).texts;
}

/** `certain`: each unknown word has a neighbour so near that the reader hardly means anything else. */
async function nearSpellings(
  query: string,
  store: Store,
  pause: Pause,
): Promise<{ texts: string[]; certain: boolean }> {
  const unknown = await unknownWords(query, store);
  if (unknown.length === 0) return { texts: [], certain: false };
  const near: string[][] = [];
  for (const { folded } of unknown) {
    const slips = folded.length >= TWO_SLIPS_FROM ? 2 : 1;
    near.push(await store.vocabulary.wordsNear(folded, slips, SUGGESTED, pause));
  }
  if (near.every((list) => list.length === 0)) return { texts: [], certain: false };
  const certain = unknown.every(({ folded }, i) => isCertain(folded, near[i]![0]));
  const suggestions = new Set<string>();
  for (let place = 0; place < SUGGESTED; place += 1) {
    let text = query;
    // From the end, so that earlier ranges stay true.
    for (const [i, { start, end }] of [...unknown.entries()].reverse()) {
      const word = near[i]![Math.min(place, near[i]!.length - 1)];
      if (word !== undefined) text = text.slice(0, start) + word + text.slice(end);
    }
    suggestions.add(text);
  }
  return { texts: [...suggestions], certain };
}

function isCertain(word: string, near: string | undefined): boolean {
  if (near === undefined) return false;
  return editDistance(word, near) <= (word.length >= CERTAIN_TWO_SLIPS_FROM ? 2 : 1);
}

/** Words that the library does not hold, neither as they are nor as part of a compound or the beginning of the last word. */
async function unknownWords(query: string, store: Store): Promise<Word[]> {
  const words = wordsOf(query).filter(
    ({ folded }) =>
      folded.length >= MIN_LENGTH && !STOP_WORDS.has(folded) && !/\d/.test(folded) && !isUnspaced(folded),
  );
  const counts = await store.text.frequencies(words.map(({ stem }) => stem));
  const missing = words.filter(({ stem }) => !isKnown(counts.get(stem)));
  if (missing.length === 0) return [];
  const found = await otherForms(parseQuery(query), store);
  return missing.filter(({ stem }) => !found.has(stem));
}

/** Stems that are found in another form: the parts of a compound in one word, and a beginning. */
async function otherForms({ terms, open }: ParsedQuery, { text }: Store): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const compounds = terms.filter(({ joined }) => joined !== undefined);
  const counts = await text.frequencies(compounds.map(({ joined }) => joined!.stem));
  for (const { joined, stems } of compounds) {
    if (isKnown(counts.get(joined!.stem))) for (const stem of stems) found.add(stem);
  }
  const last = terms.at(-1);
  for (const term of terms) {
    if (!term.prefix && !(open && term === last)) continue;
    const beginning: QueryTerm = { ...term, prefix: true };
    const wanted = { term: beginning, phrase: undefined, required: true, weight: 1 };
    if ((await text.passages([wanted], 1)).length > 0) for (const stem of term.stems) found.add(stem);
  }
  return found;
}
