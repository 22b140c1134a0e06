/**
 * Builds the standalone server and puts its static files beside it. Does nothing when what it is built from has
 * not changed since the last time. `--force` builds anyway.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeScriptHashes } from './script-hashes.mjs';

const frontend = join(import.meta.dirname, '..');
const repository = join(frontend, '..');
const output = join(frontend, '.next');
const standalone = join(output, 'standalone', 'frontend');
const stamp = join(output, 'libtrails-build.sha256');

/** Everything that the build reads, relative to the repository. */
const SOURCES = [
  'frontend/{app,components,lib,public,scripts,types}/**/*.*',
  'frontend/*.{ts,mjs,json}',
  'proto/libtrails/**/*.proto',
  'proto/src/options.json',
  'services/common/src/{book-formats,client-address,grpc-channel,host-names}.ts',
  'package-lock.json',
];
/** Written by the build itself, or read by tests only. */
const NOT_SOURCES = /\.test\.tsx?$|next-env\.d\.ts$|\.tsbuildinfo$/;

function sourceHash() {
  const hash = createHash('sha256').update(process.version);
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: repository })).filter((file) =>
    statSync(join(repository, file)).isFile(),
  );
  for (const file of files.filter((f) => !NOT_SOURCES.test(f)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(repository, file)));
  }
  return hash.digest('hex');
}

function nextBuild() {
  const next = createRequire(join(frontend, 'package.json')).resolve('next/dist/bin/next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [next, 'build'], { cwd: frontend, env, stdio: 'inherit' });
  return status === 0;
}

const hash = sourceHash();
const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
if (done && existsSync(join(standalone, 'server.js')) && !process.argv.includes('--force')) {
  console.log('web: up to date');
} else {
  rmSync(stamp, { force: true });
  if (!nextBuild()) {
    // A cache from another place or version makes a build die; a clean one tells whether it was that.
    console.log('web: building again from nothing');
    rmSync(output, { recursive: true, force: true });
    if (!nextBuild()) process.exit(1);
  }
  renameSync(join(standalone, 'server.js'), join(standalone, 'next-server.js'));
  copyFileSync(join(import.meta.dirname, 'standalone-server.mjs'), join(standalone, 'server.js'));
  cpSync(join(frontend, 'public'), join(standalone, 'public'), { recursive: true });
  rmSync(join(standalone, '.next', 'static'), { recursive: true, force: true });
  cpSync(join(output, 'static'), join(standalone, '.next', 'static'), { recursive: true });
  writeScriptHashes(join(output, 'server'), join(standalone, '.next', 'script-hashes.json'));
  writeFileSync(stamp, hash);
  console.log('web: built');
}
