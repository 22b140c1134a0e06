/** `npm run check [-- --without-tests]`: types, lint and format, generated files, architecture, unit tests without a model. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './processes.ts';

const bin = (name: string) => join(root, 'node_modules/.bin', name);

const STEPS: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['types of services and tests', bin('tsc'), ['-p', '.']],
  ['types of the front end', bin('tsc'), ['-p', 'frontend']],
  ['lint and format', bin('biome'), ['ci', '--reporter=summary', '.']],
  ['generated contract types', process.execPath, ['infra/scripts/generate-proto.mjs', '--check']],
  ['unit tests', process.execPath, ['infra/stack/run-tests.ts', 'unit']],
];

const steps = process.argv.includes('--without-tests') ? STEPS.slice(0, -1) : STEPS;
let failed = 0;
for (const [name, command, args] of steps) {
  const from = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
