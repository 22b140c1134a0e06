import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROFILE, profileNameOf, readProfile } from './profile.ts';

test('the shipped profile is read by its name, another by its folder', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-profile-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(PROFILE.folder, folder, { recursive: true });
  const file = join(folder, 'profile.json');
  const json = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...json, name: 'small', dims: 256 }));
  assert.equal(readProfile('bge-small-en-v1.5').dims, PROFILE.dims);
  assert.equal(readProfile(folder).dims, 256);

  writeFileSync(file, JSON.stringify({ ...json, dims: 100 }));
  assert.throws(() => readProfile(folder), /profile\.json: dims must be a multiple of 16/);
});

test('an unknown profile is reported with the setting that names it', () => {
  assert.throws(() => readProfile('no-such-model'), /no-such-model.*LIBTRAILS_PROFILE/);
});

test('a fingerprint begins with the name of its profile', () => {
  assert.equal(profileNameOf('bge-small-en-v1.5/int8/cls/l2/q1'), PROFILE.name);
});

test('no other file sets the length of a vector', () => {
  const root = join(import.meta.dirname, '../..');
  // Migrations tell how old files were made; the tables of today come from the profile.
  const files = globSync(
    ['services/*/src/**/*.{ts,sql}', 'models/src/**/*.ts', 'frontend/{app,components,lib}/**/*.{ts,tsx}'],
    {
      cwd: root,
    },
  ).filter((path) => !/(?:\.test|test-support)\.ts$|\/migrations\//.test(path));
  assert.ok(files.length > 300, `only ${files.length} files found`);
  const number = new RegExp(`\\b${PROFILE.dims}\\b`);
  assert.deepEqual(
    files.filter((file) => number.test(readFileSync(join(root, file), 'utf8'))),
    [],
  );
});
