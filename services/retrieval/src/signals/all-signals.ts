/** All signals, in the order in which they are listed and summed. Another one is a new file and a line here. */
import { ftsBooks } from './fts-books.ts';
import { ftsChunks } from './fts-chunks.ts';
import { ftsTopics } from './fts-topics.ts';
import { jointChunks } from './joint-chunks.ts';
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
  jointChunks,
];

/** Their names, as requests give them. */
export const SIGNAL_NAMES: readonly string[] = SIGNALS.map(({ name }) => name);
