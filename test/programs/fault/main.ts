/** `npm run faults [-- --quick] [--seed N]`: does the harm, and writes what came of it. README.md has the table. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seededRandom } from '@libtrails/indexer/grouping/random';
import { clockJumps } from './clock-jumps.ts';
import { damagedBackup, damagedFile } from './damaged-file.ts';
import { smallDisk, vanishedFolder } from './disk.ts';
import { killRows } from './kills.ts';
import { powerCuts } from './power-cuts.ts';
import type { Row } from './row.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, seed: { type: 'string' }, out: { type: 'string' } },
});
const quick = values.quick === true;
const seed = Number(values.seed ?? '7');
if (!Number.isSafeInteger(seed)) throw new Error('--seed must be a whole number');

const random = seededRandom(seed);
const begun = performance.now();
const rows: Row[] = [
  ...(await killRows(quick ? 2 : 60, random)),
  await powerCuts(quick ? 6 : 200, random),
  await damagedFile('page', quick ? 3 : 60, random),
  await damagedFile('bit', quick ? 1 : 60, random),
  await damagedBackup(quick ? 3 : 60, random),
  smallDisk(),
  await vanishedFolder(),
  await clockJumps(quick ? 3 : 60, random),
];
console.log(table(rows));
const failed = rows.filter(({ lost, wrong }) => lost + wrong > 0).length;
const tries = rows.reduce((sum, row) => sum + row.tries, 0);
console.log(`\nseed ${seed}, ${tries} tries, ${Math.round((performance.now() - begun) / 1000)} s`);
if (values.out !== undefined)
  writeFileSync(values.out, `${JSON.stringify({ seed, quick, rows }, null, 2)}\n`);
process.exitCode = failed === 0 ? 0 : 1;

function table(all: readonly Row[]): string {
  const head = '| fault | tries | lost | wrong | next start, longest | |\n|---|---|---|---|---|---|';
  const line = ({ fault, tries: n, lost, wrong, recoveryMs, note }: Row) =>
    `| ${fault} | ${n} | ${lost} | ${wrong} | ${recoveryMs === undefined ? '' : `${recoveryMs} ms`} | ${note} |`;
  return [head, ...all.map(line)].join('\n');
}
