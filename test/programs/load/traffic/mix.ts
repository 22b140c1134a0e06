/** What readers do, weighted: the requests of a scenario, the same in every run over the same library. */
import { seededRandom } from '@libtrails/indexer/grouping/random';
import { pick, pickWeighted, type Random } from '../library/choices.ts';
import type { LibraryWords } from '../library/library-words.ts';
import { queryStream } from '../library/query-stream.ts';

export const SCOPES = ['books', 'passages', 'topics', 'themes', 'domains'] as const;
export type Scope = (typeof SCOPES)[number];

export type GrpcCall =
  | { method: 'search'; request: { query: string; scope: string; limit: number } }
  | { method: 'related'; request: { bookId: number; limit: number } }
  | { method: 'getPassage'; request: { passageId: number; around: number } };

/** One request, by HTTP through Caddy or by gRPC to retrieval. */
export type LoadRequest = { kind: string } & ({ path: string } | { call: GrpcCall });

/** A stream of requests. */
export type NextRequest = () => LoadRequest;

interface Part {
  kind: string;
  /** Of a hundred requests. */
  weight: number;
  make: (random: Random) => LoadRequest;
}

/** How searches fall on the scopes. */
const SCOPE_WEIGHTS: readonly { scope: Scope; weight: number }[] = [
  { scope: 'books', weight: 50 },
  { scope: 'passages', weight: 26 },
  { scope: 'topics', weight: 8 },
  { scope: 'themes', weight: 8 },
  { scope: 'domains', weight: 8 },
];

/** Searches alone, each with a query of its own, over all scopes. */
export function searchStream(words: LibraryWords, seed = 1): NextRequest {
  const query = queryStream(words, seed);
  const random = seededRandom(seed + 1);
  return () => ({ kind: 'search', path: searchPath(query(), drawScope(random)) });
}

/** The same by gRPC. */
export function searchCalls(words: LibraryWords, seed = 1): () => GrpcCall {
  const query = queryStream(words, seed);
  const random = seededRandom(seed + 1);
  return () => searchCall(query(), drawScope(random));
}

function searchCall(query: string, scope: Scope): GrpcCall {
  return { method: 'search', request: { query, scope: scope.toUpperCase(), limit: 10 } };
}

/** What a household of readers and one program over gRPC ask for. */
export function mixedStream(words: LibraryWords, seed = 1): NextRequest {
  const query = queryStream(words, seed);
  const random = seededRandom(seed + 1);
  const parts: readonly Part[] = [
    {
      kind: 'search',
      weight: 30,
      make: () => ({ kind: 'search', path: searchPath(query(), drawScope(random)) }),
    },
    {
      kind: 'search (gRPC)',
      weight: 14,
      make: () => ({ kind: 'search (gRPC)', call: searchCall(query(), drawScope(random)) }),
    },
    path('related', 6, () => `/api/v1/books/${pick(random, words.bookIds)}/related`),
    {
      kind: 'related (gRPC)',
      weight: 4,
      make: () => ({
        kind: 'related (gRPC)',
        call: { method: 'related', request: { bookId: pick(random, words.bookIds), limit: 12 } },
      }),
    },
    path('passage', 6, () => `/api/v1/passages/${pick(random, words.passageIds)}?around=2`),
    {
      kind: 'passage (gRPC)',
      weight: 4,
      make: () => ({
        kind: 'passage (gRPC)',
        call: { method: 'getPassage', request: { passageId: pick(random, words.passageIds), around: 1 } },
      }),
    },
    path('search page', 6, () => `/search?q=${encodeURIComponent(query())}`),
    path('book page', 6, () => `/books/${pick(random, words.bookIds)}`),
    path('passage page', 3, () => `/passages/${pick(random, words.passageIds)}`),
    path('other pages', 3, () =>
      pick(random, ['/', '/books', '/themes', ...words.themeIds.map((id) => `/themes/${id}`)]),
    ),
    ...(words.covers.length > 0 ? [path('cover', 18, () => `/api/v1${pick(random, words.covers)}`)] : []),
  ];
  return () => pickWeighted(random, parts).make(random);
}

/** Path and query of a search below the origin. */
export function searchPath(query: string, scope: Scope): string {
  return `/api/v1/search?${new URLSearchParams({ q: query, scope })}`;
}

function path(kind: string, weight: number, make: () => string): Part {
  return { kind, weight, make: () => ({ kind, path: make() }) };
}

function drawScope(random: Random): Scope {
  return pickWeighted(random, SCOPE_WEIGHTS).scope;
}
