/** The published graph as it is run: without what its output does not need. */
import { readFile } from 'node:fs/promises';
import { firstTokenOnly } from '@libtrails/models/first-token-graph';
import { PROFILE } from '@libtrails/models/profile';

/**
 * Reads a weights file.
 * @returns the file, for CLS pooling edited to compute only the first token of the last layer; as it is where its
 *   graph is built otherwise
 */
export async function readGraph(weights: string): Promise<Uint8Array> {
  const published = await readFile(weights);
  if (PROFILE.pooling !== 'cls') return published;
  try {
    return firstTokenOnly(published);
  } catch {
    return published;
  }
}
