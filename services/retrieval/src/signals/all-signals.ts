/** The seven signals. An eighth is one new file and one line here (and its name in fusion/ranked-list.ts). */
import { ftsBooks } from './fts-books.ts';
import { ftsChunks } from './fts-chunks.ts';
import { ftsTopics } from './fts-topics.ts';
import type { Signal } from './signal.ts';
import { vecBooks } from './vec-books.ts';
import { vecChunks } from './vec-chunks.ts';
import { vecPhrases } from './vec-phrases.ts';
import { vecTopics } from './vec-topics.ts';

export const SIGNALS: readonly Signal[] = [
  ftsBooks,
  ftsTopics,
  ftsChunks,
  vecTopics,
  vecPhrases,
  vecBooks,
  vecChunks,
];
