/**
 * Fits the floor of relevance, and says how often it is right: queries with an answer that are lost, queries without
 * one that are refused, on each library, and across ten parts of the queries of which nine were fitted.
 *
 *   node test/programs/relevance/floor.ts --at SET=FOLDER [--at SET=FOLDER …] [--scope books|passages] [--wrong]
 *
 * Opens the libraries itself (stop the services first) and embeds in its own process. The weights that it prints are
 * those of services/retrieval/src/fusion/floor.ts; --wrong names the queries that are judged wrongly.
 */
import { parseArgs } from 'node:util';
import { createEmbedder } from '../../../services/embedding/src/embedder.ts';
import {
  type BestEvidence,
  COVERAGE_FLOOR,
  isRelevant,
  OFFSET,
  PIECES,
  WEIGHTS,
} from '../../../services/retrieval/src/fusion/floor.ts';
import type { RankedList } from '../../../services/retrieval/src/fusion/ranked-list.ts';
import { bestEvidence } from '../../../services/retrieval/src/search/evidence.ts';
import { SIGNALS } from '../../../services/retrieval/src/signals/all-signals.ts';
import { parseQuery } from '../../../services/retrieval/src/signals/fts-query.ts';
import { completed } from '../../../services/retrieval/src/signals/keyword-hits.ts';
import { questionOf } from '../../../services/retrieval/src/signals/signal.ts';
import { openLibrary } from '../../../services/retrieval/src/store/sqlite/open-library.ts';
import { sqliteStore } from '../../../services/retrieval/src/store/sqlite/sqlite-store.ts';
import { bookKey, readJudgedSet } from './judged-set.ts';
import { fitLogistic, type Labelled, weighedSum } from './logistic.ts';
import { interval, mean } from './statistics.ts';

const PARTS = 10;
/** What all good queries of a library count for together, and all others. */
const COUNTED = 100;
/** Of queries without an answer, on the worst library. */
const REFUSED = 0.9;

const { values: args } = parseArgs({
  options: {
    at: { type: 'string', multiple: true, default: [] },
    scope: { type: 'string', default: 'books' },
    wrong: { type: 'boolean', default: false },
  },
});
if (args.at.length === 0) throw new Error('Give a judged set and a library: --at SET=FOLDER');
if (args.scope !== 'books' && args.scope !== 'passages') throw new Error('--scope books or passages');
const { scope } = args;
const embedder = await createEmbedder();

interface Judged {
  query: string;
  /** Whether the library has an answer. */
  good: boolean;
  evidence: BestEvidence;
}

async function judgedAt(set: string, folder: string): Promise<Judged[]> {
  const library = await openLibrary(folder);
  const store = sqliteStore(library);
  const files = library.db.prepare<[], string>('SELECT file_name FROM sources').pluck().all();
  const books = new Set(files.map(bookKey));
  const judged: Judged[] = [];
  for (const { text, kind, books: right } of readJudgedSet(set)) {
    const good = [...right].some(([book, grade]) => grade === 2 && books.has(book));
    if (!good && kind !== 'none') continue;
    const question = questionOf(await completed(parseQuery(text), store), scope as 'books' | 'passages');
    for (const asked of ['QUERY', 'LABEL'] as const) {
      const { vectors, dims } = await embedder.embed([text], asked);
      question.vectors[asked] = vectors.slice(0, dims);
    }
    const lists: RankedList[] = [];
    for (const signal of SIGNALS.filter(({ scopes }) => scopes.includes(question.scope))) {
      lists.push({ signal, items: await signal.rank(question, store) });
    }
    judged.push({ query: text, good, evidence: await bestEvidence(lists, question, store) });
  }
  await library.close();
  return judged;
}

const isSure = ({ evidence }: Judged) => evidence.literal && evidence.coverage >= COVERAGE_FLOOR;

