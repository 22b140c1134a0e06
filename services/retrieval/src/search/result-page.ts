/** From fused ids to what a reader sees: books, passages, topics, themes, domains. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { Result__Out as Result } from '@libtrails/proto/types/library/v1/Result';
import { booksById, domainsById, passagesById, themesById, topicsById } from '../browse/by-id.ts';
import type { FusedItem } from '../fusion/rrf.ts';
import { highlights } from '../passages/highlights.ts';
import type { Question, SearchIndex } from '../signals/signal.ts';
import { bestPassages } from './best-passage.ts';
import { explain } from './explain.ts';

export interface PageOptions {
  /** Items before the page. */
  offset: number;
  explain: boolean;
  /** Which of the two passage signals take part in this search. */
  byWord: boolean;
  byMeaning: boolean;
}

/** The results of one page, in order. */
export function resultPage(
  items: readonly FusedItem[],
  question: Question,
  index: SearchIndex,
  options: PageOptions,
): Result[] {
  const parts = partsOf(items, question, index, options);
  const traces = options.explain ? explain(items, index.library) : undefined;
  return items.map(({ id, score }, i) => ({
    rank: options.offset + i + 1,
    score,
    book: null,
    passage: null,
    topic: null,
    theme: null,
    domain: null,
    ...parts.get(id),
    signals: traces?.get(id) ?? [],
  }));
}

type Parts = Partial<Pick<Result, 'book' | 'passage' | 'topic' | 'theme' | 'domain'>>;

function partsOf(
  items: readonly FusedItem[],
  question: Question,
  index: SearchIndex,
  options: PageOptions,
): Map<number, Parts> {
  const { library } = index;
  const ids = items.map((item) => item.id);
  switch (question.scope) {
    case 'books': {
      const chosen = bestPassages(ids, question, index, options);
      const passages = highlighted(passagesById(library, [...chosen.values()]), question);
      const books = booksById(library, ids);
      return new Map(
        ids.map((id) => [
          id,
          { book: books.get(id) ?? null, passage: passages.get(chosen.get(id) ?? 0) ?? null },
        ]),
      );
    }
    case 'passages': {
      const passages = highlighted(passagesById(library, ids), question);
      const books = booksById(library, [...new Set([...passages.values()].map((p) => p.bookId))]);
      return new Map(
        [...passages].map(([id, passage]) => [id, { book: books.get(passage.bookId) ?? null, passage }]),
      );
    }
    case 'topics':
      return new Map([...topicsById(library, ids)].map(([id, topic]) => [id, { topic }]));
    case 'themes':
      return new Map([...themesById(library, ids)].map(([id, theme]) => [id, { theme }]));
    case 'domains':
      return new Map([...domainsById(library, ids)].map(([id, domain]) => [id, { domain }]));
  }
}

function highlighted(passages: Map<number, Passage>, question: Question): Map<number, Passage> {
  for (const passage of passages.values()) passage.highlights = highlights(passage.text, question.words);
  return passages;
}
