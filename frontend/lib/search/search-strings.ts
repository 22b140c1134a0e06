/** What the search page and every result say; see strings.ts. */
import { formatNames } from '../../../services/common/src/book-formats.ts';
import { count, ordinal, plural } from '../format.ts';

export const search = {
  heading: 'Find the passage you half remember.',
  intro: (books: number, passages: number) =>
    `${plural(books, 'book')} and ${plural(passages, 'passage')} of yours, searched by meaning and by word.`,
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
  /** An answer that the service remembers took no signal any time. */
  took: (ms: string, signals: number) =>
    `${ms} · ${signals === 0 ? 'remembered' : plural(signals, 'signal')}`,
  makeTrail: 'Make a trail of this',
  searching: 'Searching …',
  count: (n: number, exact: boolean) => `${count(n)}${exact ? '' : '+'}`,
  nothingClose: 'Nothing close',
  weakLine: 'Below this line the match is weak.',
  showWeak: (n: number) => `Show ${count(n)}`,
  foundInside: 'Found inside other books',
  inBooks: (n: number) => plural(n, 'book'),
  seeAll: (n: number, exact: boolean) => `See all ${count(n)}${exact ? '' : '+'}`,
  seeMore: 'See more',
  didYouMean: 'Did you mean',
  without: (filter: string, total: number, exact: boolean) =>
    `Without ${filterNames[filter] ?? filter}: ${count(total)}${exact ? '' : '+'}`,
  clearFilters: 'Clear all filters',
  mode: { keyword: 'Only by word', semantic: 'Only by meaning' },
  onlyIn: (title: string) => `Only in ${title}`,
  everywhere: 'Search the whole library',
  thisBook: 'this book',
  hybridAgain: 'Search by word and by meaning',
  examples: 'Try an idea from these books',
  shelf: 'On the shelf',
  allBooks: 'All books',
  allDomains: 'All domains',
  subjects: 'What the library is about',
  emptyBox: 'Type an idea, a question or a line you half remember.',
} as const;

export const relevance = {
  title: 'How close it is to your search',
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
const filterNames: Readonly<Record<string, string>> = {
  authors: 'author',
  series: 'series',
  subjects: 'subject',
  languages: 'language',
  domains: 'domain',
  themes: 'theme',
  yearFrom: 'first year',
  yearTo: 'last year',
  addedAfter: 'date added',
  books: 'this book',
};

export const filters = {
  title: 'Filters',
  all: (n: number) => (n === 0 ? 'Filters' : `Filters (${count(n)})`),
  show: (n: number, exact: boolean) => `Show ${count(n)}${exact ? '' : '+'}`,
  narrow: (what: string) => `Find in ${what.toLowerCase()}`,
  none: 'Nothing to choose here.',
  remove: (label: string) => `Remove ${label}`,
  facet: facetNames,
  active: (facet: 'author' | 'series' | 'tag' | 'lang' | 'domain' | 'theme', label: string) =>
    `${facetNames[facet]}: ${label}`,
  years: (from: number, to: number) =>
    from === 0 ? `until ${to}` : to === 0 ? `from ${from}` : from === to ? `${from}` : `${from}–${to}`,
  addedWithin: {
    day: 'Added today',
    week: 'Added this week',
    month: 'Added this month',
    year: 'Added this year',
  },
} as const;

export const result = {
  also: (n: number) => `${plural(n, 'more passage')} in this book`,
  allInBook: (n: number) => `All ${count(n)} in this book`,
  // Headings of old books end with a full stop.
  place: (section: string, position: string) =>
    section === '' ? position : `${section.replace(/[.,]$/, '')}, ${position}`,
  section: (index: number) => `Section ${index + 1}`,
  read: 'Read in context',
  more: 'More',
  moreOf: (title: string) => `More to do with this passage of ${title}`,
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
  heading: (what: string) => `Why “${what}” is here`,
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
  note: 'Each signal scores on its own; a result’s place is the sum of these scores, each measured in its signal’s own spread.',
  notFound: (names: string) => `Not found by: ${names}.`,
  silent: (names: string) => `Could not answer: ${names}.`,
} as const;

export const signals = {
  fts_books: {
    name: 'title and description',
    because: () => 'your words stand in its title or description',
  },
  fts_topics: { name: 'topic words', because: (m: string) => `your words name the topic “${m}”` },
  fts_chunks: { name: 'words in the text', because: () => 'your words stand in the text' },
  vec_topics: { name: 'topics', because: (m: string) => `the topic “${m}” is close to your question` },
  vec_phrases: {
    name: 'book phrases',
    because: (m: string) => `its phrase “${m}” is close to your question`,
  },
  vec_books: { name: 'whole book', because: () => 'the book as a whole is close to your question' },
  vec_chunks: { name: 'passages', because: () => 'a passage is close to your question in meaning' },
} satisfies Record<string, { name: string; because: (matched: string) => string }>;

const fitsNoField = (value: string) => `No book here fits “${value}”.`;
const fitsNone: Readonly<Record<string, (value: string) => string>> = {
  author: (value) => `No book here is by an author called “${value}”.`,
  title: (value) => `No book here has “${value}” in its title.`,
  in: (value) => `No book here is called “${value}” or has that number.`,
  lang: (value) => `No book here is in the language “${value}”.`,
};

export const states = {
  firstRun: 'There are no books here yet',
  firstRunText: 'Three ways to fill the shelf:',
  firstRunWays: [
    ['A folder of your own', 'npm start -- --library ~/Books'],
    ['One indexing run', 'npm run index -- ~/Books'],
    ['With Docker', `put ${formatNames()} files into ./books, then docker compose up`],
  ] as const,
  indexing: (done: number, total: number) =>
    `Indexing: ${count(done)} of ${plural(total, 'book')} searchable so far.`,
  nothing: 'Nothing in your library is close to this',
  nothingText: 'Try other words, a shorter question, or another kind of answer.',
  nothingFiltered: 'Nothing is close to this within these filters',
  /** A typed field that no book fits. */
  fitsNone: (field: string, value: string) => (fitsNone[field] ?? fitsNoField)(value),
  fitTogether: 'Books fit each of these, but no book fits all of them.',
  closest: 'Closest we have, probably not it',
  degraded: 'Meaning search is off: showing keyword results.',
  degradedPartly: 'Some of the search is not available.',
  toStatus: 'See status',
} as const;
