/** Signals that only describe themselves, for tests of fusion and relevance. */
import type { KeywordDescription, SemanticDescription } from './signal-description.ts';

const described = (name: string) => ({
  name,
  weight: 1,
  label: name,
  explanation: name,
  because: () => name,
});

export const BOOK_WORDS: KeywordDescription = { ...described('book_words'), family: 'keyword' };
export const LABEL_WORDS: KeywordDescription = {
  ...described('label_words'),
  family: 'keyword',
  weight: 0.5,
};
export const TEXT_WORDS: KeywordDescription = { ...described('text_words'), family: 'keyword' };
export const LABELS: SemanticDescription = {
  ...described('labels'),
  family: 'semantic',
  weight: 0.5,
  cosines: { floor: 0.8, strong: 0.88 },
};
export const WHOLE_BOOKS: SemanticDescription = {
  ...described('whole_books'),
  family: 'semantic',
  cosines: { floor: 0.61, strong: 0.68 },
};
export const PASSAGES = {
  ...described('passages'),
  family: 'semantic',
  cosines: { floor: 0.64, strong: 0.71, support: 0.58 },
} as const satisfies SemanticDescription;

export const TEST_SIGNALS = [BOOK_WORDS, LABEL_WORDS, TEXT_WORDS, LABELS, WHOLE_BOOKS, PASSAGES];
