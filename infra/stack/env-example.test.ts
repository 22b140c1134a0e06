import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './processes.ts';

test('.env.example lists every setting that the services read', () => {
  const sources = [
    'services/*/src/**/*.ts',
    'models/src/**/*.ts',
    'frontend/{lib,app,scripts}/**/*.{ts,tsx,mjs}',
  ];
  const files = globSync(sources, { cwd: root }).filter((file) => !file.includes('.test.'));
  const read = files.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^ +((?:LIBTRAILS|EMBEDDING|RETRIEVAL|INDEXER)_[A-Z_]+): |env(?:\.|\[')((?:LIBTRAILS|EMBEDDING|RETRIEVAL|INDEXER)_[A-Z_]+)/gm,
    ),
  ]);
  const names = new Set(read.map((match) => match[1] ?? match[2]!));
  assert.ok(names.size >= 20, `only ${names.size} settings found: does the pattern still fit the sources?`);
  const listed = new Set(
    [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]),
  );
  assert.deepEqual([...names].filter((name) => !listed.has(name)).sort(), []);
});
