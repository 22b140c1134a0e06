/** In which order the books of a folder are indexed. */
import type { BookFile } from '../folder/walk-folder.ts';

/** So many of the smallest files come first: there is something to search within the first minute. */
const QUICK_BOOKS = 5;
const DAY_MS = 86_400_000;

/**
 * The smallest few first, then the most recent: what was added last is wanted first. After the first few their sizes
 * are mixed, so that the time left can be told from what is done; smallest first throughout would mislead, because
 * small files hold fewer words a byte.
 */
export function inHelpfulOrder<T extends { file: BookFile }>(books: readonly T[]): T[] {
  const byName = (a: T, b: T) => (a.file.fileName < b.file.fileName ? -1 : 1);
  const bySize = [...books].sort((a, b) => a.file.size - b.file.size || byName(a, b));
  const byTime = (a: T, b: T) => dayOf(b) - dayOf(a) || shuffled(a) - shuffled(b) || byName(a, b);
  return [...bySize.slice(0, QUICK_BOOKS), ...bySize.slice(QUICK_BOOKS).sort(byTime)];
}

/** Day of the last change, so that files copied or cloned in one go count as equally recent. */
const dayOf = ({ file }: { file: BookFile }) => Math.floor(file.modifiedMs / DAY_MS);

/** Books of one day come in the order of a hash of their names: it mixes their sizes and is the same in each run. */
function shuffled({ file }: { file: BookFile }): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < file.fileName.length; i++)
    hash = Math.imul(hash ^ file.fileName.charCodeAt(i), 16_777_619);
  return hash >>> 0;
}
