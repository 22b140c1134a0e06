/** Prepares what the services need to start: the model's files and the built front end. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './processes.ts';

/** Runs a program of the project to its end; throws if it fails. The program has printed the reason. */
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

/**
 * Builds the front end as `prepareWeb` does, without its output, which is shown only if it fails.
 * @param onWaiting called every second with the seconds so far
 */
export async function buildWeb(onWaiting: (seconds: number) => void): Promise<'built' | 'up to date'> {
  const child = spawn(process.execPath, [join(root, 'frontend/scripts/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data));
  const start = Date.now();
  const timer = setInterval(() => onWaiting(Math.round((Date.now() - start) / 1000)), 1_000);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`Building the web pages failed:\n${output}`);
  } finally {
    clearInterval(timer);
  }
  return /web: up to date/.test(output) ? 'up to date' : 'built';
}

/** Builds the front end unless its sources are those of the last build. */
export function prepareWeb(): void {
  runProgram('Building the web UI', 'frontend/scripts/build.mjs');
}
