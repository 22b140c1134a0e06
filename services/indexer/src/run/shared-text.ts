/** How much of their text two books share, whatever their files are. */
import type { ParsedBook } from '../book.ts';

/** Words in a run. Runs of four hardly recur by chance, and survive a slip of a reader better than longer ones. */
const RUN = 4;
/** Runs of a book that are compared; of longer books a sample by hash, the same in both (Broder, 1997). */
const MAX_RUNS = 50_000;
/** FNV-1a. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** UTF-16 units of a word and the space behind it; English has about 5.7. */
const WORD_UNITS = 6;

/** Share of the different runs of four words that both bodies have, of those of the richer one: 0..1. */
export function sharedText(a: ParsedBook, b: ParsedBook): number {
  const every = Math.ceil(Math.max(unitsOf(a), unitsOf(b)) / WORD_UNITS / MAX_RUNS);
  const [one, two] = [runsOf(a, every), runsOf(b, every)];
  let shared = 0;
  for (const run of one) if (two.has(run)) shared++;
  return shared / Math.max(one.size, two.size, 1);
}

const textsOf = ({ sections }: ParsedBook) =>
  sections.filter(({ kind }) => kind === 'body').flatMap(({ blocks }) => blocks.map(({ text }) => text));

const unitsOf = (book: ParsedBook) => textsOf(book).reduce((sum, { length }) => sum + length, 1);

/** Hashes of the runs whose hash is a multiple of `every`. */
function runsOf(book: ParsedBook, every: number): Set<number> {
  const runs = new Set<number>();
  const last: number[] = [];
  for (const text of textsOf(book)) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\d]+/gu)) {
      last.push(hashOf(word));
      if (last.length > RUN) last.shift();
      if (last.length < RUN) continue;
      const run = last.reduce((hash, part) => Math.imul(hash ^ part, PRIME), OFFSET) >>> 0;
      if (run % every === 0) runs.add(run);
    }
  }
  return runs;
}

function hashOf(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash ^ (hash >>> 15);
}
