/** One vector for the whole book. */
import type { Embedder, ParsedBook } from '../book.ts';
import { addScaled, mean, normalise } from './vectors.ts';

/** Longest description that enters the text, in characters: about what fits the model's window. */
const MAX_DESCRIPTION_CHARS = 1_600;
/** Share of the mean passage in the vector. */
const PASSAGES_WEIGHT = 0.3;
/** The same where the file has neither description nor subjects, and the title says little. */
const PASSAGES_WEIGHT_WITHOUT_DESCRIPTION = 1;

/** Title, authors, description, subjects and leading phrases as one text. */
export function bookText(book: ParsedBook, phrases: readonly string[]): string {
  const by = book.authors.length > 0 ? ` by ${book.authors.join(', ')}` : '';
  const parts = [`${book.title}${by}.`];
  if (book.description !== '') parts.push(book.description.slice(0, MAX_DESCRIPTION_CHARS));
  const subjects = book.subjects.length > 0 ? book.subjects : phrases;
  if (subjects.length > 0) parts.push(`${subjects.join('. ')}.`);
  return parts.join(' ');
}

/**
 * Unit vector of the whole book: what it says of itself, blended with the mean of its passages.
 * @param phrases leading phrases, used where the file names no subjects
 */
export async function bookVector(
  book: ParsedBook,
  phrases: readonly string[],
  passageVectors: readonly Float32Array[],
  embed: Embedder,
): Promise<Float32Array> {
  const [vector] = await embed([bookText(book, phrases)], 'PASSAGE');
  const result = normalise(Float32Array.from(vector!));
  if (passageVectors.length === 0) return result;
  const described = book.description !== '' || book.subjects.length > 0;
  const weight = described ? PASSAGES_WEIGHT : PASSAGES_WEIGHT_WITHOUT_DESCRIPTION;
  addScaled(result, normalise(mean(passageVectors)), weight);
  return normalise(result);
}
