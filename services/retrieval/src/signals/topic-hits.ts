/** From topics that match a query to what carries them: books, passages, themes, domains. */
import { byRaw, type RankedItem } from '../fusion/ranked-list.ts';
import type { SignalFamily } from '../fusion/signal-description.ts';
import type { Store } from '../store/store.ts';
import { admits } from '../store/vector-search.ts';
import { FULL_WEIGHT, Gathering } from './gathering.ts';
import type { Hit } from './hit.ts';
import { Pairs } from './pairs.ts';
import { LIST_LIMIT, type Question, type Scope } from './signal.ts';

/** Matching topics that are followed to what carries them. Passages need fewer: a topic has many. */
export const TOPIC_HITS: Record<Scope, number> = {
  books: 300,
  passages: 60,
  topics: 400,
  themes: 200,
  domains: 200,
};

const MOST_HITS = Math.max(...Object.values(TOPIC_HITS));

/**
 * The hits of the question's scope out of a longer list that serves all scopes, if several are asked; `find` gives
 * the best so many, best first.
 */
export async function topicHits(
  question: Question,
  family: SignalFamily,
  find: (limit: number) => Promise<Hit[]>,
): Promise<Hit[]> {
  const wanted = TOPIC_HITS[question.scope];
  if (question.scopes === 1) return find(wanted);
  const { topics } = question.shared;
  topics[family] ??= find(MOST_HITS);
  return (await topics[family]).slice(0, wanted);
}

/** Passages that topics put forward: fewer than the text itself does, since a label says less. */
const TOPIC_PASSAGES = 60;

/**
 * A query of more terms than this is a sentence, not the name of a subject: labels of at most four words then
 * match it by chance, and would lift other passages above the one the sentence stands in.
 */
export const MAX_LABEL_QUERY_TERMS = 4;

/**
 * Term saturation of BM25 (Robertson and Zaragoza, 2009) with k1 = 1 and b = 1: in a book of average length a
 * topic of one passage counts half, one of many passages almost whole; a long book needs more of them.
 */
const occurrenceWeight = (passages: number, relativeLength: number) => passages / (passages + relativeLength);

/**
 * A passage counts by how much it is about the topic (the indexer's score, mostly 0.2 to 1): it never counts
 * less than half, and passages of one topic are told apart.
 */
const aboutness = (score: number) => 0.5 + 0.5 * Math.max(0, Math.min(1, score));

/**
 * Ranks the items of the question's scope by the topics that lead to them.
 * `floor` is what a topic scores that says nothing (the last of a cosine shortlist; 0 for bm25): only the
 * excess over it is gathered. For cosines, the result is put back on the cosine scale.
 */
export async function rankByTopics(
  hits: readonly Hit[],
  question: Question,
  { links, vectors }: Pick<Store, 'links' | 'vectors'>,
  { family, floor }: { family: SignalFamily; floor: number },
): Promise<RankedItem[]> {
  if (question.scope === 'passages' && question.words.terms.length > MAX_LABEL_QUERY_TERMS) return [];
  if (question.scope === 'topics') return byTarget(hits);
  const { filter, bookId } = question;
  const known = new Map(hits.map((hit) => [hit.id, hit]));
  const { withoutTopics } = filter ?? {};
  const ids = hits.flatMap(({ id, owner }) => (withoutTopics?.has(owner) ? [] : [id]));
  const gathering = new Gathering();
  const seen = new Pairs();
  /** Variants of one topic speak once for an item; the best of them comes first. */
  const add = (item: number, topic: number, weight: number) => {
    const { owner: target, raw } = known.get(topic)!;
    if (seen.add(target, item)) {
      gathering.add(item, (raw - floor) * weight, { kind: 'topic', id: target });
    }
  };
  switch (question.scope) {
    case 'books': {
      const lengthOf = await vectors.relativeLengths();
      for (const [topic, book, count] of await links.booksByTopic(ids)) {
        if (filter === undefined || filter.books.has(book)) {
          add(book, topic, occurrenceWeight(count, lengthOf(book)));
        }
      }
      break;
    }
    case 'passages': {
      for (const [topic, passage, book, score] of await links.passagesByTopic(ids)) {
        if (bookId !== undefined && book !== bookId) continue;
        if (admits(filter, book, passage)) add(passage, topic, aboutness(score));
      }
      break;
    }
    default: {
      // The same hits lead to themes and to domains.
      const { themesOfTopics } = question.shared;
      themesOfTopics[family] ??= links.themesByTopic(ids);
      for (const [topic, theme, domain] of await themesOfTopics[family])
        add(question.scope === 'themes' ? theme : domain, topic, 1);
    }
  }
  const ranked = gathering.ranked(family === 'semantic' ? (sum) => floor + sum / FULL_WEIGHT : undefined);
  return question.scope === 'passages' ? ranked.slice(0, TOPIC_PASSAGES) : ranked;
}

function byTarget(hits: readonly Hit[]): RankedItem[] {
  const best = new Map<number, RankedItem>();
  for (const { owner: id, raw } of hits) {
    if (!best.has(id)) best.set(id, { id, raw, evidence: { kind: 'topic', id } });
  }
  return [...best.values()].sort(byRaw).slice(0, LIST_LIMIT);
}
