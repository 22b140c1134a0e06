/** The filters of searches and lists: the same names and forms wherever they may stand. */
import { FILTER_NAMES, FILTER_PARAMETERS, type FilterName } from '@libtrails/proto/values';
import { z } from 'zod';
import type { SearchFilters } from '../store/book-filter.ts';
import { rowId, text, yesOrNo } from './parse.ts';

const MAX_VALUES = 50;
const MAX_VALUE_LENGTH = 300;
const tooMany = { error: `must be at most ${MAX_VALUES} values` };

/** One text or several: `author=A&author=B`. Commas are part of names, so they divide nothing. */
const texts = z
  .union([text(MAX_VALUE_LENGTH).transform((value) => [value]), z.array(text(MAX_VALUE_LENGTH))])
  .transform((values) => values.filter((value) => value.trim() !== ''))
  .pipe(z.array(z.string()).max(MAX_VALUES, tooMany))
  .default([]);

/** Ids as `domain=1,2`, or repeated. */
const ids = z
  .union([text(1_000).transform((list) => list.split(',')), z.array(z.any())])
  .transform((values) => values.filter((value) => value !== ''))
  .pipe(z.array(rowId).max(MAX_VALUES, tooMany))
  .default([])
  .meta({ commaSeparated: { type: 'integer', minimum: 1 } });

const error = 'must be a year, such as 1851';
const year = z.coerce.number({ error }).int({ error }).min(-10_000, { error }).max(9_999, { error });
/** 0 and nothing ask for nothing. */
const optionalYear = z
  .union([z.literal('').transform(() => undefined), year.transform((value) => value || undefined)], { error })
  .optional();

const ADDED = 'must be day, week, month, year, or seconds since 1970';
const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;
const addedAfter = z
  .union(
    [
      z.literal('').transform(() => undefined),
      z
        .enum(['day', 'week', 'month', 'year'])
        .transform((span) => Math.floor(Date.now() / 1_000) - DAYS[span] * 86_400),
      z.coerce
        .number()
        .int()
        .min(0)
        .transform((value) => value || undefined),
    ],
    { error: ADDED },
  )
  .optional();

type Parameter<N extends FilterName> = (typeof FILTER_PARAMETERS)[N];

/** The values of the filters by their names in a query string. */
type FilterValues = { [N in FilterName as Parameter<N>]?: SearchFilters[N] };

/** Names as the contract gives them for a query string. */
export const filterFields = {
  author: texts.describe('Any of these authors; repeat it for several. Case and accents are ignored'),
  series: texts.describe('Any of these series; repeat it for several'),
  tag: texts.describe('Any of these subjects; repeat it for several'),
  lang: texts.describe('Any of these languages, such as en, which includes en-GB; repeat it for several'),
  domain: ids.describe('Ids: books with at least a tenth of their topics in one of the domains'),
  theme: ids.describe('Ids: books and passages about one of the themes'),
  book: ids.describe('Ids: only these books'),
  from: optionalYear.describe('First year'),
  to: optionalYear.describe('Last year'),
  undated: yesOrNo
    .transform((value) => value || undefined)
    .describe('Books whose year is not known; with from or to, those as well as the books of the span'),
  added: addedAfter.describe(
    'Added within the last day, week, month or year, or since this time in seconds since 1970',
  ),
} satisfies Record<Parameter<FilterName>, z.ZodType>;

/** The same fields with the filters gathered in one, under the contract's names. */
export function withFilters<T extends FilterValues>(
  fields: T,
): Omit<T, keyof FilterValues> & { filters: SearchFilters } {
  const names: readonly string[] = Object.values(FILTER_PARAMETERS);
  const rest = Object.entries(fields).filter(([name]) => !names.includes(name));
  const filters = FILTER_NAMES.map((name) => [name, fields[FILTER_PARAMETERS[name]]]);
  return {
    ...(Object.fromEntries(rest) as Omit<T, keyof FilterValues>),
    filters: Object.fromEntries(filters) as SearchFilters,
  };
}
