/**
 * Every word the interface says: plain, idiomatic English, nothing in it is markup. One constant a place, used as
 * `import * as strings`, so that the browser gets only the places it shows. What the error pages say stands in
 * error-strings.ts: they are part of every page's first load.
 */
import { count, ordinal, plural } from './format.ts';

export { errors } from './error-strings.ts';

export const name = 'LibTrails';

export const tagline = 'Find ideas in your own books';

export const shell = {
  skipToMain: 'Skip to content',
  home: 'LibTrails, home',
  navigation: 'Main',
  search: 'Search',
  books: 'Books',
  themes: 'Themes',
  domains: 'Domains',
  universe: 'Universe',
  browse: 'Browse',
  add: 'Add books',
  more: 'More',
  menu: 'Menu',
  about: 'About',
  status: 'Status',
  close: 'Close',
  keySheet: 'Keyboard',
  skipToResults: 'Skip to results',
  footer: 'Your books, your machine. Nothing leaves this server.',
} as const;

export const display = {
  theme: { title: 'Theme', system: 'System', light: 'Light', dark: 'Dark', sepia: 'Sepia' },
  density: { title: 'Lists', comfortable: 'Comfortable', compact: 'Compact' },
  keys: { title: 'Single-letter keys', on: 'On', off: 'Off' },
} as const;

export const keys = {
  title: 'Keys',
  note: 'Single letters work outside text fields and can be switched off in the menu.',
  groups: [
    {
      title: 'Everywhere',
      keys: [
        ['/', 'Search box'],
        ['Ctrl K', 'Go to or do anything'],
        ['?', 'This list'],
        ['g s', 'Search'],
        ['g b', 'Books'],
        ['g t', 'Themes'],
        ['g d', 'Domains'],
        ['g u', 'Universe'],
        ['g l', 'Add books'],
      ],
    },
    {
      title: 'Results',
      keys: [
        ['↓ ↑', 'Next, previous result (also j k)'],
        ['Enter', 'Open the book'],
        ['o', 'Open the passage'],
        ['w', 'Why this result'],
        ['1 – 6', 'Kind of answer'],
      ],
    },
    {
      title: 'Reading',
      keys: [
        ['[ ]', 'Previous, next hit'],
        ['← →', 'Previous, next section'],
        ['c', 'Copy the passage'],
        ['a', 'Type and theme'],
        ['Esc', 'Back to the results'],
      ],
    },
  ],
} as const;

