/** Near spellings from the library's own vocabulary: titles, authors, topic and theme labels. */

import { isKnown } from '../signals/keyword-hits.ts';
import { STOP_WORDS } from '../signals/stop-words.ts';
import type { Store } from '../store/store.ts';
import { wordsOf } from '../words/words.ts';

/** Words shorter than this have too many neighbours. */
const MIN_LENGTH = 4;
/** Longer words may have two slips. */
const TWO_SLIPS_FROM = 7;
const SUGGESTED = 3;

const VOCABULARIES = new WeakMap<Store, { revision: number; words: Map<string, number> }>();

/** Called between pieces of the work, which others may use; each piece takes about a millisecond. */
export type Pause = () => Promise<void>;

const LABELS_AT_ONCE = 500;
const WORDS_AT_ONCE = 2_000;

/** Folded words with how often they stand in labels: read when a word is first missed, once per revision. */
async function vocabulary(store: Store, pause: Pause): Promise<Map<string, number>> {
  const known = VOCABULARIES.get(store);
  const revision = store.revision();
  if (known?.revision === revision) return known.words;
  const words = new Map<string, number>();
  const add = (text: string) => {
    for (const { folded } of wordsOf(text)) words.set(folded, (words.get(folded) ?? 0) + 1);
  };
  for (const { title, authors } of await store.catalogue.allBooks())
    for (const text of [title, ...authors]) add(text);
  for (let after = 0, more = true; more; ) {
    await pause();
    const labels = await store.vocabulary.topicLabels(after, LABELS_AT_ONCE);
    for (const [, label] of labels) add(label);
    more = labels.length === LABELS_AT_ONCE;
    after = labels.at(-1)?.[0] ?? 0;
  }
  if (store.revision() === revision) VOCABULARIES.set(store, { revision, words });
  return words;
}

/** The query with each unknown word replaced by a near one, best first; empty if all words are known. */
export async function spellings(query: string, store: Store, pause: Pause): Promise<string[]> {
  const words = wordsOf(query).filter(
    ({ folded }) => folded.length >= MIN_LENGTH && !STOP_WORDS.has(folded) && !/^\d+$/.test(folded),
  );
  const counts = await store.text.frequencies(words.map(({ stem }) => stem));
  const unknown = words.filter(({ stem }) => !isKnown(counts.get(stem)));
  if (unknown.length === 0) return [];
  const known = await vocabulary(store, pause);
  const near: string[][] = [];
  for (const { folded } of unknown) near.push(await nearWords(folded, known, pause));
  if (near.every((list) => list.length === 0)) return [];
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
  return [...suggestions];
}

async function nearWords(word: string, words: ReadonlyMap<string, number>, pause: Pause): Promise<string[]> {
  const slips = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const found: { other: string; distance: number; count: number }[] = [];
  let looked = 0;
  for (const [other, count] of words) {
    looked += 1;
    if (looked % WORDS_AT_ONCE === 0) await pause();
    if (Math.abs(other.length - word.length) > slips) continue;
    const distance = editDistance(word, other, slips);
    if (distance <= slips) found.push({ other, distance, count });
  }
  return found
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.other < b.other ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ other }) => other);
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); limit + 1 if more. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
