/**
 * How good the trails are, beside two simpler ways to make a chain: the best passages for both ideas, and a random walk
 * among neighbours.
 *
 *   node test/programs/relevance/trails.ts --library FOLDER [--set test/programs/relevance/trail-ends.tsv] [--markdown [--only 3,8]]
 *
 * Opens the library itself (stop the service first) and embeds in its own process; every chain has seven steps.
 * --markdown prints the trails for reading instead of figures, --only some rows of the set, from 1.
 */
import { parseArgs } from 'node:util';
import { createEmbedder } from '../../../services/embedding/src/embedder.ts';
import { createSearch } from '../../../services/retrieval/src/search/search.ts';
import { openLibrary } from '../../../services/retrieval/src/store/sqlite/open-library.ts';
import { sqliteStore } from '../../../services/retrieval/src/store/sqlite/sqlite-store.ts';
import { parseEnd, readEnd } from '../../../services/retrieval/src/trails/ends.ts';
import type { Candidate } from '../../../services/retrieval/src/trails/path.ts';
import { toMarkdown } from '../../../services/retrieval/src/trails/share.ts';
import { PassageSpace } from '../../../services/retrieval/src/trails/space.ts';
import { createTrail } from '../../../services/retrieval/src/trails/trail.ts';
import { interval, mean, randomOf } from './statistics.ts';
import { readTrailEnds } from './trail-ends.ts';
import { measureTrail, TRAIL_MEASURES, type TrailMeasures } from './trail-measures.ts';

const STEPS = 7;
/** Nearest passages among which the random walk chooses. */
const WALK_CHOICES = 25;

const { values: args } = parseArgs({
  options: {
    library: { type: 'string' },
    set: { type: 'string', default: 'test/programs/relevance/trail-ends.tsv' },
    markdown: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
if (args.library === undefined) throw new Error('Give the folder of a library: --library FOLDER');

const engine = await createEmbedder();
const embedder = {
  embed: async (texts: readonly string[], kind: 'QUERY' | 'LABEL') => {
    const { vectors, dims } = await engine.embed([...texts], kind);
    return texts.map((_, i) => vectors.slice(i * dims, (i + 1) * dims));
  },
  fingerprint: () => engine.info().fingerprint,
};
const library = await openLibrary(args.library);
const store = sqliteStore(library);
const search = createSearch({ store, embedder, embedTimeoutMs: 30_000 });
const trail = createTrail(store, search);
const space = new PassageSpace(store);
const patience = { signal: new AbortController().signal, deadline: undefined };

/** The first passage of each book. */
function ofDifferentBooks(candidates: readonly Candidate[]): Candidate[] {
  const books = new Set<number>();
  return candidates.filter(({ book }) => !books.has(book) && books.add(book)).slice(0, STEPS);
}

async function bestPassages(words: string): Promise<Candidate[]> {
  const { results } = await search(
    {
      query: words,
      scope: 'passages',
      mode: 'hybrid',
      limit: 100,
      offset: 0,
      explain: false,
      signals: undefined,
      bookId: undefined,
    },
    patience,
  );
  return ofDifferentBooks(await space.candidates(results.map(({ passage }) => passage?.id ?? 0)));
}

async function randomWalk(start: Candidate, random: () => number): Promise<Candidate[]> {
  const steps = [start];
  while (steps.length < STEPS) {
    const found = await space.candidates(await space.nearest(steps.at(-1)!.vector, 200));
    const near = found.filter(({ book }) => steps.every((step) => step.book !== book)).slice(0, WALK_CHOICES);
    if (near.length === 0) break;
    steps.push(near[Math.floor(random() * near.length)]!);
  }
  return steps;
}

type Found = Record<string, TrailMeasures[]>;
const chains = (): Found => ({ trail: [], 'best passages': [], 'random walk': [] });
const between = chains();
const around = chains();
const only = args.only?.split(',').map(Number);
const rows = readTrailEnds(args.set, library).filter((_, i) => only?.includes(i + 1) ?? true);
const took = { 'between two ideas': [] as number[], 'around one': [] as number[] };
for (const [place, { from, to, words }] of rows.entries()) {
  const answer = await trail({ from, to, steps: STEPS, seed: 0, drop: [], pins: [] }, patience);
  took[to === '' ? 'around one' : 'between two ideas'].push(answer.tookMs);
  if (args.markdown) {
    console.log(toMarkdown(answer));
    continue;
  }
  const steps = await space.candidates(answer.steps.map(({ passage }) => passage?.id ?? 0));
  const start = await readEnd(parseEnd(from), store, space, search, patience);
  const goal = to === '' ? undefined : await readEnd(parseEnd(to), store, space, search, patience);
  const begins = start.direction;
  const ends = to === '' ? steps.at(-1)?.vector : goal?.direction;
  if (begins === undefined || ends === undefined || steps[0] === undefined) {
    console.log(`No trail: ${words}`);
    continue;
  }
  const found = to === '' ? around : between;
  // Around one idea there is no goal: each chain is asked how it goes to its own end, and how near it stays.
  const measured = (chain: readonly Candidate[]) =>
    to === ''
      ? {
          ...measureTrail(chain, begins, chain.at(-1)?.vector ?? begins),
          about: measureTrail(chain, begins, begins).about,
        }
      : measureTrail(chain, begins, ends);
  found.trail!.push(measured(steps));
  found['best passages']!.push(measured(await bestPassages(words)));
  found['random walk']!.push(measured(await randomWalk(steps[0], randomOf(place + 1))));
}

function printTable(name: string, found: Found): void {
  console.log(`\n| ${name} (${found.trail!.length}) | ${TRAIL_MEASURES.join(' | ')} |`);
  console.log(`|---|${TRAIL_MEASURES.map(() => '---|').join('')}`);
  for (const [chain, list] of Object.entries(found)) {
    const cells = TRAIL_MEASURES.map((measure) => {
      const values = list.map((figures) => figures[measure]);
      const [low, high] = interval(values);
      return `${mean(values).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
    });
    console.log(`| ${chain} | ${cells.join(' | ')} |`);
  }
}

if (!args.markdown) {
  printTable('between two ideas', between);
  printTable('around one', around);
  for (const [name, times] of Object.entries(took)) {
    times.sort((a, b) => a - b);
    const ms = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(0);
    console.log(
      `\n${times.length} trails of ${STEPS} steps ${name}: ${ms(0.5)} ms (median), ${ms(0.95)} ms (95th percentile)`,
    );
  }
}
await library.close();
process.exit(0);
