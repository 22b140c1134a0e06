/**
 * Whether two services give the same answers.
 *
 *   node test/programs/relevance/compare-answers.ts --set FILE [--set FILE …] --of http://host:port --with http://host:port
 *
 * Both must serve copies of one library file with the same model. Asks every query of the judged sets in every scope,
 * with explanations, and prints the first differences. Exit code 1 if there is any. Times are not compared, nor fields
 * that only the second one has.
 */
import { parseArgs } from 'node:util';
import { SCOPES } from '@libtrails/proto/values';
import { getJson } from '../../test-stack.ts';
import { readJudgedSet } from './judged-set.ts';

/** Differences that are printed. */
const SHOWN = 20;
const LIMIT = '20';
/** Times of stages, and numbers of commits. */
const IGNORED = new Set(['tookMs', 'index']);
/** Parts of an answer may differ by this much: a sum of shares. */
const TOLERANCE = 1e-12;

const { values: args } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: [] },
    of: { type: 'string' },
    with: { type: 'string' },
  },
});
const { of, with: other } = args;
if (of === undefined || other === undefined || args.set.length === 0) {
  console.error(
    'Give a judged set and two services: --set FILE --of http://host:port --with http://host:port',
  );
  process.exit(2);
}

/** Paths at which what `before` holds is not in `after`. */
function differences(before: unknown, after: unknown, path = ''): string[] {
  if (typeof before === 'number' && typeof after === 'number') {
    return Math.abs(before - after) <= TOLERANCE * Math.max(1, Math.abs(before)) ? [] : [path];
  }
  if (before === null || typeof before !== 'object') return before === after ? [] : [path];
  if (after === null || typeof after !== 'object') return [path];
  if (Array.isArray(before) && before.length !== (after as unknown[]).length) return [`${path}.length`];
  return Object.entries(before).flatMap(([key, value]) =>
    IGNORED.has(key) ? [] : differences(value, (after as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

let compared = 0;
let different = 0;
for (const { text } of args.set.flatMap(readJudgedSet)) {
  for (const scope of SCOPES) {
    const query = `/search?${new URLSearchParams({ q: text, scope, limit: LIMIT, explain: 'true' })}`;
    const [before, after] = await Promise.all([of, other].map((to) => getJson(`${to}/api/v1`, query)));
    compared += 1;
    const found = differences(before, after);
    if (found.length === 0) continue;
    different += 1;
    if (different <= SHOWN) console.log(`${scope} “${text}”: ${found.slice(0, 3).join(', ')}`);
  }
}
console.log(`${compared} answers compared, ${different} differ`);
process.exitCode = different === 0 ? 0 : 1;
