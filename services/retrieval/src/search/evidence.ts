/** The best that the signals of one scope have found: what the floor of relevance judges an answer by. */
import type { BestEvidence, PassageEvidence } from '../fusion/floor.ts';
import { QUOTED_LIFT, type RankedList } from '../fusion/ranked-list.ts';
import type { SemanticDescription } from '../fusion/signal-description.ts';
import { bookHits } from '../signals/fts-books.ts';
import { ftsChunks } from '../signals/fts-chunks.ts';
import { type Question, withinOf } from '../signals/signal.ts';
import { MAX_LABEL_QUERY_TERMS } from '../signals/topic-hits.ts';
import { nearPassages, vecChunks } from '../signals/vec-chunks.ts';
import type { Store } from '../store/store.ts';
import { wordsOf } from '../words/words.ts';
import { coverageOf } from './coverage.ts';

/** Hits that are judged together where a list ranks single topics or passages: one may be luck. */
const JUDGED_TOGETHER = 3;
/** Passages found by word whose nearness in meaning is looked at. */
const FOUND_BY_WORD = 10;

export async function bestEvidence(
  lists: readonly RankedList[],
  question: Question,
  store: Store,
): Promise<BestEvidence> {
  const { terms, strict } = question.words;
  const { coverage, unknown, inARow } = await coverageOf(lists, question, store);
  const quoted = lists.some(({ items }) => items.some(({ lift = 0 }) => lift >= QUOTED_LIFT));
  return {
    coverage: quoted ? 1 : coverage,
    literal: quoted || inARow || terms.length === 1 || (strict && terms.some((term) => term.quoted)),
    cosines: bestCosines(lists, question),
    passages: await passageEvidence(lists, question, store, unknown),
  };
}

/** Names of this many topics are looked at. */
const NAMES_LOOKED_AT = 10;

/** The query is just what a topic is called, and one of the books that may be found speaks of it. */
export async function namesATopic({ words, filter, bookId }: Question, store: Store): Promise<boolean> {
  const { terms, sequence } = words;
  if (terms.length === 0 || terms.length > MAX_LABEL_QUERY_TERMS) return false;
  const wanted = terms.map((term) => ({ term, required: true }));
  const hits = await store.text.topics(wanted, NAMES_LOOKED_AT);
  const names = await store.vocabulary.namesOfTopics([...new Set(hits.map(({ owner }) => owner))]);
  const typed = sequence.map(({ stem }) => stem).join(' ');
  const isTyped = (name: string) =>
    wordsOf(name)
      .map(({ stem }) => stem)
      .join(' ') === typed;
  const named = [...names].flatMap(([topic, all]) => (all.some(isTyped) ? [topic] : []));
  if (named.length === 0 || (filter === undefined && bookId === undefined)) return named.length > 0;
  const books = bookId === undefined ? [...filter!.books] : [bookId];
  return (await store.links.topicsInBooks(named, books)).size > 0;
}

function bestCosines(lists: readonly RankedList[], { scope }: Question): BestEvidence['cosines'] {
  // The items of the other scopes are gathered from several hits already.
  const judged = scope === 'topics' || scope === 'passages' ? JUDGED_TOGETHER : 1;
  const cosines = new Map<SemanticDescription, number>();
  for (const { signal, items } of lists) {
    const best = items.slice(0, judged);
    if (best.length === 0 || signal.family !== 'semantic') continue;
    cosines.set(signal, best.reduce((sum, { raw }) => sum + raw, 0) / best.length);
  }
  return cosines;
}

/** Undefined unless passages were looked for both by word and by meaning. */
async function passageEvidence(
  lists: readonly RankedList[],
  question: Question,
  store: Store,
  unknown: boolean,
): Promise<PassageEvidence | undefined> {
  const byWord = lists.find(({ signal }) => signal === ftsChunks);
  if (byWord === undefined || !lists.some(({ signal }) => signal === vecChunks)) return undefined;
  question.shared.nearest ??= nearestOf(question, store);
  const { searched, nearest } = await question.shared.nearest;
  const found = byWord.items.slice(0, FOUND_BY_WORD).map(({ evidence }) => evidence.id);
  const agreeing = [...(await nearPassages(question, store).cosines(found)).values()];
  return {
    searched,
    nearest,
    agreeing: agreeing.length === 0 ? undefined : Math.max(...agreeing),
    unknown,
    respelt: question.respelt === true,
    words: question.words.terms.length,
    named: (await bookHits(question, store)).length > 0,
  };
}

/** How many passages were looked at, and the mean cosine of the nearest of them. */
async function nearestOf(question: Question, store: Store): Promise<{ searched: number; nearest: number }> {
  const within = withinOf(question);
  const best = await nearPassages(question, store).nearest(JUDGED_TOGETHER, within);
  return {
    searched: await store.vectors.searched(within),
    nearest: best.reduce((sum, { raw }) => sum + raw, 0) / Math.max(1, best.length),
  };
}
