/** What may be asked, the same through gRPC and HTTP: bounds, defaults, and words for what is wrong. */
import { z } from 'zod';
import { FUSIONS } from '../fusion/fusion.ts';
import { SIGNAL_NAMES, type SignalName } from '../fusion/ranked-list.ts';
import { MODES, ORDERS, SEARCH_SCOPES } from '../search/search-input.ts';
import { filterFields, withFilters } from './filters.ts';
import { oneOf, rowId, text, whole, yesOrNo } from './parse.ts';

/** UTF-16 units of a query: a page of text; the model reads its first 512 tokens. */
export const MAX_QUERY_LENGTH = 2_000;
/** UTF-16 units of what is typed into a box that completes or filters. */
const MAX_SUGGEST_LENGTH = 200;
const MAX_OFFSET = 10_000;

const signalNames = z
  .union([text(500).transform((names) => names.split(',')), z.array(z.string())])
  .transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''))
  .pipe(z.array(z.enum(SIGNAL_NAMES, { error: `must be of ${SIGNAL_NAMES.join(', ')}` })))
  .transform((names): SignalName[] | undefined => (names.length === 0 ? undefined : names))
  .default(undefined as never);

export const searchRequest = z
  .object({
    q: text(MAX_QUERY_LENGTH).refine((q) => q.trim() !== '', { error: 'must not be empty' }),
    scope: oneOf(SEARCH_SCOPES, 'books'),
    mode: oneOf(MODES, 'hybrid'),
    limit: whole(1, 100, 10),
    offset: whole(0, MAX_OFFSET, 0),
    explain: yesOrNo,
    signals: signalNames,
    bookId: rowId.optional(),
    facets: yesOrNo,
    counts: yesOrNo,
    order: oneOf(ORDERS, 'relevance'),
    fusion: oneOf(FUSIONS, 'scores'),
    also: whole(0, 5, 0),
    ...filterFields,
  })
  .refine(({ bookId, scope }) => bookId === undefined || scope === 'passages', {
    error: 'goes with scope "passages" only',
    path: ['bookId'],
  })
  .refine(({ order, bookId }) => order === 'relevance' || bookId !== undefined, {
    error: '"place" orders the passages of one book: it goes with bookId only',
    path: ['order'],
  })
  .transform(withFilters);

export const suggestRequest = z.object({
  q: text(MAX_SUGGEST_LENGTH).refine((q) => q.trim() !== '', { error: 'must not be empty' }),
  limit: whole(1, 20, 8),
});

export const coverRequest = z.object({ id: rowId, width: whole(0, 4_096, 0) });

export const relatedPassagesRequest = z.object({ id: rowId, limit: whole(1, 50, 8) });

export const placeRequest = z.object({
  id: rowId,
  section: whole(0, 1_000_000, 0),
  start: whole(0, 100_000_000, 0),
  end: whole(0, 100_000_000, 0),
  quote: text(64).default(''),
});

export const relatedRequest = z.object({ id: rowId, limit: whole(1, 50, 12) });

export const idRequest = z.object({ id: rowId });

export const backupRequest = z.object({ keep: whole(0, 1_000_000, 0), thorough: yesOrNo });

export const listBooksRequest = z
  .object({
    cursor: text(500).default(''),
    limit: whole(1, 200, 60),
    sort: oneOf(['title', 'author', 'added', 'year'], 'title'),
    page: whole(0, 100_000, 0),
    q: text(MAX_SUGGEST_LENGTH).default(''),
    facets: yesOrNo,
    ...filterFields,
  })
  .transform(withFilters);

export const sectionRequest = z.object({ id: rowId, index: whole(0, 1_000_000, 0) });

export const passageRequest = z.object({
  id: rowId,
  around: whole(0, 20, 0),
  q: text(MAX_QUERY_LENGTH).default(''),
});

export const topicRequest = z.object({ id: rowId, limit: whole(1, 100, 20) });

export const listThemesRequest = z.object({
  cursor: text(500).default(''),
  limit: whole(1, 200, 48),
  domainId: rowId.optional(),
  q: text(MAX_QUERY_LENGTH).default(''),
  sort: oneOf(['books', 'label', 'concentration'], 'books'),
  page: whole(0, 100_000, 0),
});

const MAX_DROPPED = 200;
const PIN = 'must be step:passage pairs, such as 3:1174';

/** Ids from text ("4,17") or a list. */
const ids = z
  .union([
    text(2_000).transform((list) => list.split(',').filter((id) => id.trim() !== '')),
    z.array(z.any()),
  ])
  .pipe(z.array(rowId).max(MAX_DROPPED, { error: `must be at most ${MAX_DROPPED} ids` }))
  .default([]);

const pin = z.object({ step: whole(1, 12, 1), passageId: rowId });
const pins = z
  .union(
    [
      text(500)
        .regex(/^(\d+:\d+(,\d+:\d+)*)?$/, { error: PIN })
        .transform((list) =>
          list
            .split(',')
            .filter((pair) => pair !== '')
            .map((pair) => ({ step: pair.split(':')[0], passageId: pair.split(':')[1] })),
        ),
      z.array(z.any()),
    ],
    { error: PIN },
  )
  .pipe(z.array(pin))
  .default([]);

export const trailRequest = z.object({
  from: text(MAX_QUERY_LENGTH).refine((from) => from.trim() !== '', { error: 'must not be empty' }),
  to: text(MAX_QUERY_LENGTH).default(''),
  steps: whole(5, 12, 7),
  seed: whole(0, 1_000_000, 0),
  drop: ids,
  pin: pins,
  format: oneOf(['json', 'markdown', 'html'], 'json'),
});
