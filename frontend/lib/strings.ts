/**
 * Strings of every page: plain English, no markup. Strings of single pages have their own modules
 * (search-strings.ts, browse-strings.ts ...), so that a browser loads only those of the page it shows.
 */

export { errors } from './errors/error-strings.ts';

export const name = 'LibTrails';

export const tagline = 'Find ideas in your own books';

export const shell = {
  skipToResults: 'Skip to results',
  home: 'LibTrails, home',
  navigation: 'Main',
  search: 'Search',
  books: 'Books',
  themes: 'Themes',
  domains: 'Domains',
  universe: 'Universe',
  trails: 'Trails',
  browse: 'Browse',
  add: 'Add books',
  more: 'More',
  menu: 'Menu',
  about: 'About',
  status: 'Status',
  close: 'Close',
  keySheet: 'Keyboard shortcuts',
  palette: 'Command palette',
} as const;

/** Around every page; made on the server only. */
export const frame = {
  skipToMain: 'Skip to content',
  footer: 'Your books, your machine. Nothing leaves this server.',
} as const;

export const display = {
  theme: { title: 'Colours', system: 'System', light: 'Light', dark: 'Dark', sepia: 'Sepia' },
  density: { title: 'Lists', comfortable: 'Comfortable', compact: 'Compact' },
  keys: { title: 'Single-letter keys', on: 'On', off: 'Off' },
} as const;

/** The search box of every page, and what drops down from it. */
export const box = {
  label: 'Search your library',
  placeholder: 'An idea, a question, a quotation',
  clear: 'Clear search',
  recent: 'Recent searches',
  forget: (query: string) => `Remove “${query}”`,
  forgetAll: 'Clear all',
  rememberOff: 'Stop saving searches',
  rememberOn: 'Save searches in this browser',
  searchFor: (query: string) => `Search for “${query}”`,
  suggestions: 'Suggestions',
  kinds: {
    recent: '',
    search: '',
    title: 'Book',
    author: 'Author',
    name: 'Name',
    topic: 'Topic',
    theme: 'Theme',
    page: 'Page',
    action: 'Command',
  },
} as const;
