/** Books like one book, with the reasons. */
import type { RelatedResponse__Out as RelatedAnswer } from '@libtrails/proto/types/library/v1/RelatedResponse';
import { LRUCache } from 'lru-cache';
import { requireBook } from '../browse/books.ts';
import type { RankedList } from '../fusion/ranked-list.ts';
import { type Contribution, fuse } from '../fusion/rrf.ts';
import type { SignalDescription } from '../fusion/signal-description.ts';
import { type Because, explain, type Quotes } from '../search/explain.ts';
import { quoted } from '../search/quotes.ts';
import { signalStates } from '../search/signal-list.ts';
import type { Store } from '../store/store.ts';
import { RELATED_SIGNALS } from './related-signals.ts';
import { sharedTopics } from './shared-topics.ts';

/** Leading phrases that represent a book. */
const PHRASES = 5;
const SHARED_TOPICS = 5;

export type Related = (bookId: number, limit: number) => Promise<RelatedAnswer>;

/** Answers kept until the library changes: about 10 KB each. */
export const KEPT_ANSWERS = 256;
/** Results of a kept answer: what a page shows. */
const KEPT_RESULTS = 12;

/** Makes the use case over one store. @throws LibTrailsError not_found if there is no such book */
export function createRelated(store: Store): Related {
  const answers = new LRUCache<number, RelatedAnswer>({ max: KEPT_ANSWERS });
  store.onChange(() => answers.clear());
  return async (bookId, limit) => {
    if (limit > KEPT_RESULTS) return relatedTo(store, bookId, limit);
    const known = answers.get(bookId);
    const revision = store.revision();
    const answer = known ?? (await relatedTo(store, bookId, KEPT_RESULTS));
    if (known === undefined && store.revision() === revision) answers.set(bookId, answer);
    const tookMs = known === undefined ? answer.tookMs : { total: 0, embed: 0, signals: {}, fuse: 0 };
    return { ...answer, tookMs, results: answer.results.slice(0, limit) };
  };
}

async function relatedTo(store: Store, bookId: number, limit: number): Promise<RelatedAnswer> {
  const started = performance.now();
  const { catalogue } = store;
  const book = await requireBook(catalogue, bookId);
  const phrases = await store.links.phrasesOfBook(bookId, PHRASES);
  const source = { ...book, phrases };
  const asked = RELATED_SIGNALS.map(({ signal }) => signal);
  const lists: RankedList[] = [];
  const signals: Record<string, number> = {};
  for (const { signal, rank } of RELATED_SIGNALS) {
    const ranking = performance.now();
    lists.push({ signal, items: await rank(source, store) });
    signals[signal.name] = performance.now() - ranking;
  }
  const fusing = performance.now();
  const all = fuse(lists);
  const fused = all.slice(0, limit);
  const fuseMs = performance.now() - fusing;
  const ids = fused.map((item) => item.id);
  const books = await catalogue.books(ids);
  const traces = await explain(fused, all, catalogue, beginnings, becauseRelated);
  const shared = await sharedTopics(store, bookId, ids, SHARED_TOPICS);
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
/** Where no words were typed, a passage is quoted from its beginning. */
const beginnings: Quotes = async (passages) =>
  new Map([...passages].map(([id, { text }]) => [id, quoted(text)]));
const becauseRelated: Because = (signal, matched) => relatedSignal(signal).because(matched);

/** Topics named in the reason. */
const NAMED_TOPICS = 2;

/** "both speak of solitude, polar travel": the telling topics, else what the strongest evidence compares. */
function reasonOf(topics: readonly { label: string }[], contributions: readonly Contribution[]): string {
  const labels = topics.slice(0, NAMED_TOPICS).map(({ label }) => label);
  if (labels.length > 0) return `both speak of ${labels.join(', ')}`;
  const [strongest] = contributions;
  return strongest === undefined ? '' : relatedSignal(strongest.signal).compares;
}
