import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './processes.ts';

interface Lockfile {
  packages: Record<string, { link?: boolean; integrity?: string; resolved?: string }>;
}

for (const path of ['package-lock.json', 'test/programs/load/package-lock.json']) {
  test(`${path} holds the SHA-512 of every package, and no address but the registry's own`, () => {
    const { packages } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Lockfile;
    const fetched = Object.entries(packages).filter(
      ([where, { link }]) => where.includes('node_modules/') && link !== true,
    );
    assert.ok(fetched.length > 20, `only ${fetched.length} packages: does the test still fit the file?`);
    const without = fetched.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    assert.deepEqual(
      without.map(([where]) => where),
      [],
    );
    assert.deepEqual(
      fetched.filter(([, { resolved }]) => resolved !== undefined).map(([where]) => where),
      [],
    );
  });
}
