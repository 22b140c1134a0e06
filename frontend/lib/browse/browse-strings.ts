/** What the shelf, a book's page and the pages of themes, domains and topics say; see strings.ts. */
import { formatOfName } from '../../../services/common/src/book-formats.ts';
import { count, plural } from '../format.ts';

export const shelf = {
  title: 'Books',
  total: (n: number) => plural(n, 'book'),
  filter: 'Filter books',
  filterPlaceholder: 'Title, author, series or subject',
  apply: 'Filter',
  filters: 'Filters',
  active: 'Active filters',
  remove: (label: string) => `Remove the filter ${label}`,
  clear: 'Clear all',
  names: {
    author: 'Author',
    series: 'Series',
    tag: 'Subject',
    lang: 'Language',
    domain: 'Domain',
    decade: 'Year',
  },
  decade: (year: string) => `${year}s`,
  noYear: 'No year',
  sort: 'Sort by',
  sorts: { title: 'Title', author: 'Author', added: 'Date added', year: 'Year' },
  view: 'View',
  views: { grid: 'Covers', list: 'List' },
  none: 'No books match.',
  noneText: 'Remove a filter, or search the text of the books:',
  inside: (query: string) => `Search passages for “${query}”`,
  pages: 'Pages of books',
  page: (n: number) => `Page ${count(n)}`,
  previous: 'Previous',
  next: 'Next',
  more: 'Show more',
} as const;

export const bookPage = {
  onPage: 'On this page',
  read: 'Read',
  facts: 'File',
  by: (author: string) => `Books by ${author}`,
  series: (name: string, index: number) => (index > 0 ? `${name} ${count(index)}` : name),
  journey: 'From start to end',
  journeyLabel:
    'The book from start to end, coloured by the domain of its strongest theme. Click to open the place',
  journeyText: 'As text',
  journeySpan: (from: string, to: string) => `${from}–${to}`,
  quiet: 'no main theme',
  hits: (query: string) => `Your hits for “${query}”`,
  readAll: 'Read the hits in order',
} as const;

export const browse = {
  filter: 'Filter themes',
  sort: 'Sort by',
  sorts: { books: 'Most books', concentration: 'Most concentrated', label: 'Name' },
  bookSorts: { relevance: 'Share of the book', passages: 'Passages', title: 'Title' },
  pages: 'Pages of themes',
  shareOfBook: (percent: string) => `${percent} of the book`,
  times: (lift: string) => `${lift} times the library’s average`,
  share: 'Share of the library',
  distinct: 'Most distinctive themes',
  primary: 'Books mainly about it',
  touching: 'Books that mention it',
  allThemes: (n: number) => `All ${plural(n, 'theme')}`,
  distance: (similarity: string) => `similarity ${similarity}`,
  inUniverse: 'Show in the universe',
  variants: 'Merged topics',
  more: (n: number) => `All ${plural(n, 'passage')}`,
  passagesOf: (n: number) => plural(n, 'passage'),
  fewer: 'Fewer passages',
} as const;

export const pager = {
  previous: 'Previous',
  next: 'Next',
  place: (page: number, last: number) => `Page ${count(page)} of ${count(last)}`,
} as const;

export const book = {
  more: 'Read more',
  less: 'Read less',
  readOn: 'Start reading',
  searchInside: 'Search inside this book',
  searchInsidePlaceholder: 'A word or an idea in this book',
  hits: (query: string) => `In this book: “${query}”`,
  noHits: 'No passages found in this book.',
  allHits: 'All hits in this book',
  profile: 'What it is about',
  profileLabel: 'Share of the book’s topics by domain',
  phrases: 'Book phrases',
  topics: 'Topics',
  names: 'People and places',
  themes: 'Themes',
  sections: 'Contents',
  related: 'Similar books',
  shares: (topics: string) => `Shared topics: ${topics}.`,
  closeWhole: 'Similar in meaning.',
  words: (n: number) => plural(n, 'word'),
  passages: (n: number) => plural(n, 'passage'),
  /** Other files of the text: "Also as PDF, plain text". */
  otherFormats: (files: readonly string[]) =>
    files.length === 0
      ? ''
      : `Also as ${[...new Set(files.map((file) => formatOfName(file)?.name ?? file))].join(', ')}`,
  rating: (stars: number) => (stars > 0 ? `${count(stars)} of 5 stars` : ''),
  openIn: (program: string) => `Open in ${program}`,
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
  readSection: 'Open the full chapter',
  previous: 'Earlier passage',
  next: 'Later passage',
  topics: 'Topics of this passage',
  marked: 'The passage',
  neighbours: 'Passages in reading order',
  sections: 'Sections',
} as const;

export const themes = {
  title: 'Themes',
  intro: 'Groups of related topics across all your books.',
  filter: 'Filter themes',
  filterPlaceholder: 'A word in a theme or its topics',
  apply: 'Filter',
  all: 'All domains',
  none: 'No themes found.',
  empty: 'There are no themes yet. They are computed when indexing ends.',
  searchInstead: 'Search passages instead',
  counts: (books: number, passages: number) => `${plural(books, 'book')} · ${plural(passages, 'passage')}`,
  domain: 'Domain',
  passages: 'Typical passages',
  books: 'Books',
  topics: 'Topics',
  neighbours: 'Related themes',
  searchWithin: 'Search for it',
  total: (n: number) => plural(n, 'theme'),
  passagesOf: (n: number) => plural(n, 'passage'),
} as const;

export const domains = {
  title: 'Domains',
  intro: 'The main subjects of your library.',
  share: (percent: string) => `${percent} of the library’s topics`,
  counts: (themes: number, books: number) => `${plural(themes, 'theme')} · ${plural(books, 'book')}`,
  themes: 'Themes',
  books: 'Books',
  none: 'There are no domains yet. They are computed when indexing ends.',
} as const;

export const topic = {
  kinds: { phrase: 'Topic', concept: 'Topic', name: 'Name' } as Record<string, string>,
  variants: 'Also called',
  theme: 'Theme',
  passages: 'Passages',
  books: 'Books',
  related: 'Appears together with',
  counts: (passages: number, books: number) => `${plural(passages, 'passage')} in ${plural(books, 'book')}`,
} as const;
