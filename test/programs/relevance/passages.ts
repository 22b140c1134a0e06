/**
 * How often the passage that answers is found: Recall@1 and Recall@10 of the queries of a judged set that name one.
 *
 *   node test/programs/relevance/passages.ts --set FILE [--part fit|unseen] [--to http://host:port] [--failures]
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { search } from '../../test-stack.ts';
import { placeOfPassage } from './evaluate.ts';
import { bookKey, inPart, readJudgedSet } from './judged-set.ts';
import { interval, mean } from './statistics.ts';

const DEPTH = 10;
const TRIES = 10;
const PAUSE_MS = 500;

const { values: args } = parseArgs({
  options: {
    set: { type: 'string', default: 'test/programs/relevance/judged/classics-2.tsv' },
    part: { type: 'string' },
    to: { type: 'string', default: 'http://127.0.0.1:8080' },
    failures: { type: 'boolean', default: false },
  },
});
const queries = inPart(readJudgedSet(args.set), args.part).filter(({ passage }) => passage !== undefined);

const places: { kind: string; place: number }[] = [];
for (const query of queries) {
  const answer = await passagesFor(query.text);
  const found = answer.results.map(({ book, passage }) => ({
    book: bookKey(book?.fileName ?? ''),
    text: passage?.text ?? '',
  }));
  const place = placeOfPassage(query, found);
  places.push({ kind: query.kind, place });
  if (place < 0 && args.failures) console.error(`${query.kind}: ${query.text}`);
}

console.log('| | queries | Recall@1 | Recall@10 |\n|---|--:|--:|--:|');
for (const kind of new Set(places.map((one) => one.kind))) {
  row(
    kind,
    places.filter((one) => one.kind === kind),
  );
}
row('all', places);

/** A busy machine may exceed the service's time limit now and then. */
async function passagesFor(q: string) {
  for (let tries = 1; ; tries += 1) {
    const answer = await search(`${args.to}/api/v1`, { q, scope: 'passages', limit: String(DEPTH) });
    if (!answer.degraded) return answer;
    if (tries === TRIES) throw new Error(`degraded answer to "${q}": ${answer.degradedReasons.join('; ')}`);
    await setTimeout(PAUSE_MS);
  }
}

function row(name: string, some: typeof places): void {
  const recall = (depth: number) => {
    const values = some.map(({ place }) => (place >= 0 && place < depth ? 1 : 0));
    const [low, high] = interval(values);
    return `${mean(values).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  };
  console.log(`| ${name} | ${some.length} | ${recall(1)} | ${recall(DEPTH)} |`);
}
