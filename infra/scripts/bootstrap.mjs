// Runs on plain Node 20 before anything is installed: installs what the lockfile names, then hands over to
// Node 24 (from node_modules, or the system's own). Every npm script that a newcomer may call first starts here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const NEEDED_MAJOR = 24;

/** Prints one line and its cure, and ends. */
export function fail(line) {
  console.error(`libtrails: ${line}`);
  process.exit(1);
}

/** Installs if the folder does not match the lockfile: a first run, an update, or an install cut off half-way. */
function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.libtrails-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.log('Installing packages (about half a minute) ...');
  const npm = process.env.npm_execpath;
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...quiet], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', quiet, { cwd: root, stdio: 'inherit' });
  if (run.status !== 0)
    fail('`npm ci` failed: check the network and the messages above, then run the same command again.');
  writeFileSync(stamp, digest);
}

/** Path of a Node that can run the services. */
export function findNode() {
  const bundled = join(root, 'node_modules/.bin/node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  return fail(
    `this platform needs Node ${NEEDED_MAJOR} or later on the PATH (found ${process.version}): install it, then run the same command again.`,
  );
}

/** Runs a TypeScript program of the project with the arguments given, and ends with its exit code. */
export function handOver(script, args = process.argv.slice(2)) {
  install();
  const node = findNode();
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    LIBTRAILS_NODE: node,
  };
  // Signals of the terminal reach the child directly; this process only waits.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const child = spawnSync(node, [join(root, script), ...args], { cwd: process.cwd(), env, stdio: 'inherit' });
  process.exit(child.status ?? 1);
}
