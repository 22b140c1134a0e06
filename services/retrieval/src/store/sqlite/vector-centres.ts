/**
 * What the vectors of a library are stored around: means of the first book's, kept with the file. Any point near the
 * model's cone serves, so the means never change while the library has a book. A library without them (made
 * before there were any) stores its vectors around nothing.
 */
import type { VectorIds } from '../change.ts';
import type { FinishedBook } from '../finished-book.ts';
import { Centre } from './int8-vector.ts';

/** Where in `meta` the mean of each kind of vectors stands. Labels lie elsewhere than passages. */
export const CENTRE_KEYS: Readonly<Record<keyof VectorIds, string>> = {
  chunks: 'mean_of_passages',
  books: 'mean_of_passages',
  topics: 'mean_of_labels',
  phrases: 'mean_of_labels',
  // Compared with each other by sqlite-vec, which knows of no mean.
  themes: 'mean_of_themes',
};

/** The means that a library begins with, by their key. */
export function firstMeans({ chunkVectors, topicVectors }: FinishedBook): [key: string, mean: string][] {
  return [
    [CENTRE_KEYS.chunks, Centre.of(chunkVectors).toString()],
    [CENTRE_KEYS.topics, Centre.of(topicVectors).toString()],
  ];
}
