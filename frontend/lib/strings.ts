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
        ['/', 'Search box (also Ctrl K)'],
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
  took: (ms: string, signals: number) => `${ms} · ${plural(signals, 'signal')}`,
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
  recent: 'Recent searches',
  forget: (query: string) => `Forget “${query}”`,
  forgetAll: 'Forget all',
  rememberOff: 'Stop remembering',
  rememberOn: 'Remember searches in this browser',
  searchFor: (query: string) => `Search for “${query}”`,
  suggestions: 'Suggestions',
  kinds: {
    recent: '',
    search: '',
    title: 'Book',
    author: 'Author',
    topic: 'Topic',
    theme: 'Theme',
  },
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
  year_from: 'first year',
  year_to: 'last year',
  added_after: 'date added',
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
  nothingFiltered: 'Nothing is close to this within these filters',
  closest: 'Closest we have, probably not it',
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

export const library = {
  title: 'Add books',
  intro: 'EPUB files become searchable one by one, each as soon as it has been read through.',
  noScript: 'Uploading needs JavaScript. The folder and the command below work without.',
  drop: 'Drop EPUB files or a folder here',
  choose: 'Choose files',
  chooseFolder: 'Choose a folder',
  untouched: 'Your files are only read: never moved, changed or deleted.',
  ignored: (names: readonly string[]) =>
    `Left out, as only EPUB files can be read: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${count(names.length - 3)} more` : ''}.`,
  token: 'This library takes books from other machines only with its access token (LIBTRAILS_TOKEN):',
  sent: (sent: number, all: number) => `${count(sent)} of ${plural(all, 'file')} handed over`,
  uploadStates: { waiting: 'waiting', sending: 'sending …', sent: 'handed over' },
  otherWays: 'Other ways in',
  ways: [
    {
      title: 'A folder that is watched',
      text: 'New files are found by themselves, a Calibre folder included.',
      command: 'npm start -- --library ~/Books',
    },
    {
      title: 'In Docker',
      text: 'Put EPUB files into the folder books beside the compose file.',
      command: 'docker compose up -d',
    },
    {
      title: 'From a faster machine',
      text: 'Reads the books there and hands them over here.',
      command: 'npm run index -- ~/Books --to server:50052',
    },
  ],
  imports: 'On the way in',
  noJobs: 'Nothing is on its way. Books you add show up here, with how far they are.',
  offline: 'Books on their way in go on by themselves once it is back.',
  overall: 'Everything on its way in',
  underWay: (n: number) => `${count(n)} under way`,
  timeLeft: (from: string, to: string) => (from === to ? `about ${to} left` : `${from} to ${to} left`),
  filters: {
    all: (n: number) => `All ${count(n)}`,
    open: (n: number) => `Under way ${count(n)}`,
    failed: (n: number) => `Failed ${count(n)}`,
  },
  more: (n: number) => `Show more (${count(n)})`,
  stages: {
    parsing: 'reading the file',
    topics: 'finding topics',
    embedding: 'reading for meaning',
    storing: 'putting it on the shelf',
  } as Readonly<Record<string, string>>,
  searchable: (done: number, total: number) => `${count(done)} of ${plural(total, 'book')} searchable so far`,
  copyDetails: 'Copy details',
  shelf: 'Newest on the shelf',
  empty: 'No books yet.',
  remove: 'Remove',
  removeBook: (title: string) => `Remove ${title}`,
  removeTitle: (title: string) => `Remove “${title}” from the library?`,
  removeText:
    'It can no longer be searched, and its passages leave topics and themes. The file itself stays where it is.',
  removeYes: 'Remove it',
  keep: 'Keep it',
  removed: (title: string) => `“${title}” is no longer in the library`,
} as const;

export const about = {
  title: 'How LibTrails finds',
  intro:
    'A search asks seven questions of your library at once. Three look for your words, four for what you mean. Each gives a ranked list of its own; a book that stands high on several lists comes first.',
  live: 'A live example',
  liveText: (query: string, title: string) => `For “${query}” this library answers first with ${title}. Why:`,
  another: 'Try another idea',
  noLive: 'Once there are books and themes, an example from your own library stands here.',
  signals: 'The seven signals',
  family: { word: 'by word', meaning: 'by meaning' },
  what: {
    fts_books: 'Your words in titles, authors and descriptions.',
    fts_topics: 'Your words in the names of topics, and the books that speak of them.',
    fts_chunks: 'Your words in the text itself.',
    vec_topics: 'Topics that mean what you ask, whatever their name.',
    vec_phrases: 'The leading phrases of a book, up to 25 each.',
    vec_books: 'What a book is about as a whole.',
    vec_chunks: 'Every passage of every book, by its meaning.',
  },
  fusion: 'How they become one list',
  fusionText:
    'Each signal scores on its own. A result’s score is the sum over all seven, each measured in its signal’s own spread, so that a clear lead counts for more than a narrow one and no signal shouts the others down. Every result can say which signal brought it how much: that is what “Why this result” shows.',
  nothing: 'When nothing is close',
  nothingText:
    'Nearest is not the same as near. The service knows how far its best answer is from your question, and says so instead of filling the page.',
  private: 'What stays here',
  privateText:
    'Everything. The model runs on this server, the index is one file on it, no page asks any other host for anything, searches are written to no log, and recent searches are kept in your browser only.',
  keys: 'Keys',
  licences: 'Made with',
  licencesText:
    'Literata and Source Sans 3 (SIL Open Font License), BGE small (MIT), SQLite (public domain), Next.js and React (MIT).',
} as const;
