/** What the page of trails says; see strings.ts. */
import { count, plural } from '../format.ts';

export const trail = {
  title: 'Trails',
  intro:
    'A trail leads through passages of different books, from one idea to another; each step is near the one before it, and says why.',
  form: 'Where the trail leads',
  from: 'From',
  fromPlaceholder: 'An idea: ambition',
  to: 'To',
  toPlaceholder: 'Another idea, or nothing',
  toNote: 'Without a second idea the trail stays with the first.',
  steps: 'Steps',
  find: 'Find a trail',
  examples: 'Try one through these books',
  example: (from: string, to: string) => `From “${from}” to “${to}”`,
  heading: (from: string, to: string) => (to === '' ? `From ${from}` : `From ${from} to ${to}`),
  words: (words: string) => `“${words}”`,
  passage: (book: string) => (book === '' ? 'a passage' : `a passage of ${book}`),
  otherEnd: 'Use words instead',
  counts: (steps: number, books: number) => `${plural(steps, 'passage')} from ${plural(books, 'book')}`,
  fewer: (found: number, wanted: number) =>
    `${count(found)} of ${plural(wanted, 'step')}: the library has no more books about it.`,
  list: 'The trail',
  tools: 'What can be done with this trail',
  another: 'Another way',
  best: 'The first way',
  way: (n: number) => `Way ${count(n + 1)}`,
  markdown: 'Markdown',
  html: 'HTML',
  keepAs: 'Download as',
  speakOf: 'Both speak of',
  near: 'Near both:',
  alike: 'Close in meaning',
  nearness: (cosine: string) => `nearness ${cosine}`,
  nearnessNote:
    'Nearness says how close two passages are in meaning: 1 is the same, unrelated ones are about 0.',
  pin: 'Pin',
  unpin: 'Pinned',
  pinLabel: (step: number, book: string) => `Keep ${book} at step ${step}`,
  unpinLabel: (step: number, book: string) => `Pinned: ${book} stays at step ${step}. Let it go`,
  drop: 'Leave out',
  dropLabel: (book: string) => `Leave this passage of ${book} out`,
  onwards: 'Trail from here',
  dropped: (n: number) => `${plural(n, 'passage')} left out`,
  undrop: 'Bring them back',
  pinned: 'pinned',
  nothing: 'No trail leads from there',
  nothingText: 'Nothing in your library is close to one of the two ends. Try other words for it.',
  gone: 'The passage or topic that this trail begins or ends with is no longer in the library.',
} as const;

/** What leads to a trail from other pages. */
export const trailEntry = {
  fromPassage: 'Start a trail here',
  fromTheme: 'Start a trail',
  fromBook: 'Start a trail from this book',
} as const;
