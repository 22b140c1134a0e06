/** From fused ids to what a reader sees: books, passages, topics, themes, domains. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { Result__Out as Result } from '@libtrails/proto/types/library/v1/Result';
import { inOrder } from '../browse/books.ts';
import type { FusedItem } from '../fusion/rrf.ts';
import { highlights } from '../passages/highlights.ts';
import { ftsChunks } from '../signals/fts-chunks.ts';
import type { Question } from '../signals/signal.ts';
import { vecChunks } from '../signals/vec-chunks.ts';
import type { Store } from '../store/store.ts';
import { wordsOf } from '../words/words.ts';
import { bestPassages } from './best-passage.ts';
import { explain } from './explain.ts';
import { markSentences } from './marks.ts';
import { quotesOf } from './quotes.ts';
import type { SignalRun } from './signal-run.ts';
import { relevanceBy, type Verdict } from './verdict.ts';

export interface PageOptions {
  /** Items before the page. */
  offset: number;
  limit: number;
  explain: boolean;
  /** Passages of a book beside the best one. */
  also: number;
  /** Items that it turns down are passed over; it is asked in order, until the page is full. */
  accept?: (item: FusedItem) => boolean;
}

/** The results of one page, in order. */
export async function resultPage(
  run: SignalRun,
  verdict: Verdict,
  store: Store,
  options: PageOptions,
): Promise<Result[]> {
  const { offset, limit, accept } = options;
  const page: { item: FusedItem; rank: number }[] = [];
  for (let place = offset; place < run.fused.length && page.length < limit; place += 1) {
    const item = run.fused[place]!;
    if (accept === undefined || accept(item)) page.push({ item, rank: place + 1 });
  }
  const items = page.map(({ item }) => item);
  const parts = await partsOf(items, run, store, options);
  const traces = options.explain
    ? await explain(items, run.fused, store.catalogue, (passages) => quotesOf(passages, run.question, store))
    : undefined;
  const relevance = relevanceBy(verdict);
  return page.map(({ item, rank }) => ({
    rank,
    score: item.score,
    book: null,
    passage: null,
    topic: null,
    theme: null,
    domain: null,
    also: [],
    alsoTotal: 0,
    ...parts.get(item.id),
    signals: traces?.get(item.id) ?? [],
    relevance: relevance(item),
  }));
}

type Parts = Partial<Pick<Result, 'book' | 'passage' | 'topic' | 'theme' | 'domain' | 'also' | 'alsoTotal'>>;

async function partsOf(
  items: readonly FusedItem[],
  run: SignalRun,
  store: Store,
  { also }: PageOptions,
): Promise<Map<number, Parts>> {
  const { catalogue } = store;
  const { question } = run;
  const ids = items.map((item) => item.id);
  switch (question.scope) {
    case 'books': {
      const answering = new Set(run.lists.map((list) => list.signal));
      const ranked = await bestPassages(ids, question, store, {
        byWord: answering.has(ftsChunks),
        byMeaning: answering.has(vecChunks),
      });
      const shown = [...ranked.values()].flatMap((passages) => passages.slice(0, 1 + also));
      const passages = await marked(await catalogue.passages(shown), question, store);
      const books = await catalogue.books(ids);
      return new Map(
        ids.map((id) => {
          const [best, ...others] = ranked.get(id) ?? [];
          return [
            id,
            {
              book: books.get(id) ?? null,
              passage: passages.get(best ?? 0) ?? null,
              also: inOrder(others.slice(0, also), passages),
              alsoTotal: others.length,
            },
          ];
        }),
      );
    }
    case 'passages': {
      const passages = await marked(await catalogue.passages(ids), question, store);
      const books = await catalogue.books([...new Set([...passages.values()].map((p) => p.bookId))]);
      return new Map(
        [...passages].map(([id, passage]) => [id, { book: books.get(passage.bookId) ?? null, passage }]),
      );
    }
    case 'topics':
      return new Map([...(await catalogue.topics(ids))].map(([id, topic]) => [id, { topic }]));
    case 'themes':
      return new Map([...(await catalogue.themes(ids))].map(([id, theme]) => [id, { theme }]));
    case 'domains':
      return new Map((await catalogue.domains()).map((domain) => [domain.id, { domain }]));
  }
}

/** The reader's words and the sentence that is nearest in meaning, told apart. */
async function marked(
  passages: Map<number, Passage>,
  question: Question,
  store: Store,
): Promise<Map<number, Passage>> {
  const words = new Map([...passages].map(([id, { text }]) => [id, wordsOf(text)]));
  for (const [id, passage] of passages) {
    passage.highlights = highlights(passage.text, question.words, words.get(id));
  }
  await markSentences([...passages.values()], words, question, store);
  return passages;
}
