/** Books like one book, with the reasons. */
import type { RelatedResponse__Out as RelatedAnswer } from '@libtrails/proto/types/library/v1/RelatedResponse';
import { LRUCache } from 'lru-cache';
import { requireBook } from '../browse/books.ts';
import { booksById } from '../browse/by-id.ts';
import type { RankedList } from '../fusion/ranked-list.ts';
import { type Contribution, fuse } from '../fusion/rrf.ts';
import type { SignalDescription } from '../fusion/signal-description.ts';
import { type Because, explain } from '../search/explain.ts';
import { signalStates } from '../search/signal-list.ts';
import type { SearchIndex } from '../signals/signal.ts';
import { RELATED_SIGNALS } from './related-signals.ts';
import { sharedTopics } from './shared-topics.ts';

/** Leading phrases that speak for a book. */
const PHRASES = 5;
const SHARED_TOPICS = 5;

export type Related = (bookId: number, limit: number) => RelatedAnswer;

/** Answers kept until the library changes: some 10 KB each. */
export const KEPT_ANSWERS = 256;
/** Results of a kept answer: what a page shows. */
const KEPT_RESULTS = 12;

/** Makes the use case over one index. @throws LibTrailsError not_found if there is no such book */
export function createRelated(index: SearchIndex): Related {
  const answers = new LRUCache<number, RelatedAnswer>({ max: KEPT_ANSWERS });
  index.library.onChange(() => answers.clear());
  return (bookId, limit) => {
    if (limit > KEPT_RESULTS) return relatedTo(index, bookId, limit);
    const known = answers.get(bookId);
    const answer = known ?? relatedTo(index, bookId, KEPT_RESULTS);
    if (known === undefined) answers.set(bookId, answer);
    const tookMs = known === undefined ? answer.tookMs : { total: 0, embed: 0, signals: {}, fuse: 0 };
    return { ...answer, tookMs, results: answer.results.slice(0, limit) };
  };
}

function relatedTo(index: SearchIndex, bookId: number, limit: number): RelatedAnswer {
  const started = performance.now();
  const { library } = index;
  const book = requireBook(library, bookId);
  const phrases = library
    .statement<{ id: number; label: string }>('related-phrases-of-book')
    .all(bookId, PHRASES);
  const source = { ...book, phrases };
  const asked = RELATED_SIGNALS.map(({ signal }) => signal);
  const lists: RankedList[] = [];
  const signals: Record<string, number> = {};
  for (const { signal, rank } of RELATED_SIGNALS) {
    const ranking = performance.now();
    lists.push({ signal, items: rank(source, index) });
    signals[signal.name] = performance.now() - ranking;
  }
  const fusing = performance.now();
  const all = fuse(lists);
  const fused = all.slice(0, limit);
  const fuseMs = performance.now() - fusing;
  const ids = fused.map((item) => item.id);
  const books = booksById(library, ids);
  const traces = explain(fused, all, library, becauseRelated);
  const shared = sharedTopics(index, bookId, ids, SHARED_TOPICS);
  return {
    tookMs: { total: performance.now() - started, embed: 0, signals, fuse: fuseMs },
    results: fused.map(({ id, score, contributions }, i) => ({
      rank: i + 1,
      score,
      book: books.get(id) ?? null,
      signals: traces.get(id) ?? [],
      sharedTopics: shared.get(id) ?? [],
      reason: reasonOf(shared.get(id) ?? [], contributions),
    })),
    signals: signalStates(asked, new Set(asked)),
    degraded: false,
    degradedReasons: [],
  };
}

const relatedSignal = (signal: SignalDescription) =>
  RELATED_SIGNALS.find((related) => related.signal === signal)!;
const becauseRelated: Because = (signal, matched) => relatedSignal(signal).because(matched);

/** Topics named in the reason. */
const NAMED_TOPICS = 2;

/** "shares solitude, polar travel; whole book 0.81": the telling topics, then the strongest cosine. */
function reasonOf(topics: readonly { label: string }[], contributions: readonly Contribution[]): string {
  const labels = topics.slice(0, NAMED_TOPICS).map(({ label }) => label);
  const [strongest] = contributions.flatMap(({ signal, raw }) => {
    const { compares } = relatedSignal(signal);
    return compares === undefined ? [] : [`${compares} ${raw.toFixed(2)}`];
  });
  const parts = [labels.length === 0 ? '' : `shares ${labels.join(', ')}`, strongest ?? 'by its words'];
  return parts.filter((part) => part !== '').join('; ');
}
