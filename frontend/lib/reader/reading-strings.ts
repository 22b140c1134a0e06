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
  lost: 'The text of this book has changed since this link was created. The nearest place is shown.',
  moved: 'The book was indexed again since this link was created. The passage was found by its words.',
  hereLink: (percent: string) => `Link to this passage, ${percent} into the book, and what is related to it`,
  backTo: (query: string) => `All results for “${query}”`,
  backToBook: (title: string) => `About ${title}`,
  image: 'Image',
  page: (label: string) => `Page ${label}`,
  keys: { previousHit: '[', nextHit: ']', copy: 'c', type: 'a', back: 'Escape' },
} as const;

export const hits = {
  label: (query: string) => `Hits for “${query}” in this book`,
  place: (n: number, of: number, all: boolean) => `${count(n)} / ${count(of)}${all ? '' : '+'}`,
  first: (n: number) => `The best ${count(n)} hits.`,
  searchAll: 'Show all hits in this book',
  none: 'No hits in this book',
  total: (n: number) => plural(n, 'hit'),
  previous: 'Previous hit',
  next: 'Next hit',
  list: 'All hits',
  back: 'Go back',
} as const;

export const margin = {
  open: 'Related',
  label: 'About this passage',
  close: 'Close',
  related: 'In other books',
  relatedNone: 'No similar passages in other books.',
  topics: 'Topics of this passage',
  themes: 'Themes',
} as const;

export const type = {
  open: 'Text',
  label: 'Text settings',
  groups: {
    size: {
      label: 'Size',
      choices: { 's-1': 'Small', '': 'Normal', 's-3': 'Large', 's-4': 'Larger', 's-5': 'Largest' },
    },
    leading: { label: 'Line spacing', choices: { 'l-1': 'Tight', '': 'Normal', 'l-3': 'Wide' } },
    measure: { label: 'Width', choices: { 'w-1': 'Narrow', '': 'Normal', 'w-3': 'Wide' } },
    face: { label: 'Font', choices: { '': 'Literata', 'f-sans': 'Source Sans', 'f-clear': 'Atkinson' } },
    edge: { label: 'Alignment', choices: { '': 'Left', 'e-even': 'Justified' } },
  },
  theme: 'Colours',
  themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
} as const;
