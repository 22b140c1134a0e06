/** What must be there before the services start: the model's files and the built front end. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './processes.ts';

/** Runs a program of the project to its end; throws if it fails. It has said why by then. */
function runProgram(what: string, script: string, args: readonly string[] = []): void {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${what} failed, see above`);
}

/** Fetches the int8 model unless it is there and its sha256 is right. */
export function prepareModel(): void {
  runProgram('Fetching the model', 'models/src/fetch.ts');
}

/** Builds the front end unless its sources are those of the last build. */
export function prepareWeb(): void {
  runProgram('Building the web UI', 'frontend/scripts/build.mjs');
}
