/** What may be asked, the same through gRPC and HTTP: bounds, defaults, and words for what is wrong. */
import { BOOK_SORTS, FUSIONS, MODES, RESULT_ORDERS, SCOPES, THEME_SORTS } from '@libtrails/proto/values';
import { z } from 'zod';
import { SIGNAL_NAMES } from '../signals/all-signals.ts';
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
  .transform((names): string[] | undefined => (names.length === 0 ? undefined : names))
  .prefault('')
  .meta({ commaSeparated: { type: 'string', enum: [...SIGNAL_NAMES] } });

const QUERY =
  'Words in any order. "Quoted words" must stand in the text as they are; author:name, title:"words of it", in:book ' +
  '(title or id) and lang:en narrow to books; -word and -"quoted words" leave out passages';
const FACETS = 'Count what each filter value would leave';

const filled = (max: number) =>
  text(max)
    .refine((value) => value.trim() !== '', { error: 'must not be empty' })
    .meta({ minLength: 1 });
const id = rowId.describe('Row id');
const cursor = text(500).default('').describe('nextCursor of the page before');
const page = whole(0, 100_000, 0).describe('Page by number, from 1, instead of a cursor');

export const searchRequest = z
  .object({
    q: filled(MAX_QUERY_LENGTH).describe(QUERY),
    scope: oneOf(SCOPES, 'books').describe('What to search for'),
    mode: oneOf(MODES, 'hybrid').describe(
      'keyword: keyword signals only; semantic: semantic signals only; hybrid: both',
    ),
    limit: whole(1, 100, 10).describe('Results per page'),
    offset: whole(0, MAX_OFFSET, 0).describe('Results before the page'),
    explain: yesOrNo.describe("Fill each result's signals"),
    signals: signalNames.describe('Only these signals, separated by commas'),
    bookId: rowId.optional().describe('Only passages of this book (scope passages)'),
    facets: yesOrNo.describe(FACETS),
    counts: yesOrNo.describe('Count the results of every scope'),
    order: oneOf(RESULT_ORDERS, 'relevance').describe('place: the page in reading order (with bookId)'),
    fusion: oneOf(FUSIONS, 'scores').describe(
      'scores: weighted sum of standardised scores; rrf: Reciprocal Rank Fusion, k = 60',
    ),
    also: whole(0, 5, 0).describe('Other passages of each book'),
    asTyped: yesOrNo.describe(
      'Search words that the library does not hold as they are, not in their nearest spelling',
    ),
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
  q: filled(MAX_SUGGEST_LENGTH).describe('Text in the box'),
  limit: whole(1, 20, 8).describe('Number of completions'),
});

export const coverRequest = z.object({
  id,
  v: z
    .string()
    .catch('')
    .describe("The book's cover hash: the answer may then be cached for ever")
    .optional(),
  width: whole(0, 4_096, 0).describe(
    '160, 320 or 640: the next wider stored one is sent; 0 means the widest',
  ),
});

export const relatedPassagesRequest = z.object({
  id,
  limit: whole(1, 50, 8).describe('Number of passages'),
});

export const placeRequest = z.object({
  id,
  section: whole(0, 1_000_000, 0).describe('Section, in reading order'),
  start: whole(0, 100_000_000, 0).describe('UTF-16 offset in the section'),
  end: whole(0, 100_000_000, 0).describe('End of the range'),
  quote: text(64).default('').describe('Passage.opening as it was, or the first words of a quotation'),
});

export const relatedRequest = z.object({
  id,
  limit: whole(1, 50, 12).describe('Number of books'),
});

export const idRequest = z.object({ id });

export const backupRequest = z.object({
  keep: whole(0, 1_000_000, 0).describe(
    'Number of newest backups to keep, this one included; older ones are removed. 0 keeps all',
  ),
  thorough: yesOrNo.describe('Compare texts with their indexes as well'),
});

export const listBooksRequest = z
  .object({
    cursor,
    limit: whole(1, 200, 60).describe('Books per page'),
    sort: oneOf(BOOK_SORTS, 'title').describe('Order'),
    page,
    q: text(MAX_SUGGEST_LENGTH)
      .default('')
      .describe('Words that title, authors, series or subjects contain; the last may be a beginning'),
    facets: yesOrNo.describe(FACETS),
    ...filterFields,
  })
  .transform(withFilters);

export const sectionRequest = z.object({
  id,
  index: whole(0, 1_000_000, 0).describe('Place in reading order, 0-based'),
});

export const passageRequest = z.object({
  id,
  around: whole(0, 20, 0).describe('Passages before and after'),
  q: text(MAX_QUERY_LENGTH).default('').describe('Words to highlight'),
});

export const topicRequest = z.object({
  id,
  limit: whole(1, 100, 20).describe('Number of passages'),
});

export const listThemesRequest = z.object({
  cursor,
  limit: whole(1, 200, 48).describe('Themes per page'),
  domainId: rowId.optional().describe('Only themes of this domain'),
  q: text(MAX_QUERY_LENGTH).default('').describe('Only themes whose label or topics contain these words'),
  sort: oneOf(THEME_SORTS, 'books').describe('Order'),
  page,
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
  .default([])
  .meta({ commaSeparated: { type: 'integer', minimum: 1 } });

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
  .default([])
  .meta({ commaSeparated: { type: 'string', pattern: '^\\d+:\\d+$' } });

export const trailRequest = z.object({
  from: filled(MAX_QUERY_LENGTH).describe('Words, "passage:ID" or "topic:ID"'),
  to: text(MAX_QUERY_LENGTH).default('').describe('The same; without it the trail stays with `from`'),
  steps: whole(5, 12, 7).describe(
    'Passages wanted; fewer are found where the library has fewer books about it',
  ),
  seed: whole(0, 1_000_000, 0).describe('0 is the best trail; any other number another one, always the same'),
  drop: ids.describe('Ids of passages to leave out'),
  pin: pins.describe('Passages for given steps: step:passage pairs separated by commas, such as 3:1174'),
  format: oneOf(['json', 'markdown', 'html'], 'json').describe('html is a whole page of XHTML'),
  origin: text(300)
    .regex(/^(https?:\/\/[\w.:[\]-]+)?$/, { error: 'must be an origin, such as https://books.example.org' })
    .default('')
    .describe(
      'Origin of the pages, such as https://books.example.org: markdown and html link each passage there',
    ),
});

export const signInRequest = z.object({
  secret: text(500)
    .refine((secret) => secret !== '', { error: 'must not be empty' })
    .describe('The token or the password'),
  next: text(2_000).default('/').describe('Where a form leads once it is accepted: a path of this site'),
});

export const problemRequest = z.object({ code: text(50).describe('Code of a problem') });
