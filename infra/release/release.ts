/**
 * `npm run release -- X.Y.Z [--dry-run]`: sets the version everywhere, cuts the changelog, commits and tags.
 * `--verify vX.Y.Z` checks that a tag, the versions and the changelog agree; `--notes vX.Y.Z` prints its notes.
 * Nothing is pushed: the tag's workflow publishes once you push it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../stack/processes.ts';
import { cutRelease, isLater, sectionOf } from './changelog.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

interface Lockfile {
  version: string;
  packages: Record<string, { version?: string; link?: boolean }>;
}

/** Folders of the root and all workspaces, as the lockfile names them. */
function packageFolders(lock: Lockfile): string[] {
  return Object.keys(lock.packages).filter((folder) => !folder.includes('node_modules'));
}

const manifestIn = (folder: string) => join(folder, 'package.json');
const versionIn = (folder: string) => (JSON.parse(read(manifestIn(folder))) as { version: string }).version;

/** Every file with the version in it, as it will be. */
function withVersion(version: string): Map<string, string> {
  const lock = JSON.parse(read('package-lock.json')) as Lockfile;
  const files = new Map<string, string>();
  for (const folder of packageFolders(lock)) {
    const manifest = read(manifestIn(folder));
    files.set(manifestIn(folder), manifest.replace(/^(\s*"version": )"[^"]+"/m, `$1"${version}"`));
    const entry = lock.packages[folder];
    if (entry?.version !== undefined) entry.version = version;
  }
  lock.version = version;
  return files.set('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
}

function fail(line: string): never {
  console.error(`libtrails: ${line}`);
  process.exit(1);
}

function verify(tag: string): void {
  const version = tag.replace(/^v/, '');
  const lock = JSON.parse(read('package-lock.json')) as Lockfile;
  const others = packageFolders(lock).filter((folder) => versionIn(folder) !== version);
  if (others.length > 0) fail(`${tag} is not the version of ${others.map(manifestIn).join(', ')}`);
  if (lock.version !== version) fail(`${tag} is not the version of package-lock.json`);
  if (!sectionOf(read('CHANGELOG.md'), version)) fail(`CHANGELOG.md has no section for ${version}`);
  console.log(`${tag}: versions and changelog agree`);
}

function release(version: string, isDry: boolean): void {
  const now = versionIn('.');
  if (!isLater(version, now)) fail(`${version} does not come after ${now}: give X.Y.Z`);
  if (!isDry && git('status', '--porcelain') !== '') fail('there are uncommitted changes: commit them first');
  if (!isDry && git('branch', '--show-current') !== 'main') fail('releases are made on main');
  const changelog = cutRelease(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
  const files = withVersion(version).set('CHANGELOG.md', changelog);
  console.log(`${now} -> ${version} in ${files.size} files\n\n${sectionOf(changelog, version)}\n`);
  if (isDry) {
    console.log('Dry run: nothing was written.');
    return;
  }
  for (const [file, text] of files) writeFileSync(join(root, file), text);
  // What the contract says of the version is generated.
  execFileSync(process.execPath, ['infra/scripts/generate-proto.mjs'], { cwd: root, stdio: 'inherit' });
  git('commit', '-qam', `release: ${version}`);
  git('tag', '-a', `v${version}`, '-m', `LibTrails ${version}`);
  console.log(`Tagged v${version}. Publish it with: git push --follow-tags`);
}

const { values, positionals } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    verify: { type: 'string' },
    notes: { type: 'string' },
  },
  allowPositionals: true,
});
try {
  if (values.verify !== undefined) verify(values.verify);
  else if (values.notes !== undefined) {
    const version = values.notes.replace(/^v/, '');
    console.log(
      sectionOf(read('CHANGELOG.md'), version) ?? fail(`CHANGELOG.md has no section for ${version}`),
    );
  } else release(positionals[0] ?? fail('give the version: npm run release -- X.Y.Z'), values['dry-run']);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
