/** Filters over books, as every list and search understands them. Pure, but for what themes a book speaks of. */

/** What may be asked of a book: any value within a field, all fields. Empty lists and undefined ask nothing. */
export interface SearchFilters {
  authors: readonly string[];
  series: readonly string[];
  subjects: readonly string[];
  /** Primary tags: "en" holds "en-GB" too. */
  languages: readonly string[];
  domains: readonly number[];
  themes: readonly number[];
  yearFrom: number | undefined;
  yearTo: number | undefined;
  /** Books without a year; with a span of years, those as well as the books of the span. */
  undated: true | undefined;
  /** Seconds since 1970. */
  addedAfter: number | undefined;
  books: readonly number[];
}

export type FilterName = keyof SearchFilters;

/** A book as filters and facets see it. */
export interface CatalogueBook {
  id: number;
  title: string;
  subtitle: string;
  sortTitle: string;
  sortAuthor: string;
  authors: readonly string[];
  /** Primary tag. */
  language: string;
  year: number;
  subjects: readonly string[];
  series: string;
  seriesIndex: number;
  /** Seconds since 1970. */
  addedAt: number;
  /** Domains with at least DOMAIN_SHARE of its topic occurrences. */
  domains: ReadonlySet<number>;
}

/** A book is of a domain if so much of what it speaks of belongs there. */
export const DOMAIN_SHARE = 0.1;

export const NO_FILTERS: SearchFilters = {
  authors: [],
  series: [],
  subjects: [],
  languages: [],
  domains: [],
  themes: [],
  yearFrom: undefined,
  yearTo: undefined,
  undated: undefined,
  addedAfter: undefined,
  books: [],
};

/** Lower case without diacritics, so that "gracian" finds "Gracián". */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Names of the fields that ask something. */
export function activeFilters(filters: SearchFilters): FilterName[] {
  return (Object.keys(NO_FILTERS) as FilterName[]).filter((name) => {
    const value = filters[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
}

/** The same filters with one of them taken away. */
export function withoutFilter(filters: SearchFilters, name: FilterName): SearchFilters {
  return { ...filters, [name]: NO_FILTERS[name] };
}

/**
 * A test of one book. `booksOfThemes` are the books that speak of one of `filters.themes`; it is not asked
 * where there are none.
 */
export function bookTest(
  filters: SearchFilters,
  booksOfThemes: () => ReadonlySet<number>,
): (book: CatalogueBook) => boolean {
  const tests: ((book: CatalogueBook) => boolean)[] = [];
  const texts = (wanted: readonly string[], of: (book: CatalogueBook) => readonly string[]) => {
    if (wanted.length === 0) return;
    const set = new Set(wanted.map(folded));
    tests.push((book) => of(book).some((value) => set.has(folded(value))));
  };
  texts(filters.authors, (book) => book.authors);
  texts(filters.series, (book) => [book.series]);
  texts(filters.subjects, (book) => book.subjects);
  texts(filters.languages.map(primaryTag), (book) => [book.language]);
  const { domains, themes, yearFrom, yearTo, undated, addedAfter, books } = filters;
  if (domains.length > 0) tests.push((book) => domains.some((domain) => book.domains.has(domain)));
  if (themes.length > 0) {
    const allowed = booksOfThemes();
    tests.push(({ id }) => allowed.has(id));
  }
  const hasSpan = yearFrom !== undefined || yearTo !== undefined;
  if (hasSpan || undated) {
    // A book without a year is in no span of years.
    tests.push(({ year }) =>
      year === 0 ? undated === true : hasSpan && year >= (yearFrom ?? year) && year <= (yearTo ?? year),
    );
  }
  if (addedAfter !== undefined) tests.push((book) => book.addedAt >= addedAfter);
  if (books.length > 0) {
    const set = new Set(books);
    tests.push(({ id }) => set.has(id));
  }
  return (book) => tests.every((test) => test(book));
}

/** "en" of "en-GB"; "und" of nothing. */
export function primaryTag(language: string): string {
  return folded(language).split('-')[0] || 'und';
}
