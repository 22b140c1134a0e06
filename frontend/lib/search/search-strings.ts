/** What the search page and every result say; see strings.ts. */
import { formatNames } from '../../../services/common/src/book-formats.ts';
import type { FilterName } from '../contract.ts';
import { count, ordinal, plural } from '../format.ts';

export const search = {
  heading: 'Find the passage you half remember.',
  intro: (books: number, passages: number) =>
    `Search your ${plural(books, 'book')} and ${plural(passages, 'passage')} by meaning and by word.`,
  title: (query: string) => `${query} · Search`,
  results: (query: string) => `Results for “${query}”`,
  scopes: 'Kind of answer',
  scope: {
    everything: 'Everything',
    books: 'Books',
    passages: 'Passages',
    topics: 'Topics',
    themes: 'Themes',
    domains: 'Domains',
  },
  found: {
    everything: (n: number) => plural(n, 'book'),
    books: (n: number) => plural(n, 'book'),
    passages: (n: number) => plural(n, 'passage'),
    topics: (n: number) => plural(n, 'topic'),
    themes: (n: number) => plural(n, 'theme'),
    domains: (n: number) => plural(n, 'domain'),
  },
  /** Counting stopped there. */
  atLeast: (total: string) => total.replace(/^[\d,]+/, '$&+'),
  makeTrail: 'Create a trail',
  searching: 'Searching …',
  count: (n: number, exact: boolean) => `${count(n)}${exact ? '' : '+'}`,
  nothingClose: 'No close matches',
  weakLine: 'Weak matches',
  showWeak: (n: number) => `Show ${count(n)}`,
  foundInside: 'Passages in other books',
  inBooks: (n: number) => plural(n, 'book'),
  seeAll: (n: number, exact: boolean) => `See all ${count(n)}${exact ? '' : '+'}`,
  seeMore: 'See more',
  didYouMean: 'Did you mean',
  showingFor: 'Showing results for',
  searchInstead: (query: string) => `Search instead for “${query}”`,
  without: (filter: FilterName, total: number, exact: boolean) =>
    `Without ${filterNames[filter]}: ${count(total)}${exact ? '' : '+'}`,
  clearFilters: 'Clear all filters',
  mode: { keyword: 'By word only', semantic: 'By meaning only' },
  onlyIn: (title: string) => `Only in ${title}`,
  everywhere: 'Search the whole library',
  thisBook: 'this book',
  hybridAgain: 'Search by word and by meaning',
  examples: 'Try an idea from these books',
  shelf: 'Books',
  allBooks: 'All books',
  allDomains: 'All domains',
  subjects: 'What the library is about',
  emptyBox: 'Type an idea, a question or a quotation.',
} as const;

export const details = {
  title: 'Details',
  /** A cached answer takes no signal any time. */
  took: (ms: string, signals: number) =>
    signals === 0 ? 'Answered from the cache.' : `Answered in ${ms} by ${plural(signals, 'signal')}.`,
  about: 'How the search works',
} as const;

export const relevance = {
  title: 'How well it matches your search',
  strong: 'strong',
  fair: 'fair',
  weak: 'weak',
} as const;

const facetNames = {
  author: 'Author',
  series: 'Series',
  tag: 'Subject',
  lang: 'Language',
  domain: 'Domain',
  theme: 'Theme',
  decade: 'Year',
  added: 'Added',
} as const;

/** The contract's fields of a filter, as a reader calls them. */
const filterNames: Readonly<Record<FilterName, string>> = {
  authors: 'author',
  series: 'series',
  subjects: 'subject',
  languages: 'language',
  domains: 'domain',
  themes: 'theme',
  yearFrom: 'first year',
  yearTo: 'last year',
  undated: 'books without a year',
  addedAfter: 'date added',
  books: 'this book',
};

const span = (from: number, to: number) =>
  from === 0 ? `until ${to}` : to === 0 ? `from ${from}` : from === to ? `${from}` : `${from}–${to}`;

