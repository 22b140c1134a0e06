/** An embedder without a model: texts that share words point the same way. */
import { PROFILE } from '@libtrails/models/profile';
import type { Embedder } from '../book.ts';
import { seededRandom } from '../grouping/random.ts';
import { normalise } from './vectors.ts';

const DIMS = PROFILE.dims;
/** Words that begin alike count as one, so that "whale" and "whales" are near. */
const PREFIX_LETTERS = 5;

/** Sum of one random direction a word, at unit length. */
export function wordsVector(text: string): Float32Array {
  const sum = new Float32Array(DIMS);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ['']) {
    const random = seededRandom(hash(word.slice(0, PREFIX_LETTERS)));
    for (let d = 0; d < DIMS; d++) sum[d]! += random() - 0.5;
  }
  return normalise(sum);
}

function hash(word: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 16_777_619);
  return value;
}

export const wordsEmbedder: Embedder = async (texts) => texts.map(wordsVector);