/** Good queries and those without an answer count alike, and each library as much as another. */
function labelled(some: readonly Judged[]): Labelled[] {
  const good = some.filter((one) => one.good).length;
  return some
    .filter((one) => !isSure(one))
    .map((one) => ({
      values: valuesOf(one),
      good: one.good,
      weight: COUNTED / (one.good ? good : some.length - good),
    }));
}

const valuesOf = ({ evidence: { passages, coverage } }: Judged) => [
  1,
  ...Object.values(PIECES).map((piece) => piece(passages!, coverage)),
];

/** The same query falls into the same part on every library. */
const partOf = (query: string) =>
  [...query].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7) % PARTS;

/** The sum that a fit on the other nine parts gives; endless where no fit is asked. */
function crossValidated(sets: readonly (readonly Judged[])[]): number[][] {
  const fits = Array.from({ length: PARTS }, (_, part) =>
    fitLogistic(sets.flatMap((some) => labelled(some.filter(({ query }) => partOf(query) !== part)))),
  );
  return sets.map((some) =>
    some.map((one) =>
      isSure(one) ? Number.POSITIVE_INFINITY : weighedSum(fits[partOf(one.query)]!, valuesOf(one)),
    ),
  );
}

const percent = (values: readonly number[]) => {
  const [low, high] = interval(values);
  return `${(100 * mean(values)).toFixed(1)} % (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
};

function table(title: string, passes: (set: number, place: number) => boolean): void {
  console.log(
    `\n${title}\n\n| library | without an answer: refused | with one: lost | precision | recall |\n|---|---|---|---|---|`,
  );
  for (const [set, some] of sets.entries()) {
    const none = some.flatMap(({ good }, place) => (good ? [] : [passes(set, place) ? 0 : 1]));
    const lost = some.flatMap(({ good }, place) => (good ? [passes(set, place) ? 0 : 1] : []));
    const refused = none.filter((value) => value === 1).length;
    const wrongly = lost.filter((value) => value === 1).length;
    console.log(
      `| ${args.at[set]!.split('=')[1]} | ${percent(none)} of ${none.length} | ${percent(lost)} of ${lost.length} | ${(refused / (refused + wrongly)).toFixed(2)} | ${(refused / none.length).toFixed(2)} |`,
    );
  }
}

const sets: Judged[][] = [];
for (const at of args.at) {
  const [set = '', folder = ''] = at.split('=');
  sets.push(await judgedAt(set, folder));
}

const inForce = (set: number, place: number) => isRelevant(sets[set]![place]!.evidence);
table('As the service judges', inForce);
if (args.wrong) {
  for (const [set, some] of sets.entries()) {
    const wrong = some.filter((one, place) => one.good !== inForce(set, place));
    console.log(
      `\nLost: ${wrong
        .filter(({ good }) => good)
        .map(({ query }) => query)
        .join(' · ')}`,
    );
    console.log(
      `Let through: ${wrong
        .filter(({ good }) => !good)
        .map(({ query }) => query)
        .join(' · ')}`,
    );
  }
}

const sums = crossValidated(sets);
/** The highest bound that still loses as few of the good ones as can be: nine in ten of the others lie below it. */
const bounds = sets.map((some, set) => {
  const others = sums[set]!.filter((_, place) => !some[place]!.good).sort((a, b) => a - b);
  return others[Math.ceil(REFUSED * others.length) - 1]! + 1e-6;
});
const bound = Math.max(...bounds);
table(
  `Fitted anew, each tenth of the queries judged by a fit on the others (bound ${bound.toFixed(2)}; by library ${bounds.map((one) => one.toFixed(2)).join(', ')})`,
  (set, place) => sums[set]![place]! >= bound,
);

const [constant = 0, ...weights] = fitLogistic(sets.flatMap(labelled));
console.log('\n| piece of evidence | in force | fitted |\n|---|---|---|');
for (const [i, name] of Object.keys(PIECES).entries()) {
  console.log(`| ${name} | ${WEIGHTS[name]} | ${weights[i]!.toFixed(2)} |`);
}
console.log(`| offset | ${OFFSET} | ${(constant - bound).toFixed(2)} |`);
process.exit(0);