export const search = {
  label: 'Search your library',
  placeholder: 'An idea, a question, a line',
  clear: 'Clear search',
  heading: 'Find the passage you half remember.',
  intro: (books: number, passages: number) =>
    `${plural(books, 'book')} and ${plural(passages, 'passage')} of yours, searched by meaning and by word.`,
  title: (query: string) => `${query} · Search`,
  results: (query: string) => `Results for “${query}”`,
  scopes: 'Kind of answer',
  scope: {
    books: 'Books',
    passages: 'Passages',
    topics: 'Topics',
    themes: 'Themes',
    domains: 'Domains',
  },
  found: {
    books: (n: number) => plural(n, 'book'),
    passages: (n: number) => plural(n, 'passage'),
    topics: (n: number) => plural(n, 'topic'),
    themes: (n: number) => plural(n, 'theme'),
    domains: (n: number) => plural(n, 'domain'),
  },
  took: (ms: string, signals: number) => `${ms} · ${plural(signals, 'signal')}`,
  searching: 'Searching …',
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

export const result = {
  place: (section: string, position: string) => (section === '' ? position : `${section}, ${position}`),
  section: (index: number) => `Section ${index + 1}`,
  read: 'Read in context',
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

export const states = {
  firstRun: 'There are no books here yet',
  firstRunText: 'Three ways to fill the shelf:',
  firstRunWays: [
    ['A folder of your own', 'npm start -- --library ~/Books'],
    ['One indexing run', 'npm run index -- ~/Books'],
    ['With Docker', 'put EPUBs into ./books, then docker compose up'],
  ] as const,
  indexing: (done: number, total: number) =>
    `Indexing: ${count(done)} of ${plural(total, 'book')} searchable so far.`,
  nothing: 'Nothing in your library is close to this',
  nothingText: 'Try other words, a shorter question, or another kind of answer.',
  closest: 'The closest there is, probably not it',
  degraded: 'Meaning search is off: showing keyword results.',
  degradedPartly: 'Some of the search is not available.',
  toStatus: 'See status',
} as const;

export const pager = {
  previous: 'Previous',
  next: 'Next',
  place: (page: number, last: number) => `Page ${count(page)} of ${count(last)}`,
} as const;

export const books = {
  title: 'Books',
  total: (n: number) => plural(n, 'book'),
  next: 'Next page',
  first: 'First page',
  sort: 'Sort by',
  sorts: { title: 'Title', author: 'Author', added: 'Newest here', year: 'Year' },
} as const;

export const book = {
  more: 'Read more',
  less: 'Read less',
  readOn: 'Start reading',
  searchInside: 'Search inside this book',
  searchInsidePlaceholder: 'A word or an idea in this book',
  hits: (query: string) => `In this book: “${query}”`,
  noHits: 'Nothing in this book is close to that.',
  allHits: 'All hits in this book',
  profile: 'What it is about',
  profileLabel: 'Share of the book’s topics by domain',
  phrases: 'In its own words',
  topics: 'Topics',
  names: 'People and places',
  themes: 'Themes',
  sections: 'Contents',
  related: 'Books like this one',
  shares: (topics: string) => `Both speak of ${topics}.`,
  closeWhole: 'Close in meaning as a whole.',
  words: (n: number) => plural(n, 'word'),
  passages: (n: number) => plural(n, 'passage'),
  backTo: (query: string) => `Back to “${query}”`,
  showAll: (n: number) => `Show all ${count(n)}`,
  sectionKinds: { body: '', front: 'front matter', back: 'back matter', notes: 'notes' } as Record<
    string,
    string
  >,
} as const;

export const passage = {
  title: (book: string) => `Passage from ${book}`,
  heading: 'A passage',
  position: (percent: string) => `${percent} into the book`,
  readSection: 'Read the whole section',
  previous: 'Earlier passage',
  next: 'Later passage',
  topics: 'This passage speaks of',
  marked: 'The passage',
  neighbours: 'Passages in reading order',
  sections: 'Sections',
} as const;

export const themes = {
  title: 'Themes',
  intro: 'Topics that belong together, across all your books.',
  filter: 'Filter themes',
  filterPlaceholder: 'A word in a theme or its topics',
  apply: 'Filter',
  all: 'All domains',
  none: 'No theme is called this.',
  empty: 'There are no themes yet: they are made when indexing ends.',
  searchInstead: 'Search passages instead',
  counts: (books: number, passages: number) => `${plural(books, 'book')} · ${plural(passages, 'passage')}`,
  domain: 'Domain',
  passages: 'Passages near its centre',
  books: 'Books',
  topics: 'Topics',
  neighbours: 'Neighbouring themes',
  searchWithin: 'Search for it',
  total: (n: number) => plural(n, 'theme'),
  passagesOf: (n: number) => plural(n, 'passage'),
} as const;

export const domains = {
  title: 'Domains',
  intro: 'The large regions of your library.',
  share: (percent: string) => `${percent} of the library’s topics`,
  counts: (themes: number, books: number) => `${plural(themes, 'theme')} · ${plural(books, 'book')}`,
  themes: 'Themes',
  books: 'Books',
  none: 'There are no domains yet: they are made when indexing ends.',
} as const;

export const topic = {
  kinds: { phrase: 'Topic', concept: 'Topic', name: 'Name' } as Record<string, string>,
  variants: 'Also called',
  theme: 'Theme',
  passages: 'Passages',
  books: 'Books',
  related: 'Spoken of together with',
  counts: (passages: number, books: number) => `${plural(passages, 'passage')} in ${plural(books, 'book')}`,
} as const;

export const status = {
  title: 'Status',
  services: 'Services',
  service: 'Service',
  state: 'State',
  details: 'Details',
  web: 'Web',
  retrieval: 'Retrieval',
  embedding: 'Embedding',
  up: 'up',
  down: 'not answering',
  mismatch: 'other model',
  working: 'Everything works.',
  otherModel: 'The library was built with another model: search by meaning is off until it is rebuilt.',
  keywordOnly: 'Search by word works; search by meaning is off until the embedding service is back.',
  libraryDown: 'The library does not answer. Nothing can be searched until the retrieval service is back.',
  library: 'Library',
  states: { ready: 'ready', empty: 'empty', indexing: 'indexing' } as Record<string, string>,
  indexing: 'Indexing',
  noJobs: 'Nothing is being indexed.',
  jobKinds: { index: 'Book', folder: 'Folder', group: 'Themes and domains' } as Record<string, string>,
  jobStates: { queued: 'waiting', running: 'running', done: 'done', failed: 'failed' } as Record<
    string,
    string
  >,
  progress: (done: number, total: number) => `${count(done)} of ${count(total)}`,
  refused: 'Files that could not be read',
  refusedNone: 'Every file was read.',
  fingerprint: 'Vectors',
  size: 'On disk',
  uptime: 'Up for',
  memory: 'Memory',
  version: 'Version',
  generation: 'Grouping',
  counts: {
    books: 'books',
    words: 'words',
    sections: 'sections',
    passages: 'passages',
    topics: 'topics',
    names: 'names',
    phrases: 'book phrases',
    themes: 'themes',
    domains: 'domains',
  },
} as const;
