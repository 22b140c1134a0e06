/** What the reading pages say; see strings.ts. */
import { count, plural } from '../format.ts';

export const reader = {
  bar: 'Reading',
  contents: 'Contents',
  section: (index: number) => `Section ${index + 1}`,
  position: (percent: string) => `${percent} into the book`,
  part: (part: number, parts: number) => `Part ${count(part)} of ${count(parts)} of this section`,
  previousPart: 'Earlier part',
  nextPart: 'Next part',
  sections: 'Sections',
  passage: 'The passage',
  passageOf: (n: number, of: number, all: boolean) => `Passage ${count(n)} of ${count(of)}${all ? '' : '+'}`,
  lost: 'The text of this book has changed since the link was made. The nearest place is shown.',
  moved: 'The book was indexed anew since the link was made; the passage was found again by its words.',
  hereLink: (percent: string) => `Link to this passage, ${percent} into the book, and what is related to it`,
  backTo: (query: string) => `All results for “${query}”`,
  backToBook: (title: string) => `About ${title}`,
  image: 'Picture',
  keys: { previousHit: '[', nextHit: ']', copy: 'c', type: 'a', back: 'Escape' },
} as const;

export const hits = {
  label: (query: string) => `Hits for “${query}” in this book`,
  place: (n: number, of: number, all: boolean) => `${count(n)} / ${count(of)}${all ? '' : '+'}`,
  first: (n: number) => `The best ${count(n)}; the search has them all.`,
  searchAll: 'All hits in this book',
  none: 'No hits in this book',
  total: (n: number) => plural(n, 'hit'),
  previous: 'Previous hit',
  next: 'Next hit',
  list: 'All hits',
  back: 'Back to where I was',
} as const;

export const margin = {
  open: 'Related',
  label: 'About this passage',
  close: 'Close',
  related: 'Other books on this',
  relatedNone: 'No other book here speaks of it.',
  topics: 'This passage speaks of',
  themes: 'Themes',
} as const;

export const type = {
  open: 'Type',
  label: 'How the text is set',
  groups: {
    size: {
      label: 'Size',
      choices: { 's-1': 'Small', '': 'Normal', 's-3': 'Large', 's-4': 'Larger', 's-5': 'Largest' },
    },
    leading: { label: 'Lines', choices: { 'l-1': 'Close', '': 'Normal', 'l-3': 'Open' } },
    measure: { label: 'Width', choices: { 'w-1': 'Narrow', '': 'Normal', 'w-3': 'Wide' } },
    face: { label: 'Face', choices: { '': 'Literata', 'f-sans': 'Source Sans', 'f-clear': 'Atkinson' } },
    edge: { label: 'Right edge', choices: { '': 'Ragged', 'e-even': 'Even' } },
  },
  theme: 'Colours',
  themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
} as const;
