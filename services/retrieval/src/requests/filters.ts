/** The filters of searches and lists: the same names and forms wherever they may stand. */
import { z } from 'zod';
import type { SearchFilters } from '../store/book-filter.ts';
import { rowId, text } from './parse.ts';

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
  .default([]);

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

/** Names as they stand in addresses. */
export const filterFields = {
  author: texts,
  series: texts,
  tag: texts,
  lang: texts,
  domain: ids,
  theme: ids,
  book: ids,
  from: optionalYear,
  to: optionalYear,
  added: addedAfter,
};

interface FilterValues {
  author: string[];
  series: string[];
  tag: string[];
  lang: string[];
  domain: number[];
  theme: number[];
  book: number[];
  from?: number | undefined;
  to?: number | undefined;
  added?: number | undefined;
}

/** The same fields with the filters gathered in one. */
export function withFilters<T extends FilterValues>(
  fields: T,
): Omit<T, keyof FilterValues> & { filters: SearchFilters } {
  const { author, series, tag, lang, domain, theme, book, from, to, added, ...rest } = fields;
  return {
    ...rest,
    filters: {
      authors: author,
      series,
      subjects: tag,
      languages: lang,
      domains: domain,
      themes: theme,
      books: book,
      yearFrom: from,
      yearTo: to,
      addedAfter: added,
    },
  };
}