export const filters = {
  title: 'Filters',
  all: (n: number) => (n === 0 ? 'Filters' : `Filters (${count(n)})`),
  show: (n: number, exact: boolean) => `Show ${count(n)}${exact ? '' : '+'}`,
  narrow: (what: string) => `Find in ${what.toLowerCase()}`,
  none: 'No values found.',
  remove: (label: string) => `Remove ${label}`,
  facet: facetNames,
  active: (facet: 'author' | 'series' | 'tag' | 'lang' | 'domain' | 'theme', label: string) =>
    `${facetNames[facet]}: ${label}`,
  years: (from: number, to: number, undated: boolean) =>
    [from === 0 && to === 0 ? '' : span(from, to), undated ? 'no year' : ''].filter(Boolean).join(' or '),
  decade: (from: number) => `${from}s`,
  noYear: 'No year',
  addedWithin: {
    day: 'Added today',
    week: 'Added this week',
    month: 'Added this month',
    year: 'Added this year',
  },
} as const;

export const result = {
  also: (n: number) => `${plural(n, 'more passage')} in this book`,
  wholePassage: 'The whole passage',
  allInBook: (n: number) => `All ${count(n)} in this book`,
  // Headings of old books end with a full stop.
  /** `page` is "p. 12"; empty if it is not known. */
  place: (section: string, position: string, page = '') =>
    [section.replace(/[.,]$/, ''), page, `${position} into the book`]
      .filter((part) => part !== '')
      .join(', '),
  section: (index: number) => `Section ${index + 1}`,
  read: 'Read in context',
  more: 'More',
  moreOf: (title: string) => `More actions for this passage from ${title}`,
  similar: 'Find similar passages',
  trail: 'Start a trail here',
  unknownAuthor: 'Author unknown',
} as const;

export const spark = {
  label: (found: number, all: number, best: string | undefined, rank: number) =>
    best === undefined
      ? `Found by none of ${all} signals`
      : `Found by ${found} of ${all} signals; best: ${best}, ${ordinal(rank)}`,
} as const;

export const why = {
  button: 'Why this result',
  buttonBook: 'Why this book',
  heading: (what: string) => `Why “${what}” was found`,
  close: 'Close',
  sentence: (parts: readonly string[]) => {
    if (parts.length === 0) return 'No signal explains this result.';
    const text = parts.join(', and ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  signal: 'Signal',
  rank: 'Rank',
  raw: 'Score',
  share: 'Share',
  without: (signal: string, rank: number) =>
    rank === 0
      ? `Without ${signal} it would not be found.`
      : `Without ${signal} it would be ${ordinal(rank)}.`,
  note: 'Each signal scores separately. The rank of a result comes from the sum of these scores, each scaled to the spread of its signal.',
  notFound: (names: string) => `Not found by: ${names}.`,
  silent: (names: string) => `Not available: ${names}.`,
} as const;

const fitsNoField = (value: string) => `No book matches “${value}”.`;
const fitsNone: Readonly<Record<string, (value: string) => string>> = {
  author: (value) => `No book by an author called “${value}”.`,
  title: (value) => `No book has “${value}” in its title.`,
  in: (value) => `No book has the title or number “${value}”.`,
  lang: (value) => `No book is in the language “${value}”.`,
};

export const states = {
  firstRun: 'There are no books here yet',
  firstRunText: 'Three ways to add books:',
  firstRunWays: [
    ['Your own folder', 'npm start -- --library ~/Books'],
    ['One indexing run', 'npm run index -- ~/Books'],
    ['With Docker', `put ${formatNames()} files into ./books, then docker compose up`],
  ] as const,
  indexing: (done: number, total: number) =>
    `Indexing: ${count(done)} of ${plural(total, 'book')} searchable so far.`,
  nothing: 'No passages found',
  nothingText: 'Nothing in your library is close to this. Try other words or a shorter question.',
  nothingFiltered: 'No passages found with these filters',
  /** A typed field that no book fits. */
  fitsNone: (field: string, value: string) => (fitsNone[field] ?? fitsNoField)(value),
  fitTogether: 'Some books match each of these, but no book matches all of them.',
  closest: 'Closest matches, probably not what you mean',
  degraded: 'Search by meaning is off. These are keyword results.',
  degradedPartly: 'Some signals are not available.',
  toStatus: 'Show status',
} as const;
