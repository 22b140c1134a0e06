/**
 * How good the trails are, beside two simpler ways to make a chain: the best passages for both ideas, and a random walk
 * among neighbours.
 *
 *   node test/relevance/trails.ts --library FOLDER [--set test/relevance/trail-ends.tsv] [--markdown]
 *
 * Opens the library itself (stop the service first) and embeds in its own process; every chain has seven steps.
 * --markdown prints the trails for reading instead of figures.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEmbedder } from '../../services/embedding/src/embedder.ts';
import { openLibrary } from '../../services/retrieval/src/library/open-library.ts';
import { createSearch } from '../../services/retrieval/src/search/search.ts';
import { PassageWords } from '../../services/retrieval/src/signals/passage-words.ts';
import { TermFrequencies } from '../../services/retrieval/src/signals/term-frequencies.ts';
import { parseEnd, readEnd } from '../../services/retrieval/src/trails/ends.ts';
import type { Candidate } from '../../services/retrieval/src/trails/path.ts';
import { toMarkdown } from '../../services/retrieval/src/trails/share.ts';
import { PassageSpace } from '../../services/retrieval/src/trails/space.ts';
import { createTrail } from '../../services/retrieval/src/trails/trail.ts';
import { VectorMirrors } from '../../services/retrieval/src/vectors/mirrors.ts';
import { interval, mean, randomOf } from './statistics.ts';
import { measureTrail, TRAIL_MEASURES, type TrailMeasures } from './trail-measures.ts';

const STEPS = 7;
/** Nearest passages among which the random walk chooses. */
const WALK_CHOICES = 25;

const { values: args } = parseArgs({
  options: {
    library: { type: 'string' },
    set: { type: 'string', default: 'test/relevance/trail-ends.tsv' },
    markdown: { type: 'boolean', default: false },
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
const index = {
  library,
  vectors: new VectorMirrors(library),
  frequencies: new TermFrequencies(library),
  passageWords: new PassageWords(library),
};
const search = createSearch({ index, embedder, embedTimeoutMs: 30_000 });
const trail = createTrail(index, search);
const space = new PassageSpace(index);
const patience = { signal: new AbortController().signal, deadline: undefined };

/** The first passage of each book. */
function ofDifferentBooks(candidates: readonly Candidate[]): Candidate[] {
  const books = new Set<number>();
  return candidates.filter(({ book }) => !books.has(book) && books.add(book)).slice(0, STEPS);
}

async function bestPassages(from: string, to: string): Promise<Candidate[]> {
  const { results } = await search(
    {
      query: `${from} ${to}`,
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
  return ofDifferentBooks(results.flatMap(({ passage }) => space.candidate(passage?.id ?? 0) ?? []));
}

function randomWalk(start: Candidate, random: () => number): Candidate[] {
  const steps = [start];
  while (steps.length < STEPS) {
    const near = [...space.nearest(steps.at(-1)!.vector, 200)]
      .flatMap((id) => space.candidate(id) ?? [])
      .filter(({ book }) => steps.every((step) => step.book !== book))
      .slice(0, WALK_CHOICES);
    if (near.length === 0) break;
    steps.push(near[Math.floor(random() * near.length)]!);
  }
  return steps;
}

const [, ...rows] = readFileSync(args.set, 'utf8').trimEnd().split('\n');
const found: Record<string, TrailMeasures[]> = { trail: [], 'best passages': [], 'random walk': [] };
const took: number[] = [];
for (const [place, row] of rows.entries()) {
  const [from = '', to = ''] = row.split('\t');
  const answer = await trail({ from, to, steps: STEPS, seed: 0, drop: [], pins: [] }, patience);
  took.push(answer.tookMs);
  if (args.markdown) {
    console.log(`${toMarkdown(answer)}\n`);
    continue;
  }
  const steps = answer.steps.flatMap(({ passage }) => space.candidate(passage?.id ?? 0) ?? []);
  const start = await readEnd(parseEnd(from), library, space, search, patience);
  const goal = to === '' ? undefined : await readEnd(parseEnd(to), library, space, search, patience);
  const begins = start.direction;
  const ends = goal?.direction ?? steps.at(-1)?.vector;
  if (begins === undefined || ends === undefined || steps[0] === undefined) continue;
  found.trail!.push(measureTrail(steps, begins, ends));
  found['best passages']!.push(measureTrail(await bestPassages(from, to), begins, ends));
  found['random walk']!.push(measureTrail(randomWalk(steps[0], randomOf(place + 1)), begins, ends));
}
if (!args.markdown) {
  console.log(`| | ${TRAIL_MEASURES.join(' | ')} |\n|---|${TRAIL_MEASURES.map(() => '---|').join('')}`);
  for (const [name, list] of Object.entries(found)) {
    const cells = TRAIL_MEASURES.map((measure) => {
      const values = list.map((figures) => figures[measure]);
      const [low, high] = interval(values);
      return `${mean(values).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  took.sort((a, b) => a - b);
  const ms = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))]!.toFixed(0);
  console.log(
    `\n${rows.length} trails of ${STEPS} steps: ${ms(0.5)} ms (median), ${ms(0.95)} ms (95th percentile)`,
  );
}
await library.close();
process.exit(0);
