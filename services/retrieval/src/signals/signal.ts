/** What a signal is: one ranked list for one query. */
import { SCOPES as SEARCH_SCOPES, type Scope as SearchScope } from '@libtrails/proto/values';
import type { RankedItem } from '../fusion/ranked-list.ts';
import type { SignalDescription } from '../fusion/signal-description.ts';
import type { Store } from '../store/store.ts';
import type { SearchFilter, Within } from '../store/vector-search.ts';
import type { EmbedKind } from './embedding-port.ts';
import type { ParsedQuery } from './fts-query.ts';
import { noSharedWork, type SharedWork } from './shared-work.ts';

/** What a search looks for. */
export type Scope = Exclude<SearchScope, 'everything'>;
export const SCOPES: readonly Scope[] = SEARCH_SCOPES.filter((scope) => scope !== 'everything');

/** One query, prepared for all signals. */
export interface Question {
  words: ParsedQuery;
  /** An unknown word was replaced by its nearest spelling. */
  respelt?: boolean;
  scope: Scope;
  /** Only passages of this book (scope "passages"). */
  bookId: number | undefined;
  filter: SearchFilter | undefined;
  /** How many scopes are asked with the same words. */
  scopes: number;
  /** The query as the model sees it, for the kinds that were embedded. */
  vectors: Partial<Record<EmbedKind, Float32Array>>;
  /** The same object for all scopes of a question. */
  readonly shared: SharedWork;
}

/** One way to find items. It describes itself and ranks; registered in all-signals.ts, it is part of everything. */
export type Signal = SignalDescription & {
  /** The query vector it needs; undefined if it needs none. */
  readonly vector: EmbedKind | undefined;
  readonly scopes: readonly Scope[];
  /** Best first, in the total order of `byRaw`, at most LIST_LIMIT items. */
  rank(question: Question, store: Store): Promise<RankedItem[]>;
};

/** Items a signal returns: beyond this rank 1/(60 + rank) can no longer lift anything to a first page. */
export const LIST_LIMIT = 200;

/** A question without vectors yet. */
export function questionOf(
  words: ParsedQuery,
  scope: Scope,
  bookId?: number,
  filter?: SearchFilter,
  scopes = 1,
): Question {
  return { words, scope, bookId, filter, scopes, vectors: {}, shared: noSharedWork() };
}

/** The same question about another scope; both have the same shared work. */
export function inScope(question: Question, scope: Scope): Question {
  return { ...question, scope };
}

/** Where the question's items may be found. */
export const withinOf = ({ bookId, filter }: Question): Within => ({ bookId, filter });
