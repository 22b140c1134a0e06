/** What is made once for an embedding model, however many callers wrap it. */
import type { Embedder } from '../book.ts';
import { PROBE } from './shipped-vectors.ts';

/**
 * Makes a function that builds a value once for each model and keeps the last. Callers may pass a new embedder for
 * each book; the vector of a fixed text tells whether it is the same model. A failed attempt is made again.
 */
export function perEmbedder<T>(build: (embed: Embedder) => Promise<T>): (embed: Embedder) => Promise<T> {
  let kept: { model: string; value: Promise<T> } | undefined;
  return async (embed) => {
    const [probe] = await embed([PROBE], 'LABEL');
    const model = String(probe);
    if (kept?.model !== model) {
      const made = { model, value: build(embed) };
      kept = made;
      made.value.catch(() => {
        if (kept === made) kept = undefined;
      });
    }
    return kept.value;
  };
}
