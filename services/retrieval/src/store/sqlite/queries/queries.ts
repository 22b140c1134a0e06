/** Every statement of the library file by its name: one file for each group of tables. */
import { BOOKS_QUERIES } from './books.ts';
import { CHECKS_QUERIES } from './checks.ts';
import { JOBS_QUERIES } from './jobs.ts';
import { PASSAGES_QUERIES } from './passages.ts';
import { SEARCH_QUERIES } from './search.ts';
import { THEMES_QUERIES } from './themes.ts';
import { TOPICS_QUERIES } from './topics.ts';
import { VECTORS_QUERIES } from './vectors.ts';
import { WORDS_QUERIES } from './words.ts';

export const QUERIES = {
  ...BOOKS_QUERIES,
  ...CHECKS_QUERIES,
  ...JOBS_QUERIES,
  ...PASSAGES_QUERIES,
  ...SEARCH_QUERIES,
  ...THEMES_QUERIES,
  ...TOPICS_QUERIES,
  ...VECTORS_QUERIES,
  ...WORDS_QUERIES,
};

export type QueryName = keyof typeof QUERIES;
