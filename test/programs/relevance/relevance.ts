/**
 * How good the answers are.
 *
 *   npm run relevance -- --set FILE [--part fit|unseen] [--to host:port] [--save RUN.json]     asks a running retrieval service
 *   npm run relevance -- --set FILE --run RUN.json [--against OLD.json]    reads what was asked before
 *
 * Prints Markdown tables: every signal alone, the two legs, all of them with and without each, by kind of query,
 * with 95 % bootstrap intervals; with --against also the paired difference of two runs.
 */
import { parseArgs } from 'node:util';
import { SIGNALS } from '../../../services/retrieval/src/signals/all-signals.ts';
import { answerable, evaluate, type Figures, MEASURES, refusals } from './evaluate.ts';
import { inPart, type JudgedQuery, readJudgedSet } from './judged-set.ts';
import { alone, asServed, fused, KEYWORD, type Ranking, SEMANTIC } from './rankings.ts';
import { collect, type Run, readRun, writeRun } from './run-file.ts';
import { pairedP } from './statistics.ts';

const USAGE =
  'npm run relevance -- --set FILE [--part fit|unseen] [--to host:port | --run RUN.json] [--save RUN.json] [--against RUN.json]';

const { values: args } = parseArgs({
  options: {
    set: { type: 'string' },
    part: { type: 'string' },
    to: { type: 'string', default: '127.0.0.1:50052' },
    run: { type: 'string' },
    save: { type: 'string' },
    against: { type: 'string' },
  },
});
if (args.set === undefined) {
  console.error(`Give a judged set: ${USAGE}`);
  process.exit(2);
}

const RANKINGS: Record<string, Ranking> = {
  ...Object.fromEntries(SIGNALS.map((signal) => [signal.name, alone(signal)])),
  'keyword leg': fused(KEYWORD, 'scores'),
  'semantic leg': fused(SEMANTIC, 'scores'),
  'all signals, by rank (RRF)': fused(SIGNALS, 'rrf'),
  'all signals, by score': fused(SIGNALS, 'scores'),
  ...Object.fromEntries(
    SIGNALS.map((signal) => [
      `by score, without ${signal.name}`,
      fused(
        SIGNALS.filter((other) => other !== signal),
        'scores',
      ),
    ]),
  ),
  '**as served**': asServed,
};

const cell = ({ mean, low, high }: Figures['means'][(typeof MEASURES)[number]]) =>
  `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;

function table(title: string, rows: readonly (readonly [string, Figures])[]): void {
  console.log(`\n### ${title}\n\n| | ${MEASURES.join(' | ')} |\n|---|${MEASURES.map(() => '---|').join('')}`);
  for (const [name, { means }] of rows) {
    console.log(`| ${name} | ${MEASURES.map((measure) => cell(means[measure])).join(' | ')} |`);
  }
}

function byKind(queries: readonly JudgedQuery[], run: Run): [string, Figures][] {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const some = queries.filter((query) => query.kind === kind);
    return [`${kind} (${some.length})`, evaluate(asServed, some, run)];
  });
}

const queries = inPart(readJudgedSet(args.set), args.part);
const run =
  args.run === undefined
    ? await collect(queries, args.to, {
        progress(done) {
          if (done % 50 === 0) process.stderr.write(`${done} of ${queries.length} queries\n`);
        },
      })
    : readRun(args.run);
if (args.save !== undefined) writeRun(args.save, run);

const good = answerable(queries, run);
table(
  `${good.length} queries with an answer among ${run.library.length} books`,
  Object.entries(RANKINGS).map(([name, ranking]) => [name, evaluate(ranking, good, run)]),
);
table('As served, by kind of query', byKind(good, run));
const { none, refused, lost } = refusals(queries, run);
if (none > 0) {
  console.log(
    `\n“Nothing relevant” was said to ${(100 * refused).toFixed(1)} % of ${none} queries without an answer,`,
  );
  console.log(`and to ${(100 * lost).toFixed(1)} % of ${good.length} that have one.`);
}
difference(
  'By score against by rank',
  evaluate(fused(SIGNALS, 'rrf'), good, run),
  evaluate(fused(SIGNALS, 'scores'), good, run),
);
if (args.against !== undefined) {
  const old = readRun(args.against);
  difference(
    'Against the other run, as served',
    evaluate(asServed, good, old),
    evaluate(asServed, good, run),
  );
}

function difference(title: string, before: Figures, after: Figures): void {
  console.log(
    `\n### ${title}\n\n| measure | before | after | difference | p (paired) |\n|---|---|---|---|---|`,
  );
  for (const measure of MEASURES) {
    const [a, b] = [before.means[measure].mean, after.means[measure].mean];
    const p = pairedP(after.values[measure], before.values[measure]);
    console.log(
      `| ${measure} | ${a.toFixed(3)} | ${b.toFixed(3)} | ${(b - a).toFixed(3)} | ${p.toFixed(4)} |`,
    );
  }
}
