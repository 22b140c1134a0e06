/** What narrows a search beyond its words: AND across the fields, OR within one. Pure. */

import { ADDED_SPANS, type AddedSpan } from '../contract.ts';

/** Fields whose values are words, by their name in the page's address. */
export const FACETS = ['author', 'series', 'tag', 'lang', 'domain', 'theme'] as const;
export type Facet = (typeof FACETS)[number];

/** "Added within". */
export const ADDED = ADDED_SPANS;
export type Added = AddedSpan;

export interface Filters extends Readonly<Record<Facet, readonly string[]>> {
  /** First and last year; 0 means open. */
  from: number;
  to: number;
  /** Books whose year is not known; with a span of years, those as well. */
  undated: boolean;
  added: Added | '';
}

export const NO_FILTERS: Filters = {
  author: [],
  series: [],
  tag: [],
  lang: [],
  domain: [],
  theme: [],
  from: 0,
  to: 0,
  undated: false,
  added: '',
};

/** Values kept of one field, and the longest of them: an address is no place for a novel. */
const MAX_VALUES = 20;
const MAX_VALUE_LENGTH = 200;

/** Reads the filters of an address; what is unknown is no filter. */
export function parseFilters(params: URLSearchParams): Filters {
  const values = (facet: Facet) =>
    [...new Set(params.getAll(facet))]
      .filter((value) => value !== '' && value.length <= MAX_VALUE_LENGTH)
      .slice(0, MAX_VALUES);
  return {
    author: values('author'),
    series: values('series'),
    tag: values('tag'),
    lang: values('lang'),
    domain: values('domain').filter((id) => /^\d{1,10}$/.test(id)),
    theme: values('theme').filter((id) => /^\d{1,10}$/.test(id)),
    from: year(params.get('from')),
    to: year(params.get('to')),
    undated: params.get('undated') === 'true',
    added: ADDED.find((span) => span === params.get('added')) ?? '',
  };
}

/** Adds the filters to an address's parameters; what is open is left out. */
export function writeFilters(filters: Filters, params: URLSearchParams): void {
  for (const facet of FACETS) for (const value of filters[facet]) params.append(facet, value);
  if (filters.from !== 0) params.set('from', String(filters.from));
  if (filters.to !== 0) params.set('to', String(filters.to));
  if (filters.undated) params.set('undated', 'true');
  if (filters.added !== '') params.set('added', filters.added);
}

/** How many values narrow the search; years count once. */
export function filterCount(filters: Filters): number {
  const words = FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);
  return words + (hasYears(filters) ? 1 : 0) + (filters.added === '' ? 0 : 1);
}

/** A span of years, or books without one, is asked for. */
export const hasYears = ({ from, to, undated }: Filters) => from !== 0 || to !== 0 || undated;

/** The filters with one value of a field put in, or taken out if it was there. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const now = filters[facet];
  return {
    ...filters,
    [facet]: now.includes(value) ? now.filter((v) => v !== value) : [...now, value],
  };
}

function year(text: string | null): number {
  const value = /^-?\d{1,4}$/.test(text ?? '') ? Number(text) : 0;
  return Number.isFinite(value) ? value : 0;
}
