#!/usr/bin/env node
// Starts the command on Node 24: this one, or the one that came with the project.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const main = new URL('../src/main.ts', import.meta.url);
const bundled = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  await import(main.href);
} else if (existsSync(bundled)) {
  // Signals of the terminal reach the child directly; this process only waits.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const args = [fileURLToPath(main), ...process.argv.slice(2)];
  process.exitCode = spawnSync(bundled, args, { stdio: 'inherit' }).status ?? 1;
} else {
  console.error(
    `libtrails: Node ${NEEDED_MAJOR} or later is needed, this is ${process.version}: install it.`,
  );
  process.exitCode = 1;
}
