import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './processes.ts';
import { V8_LIMITS, v8Options } from './v8-limits.ts';

test('services have the limits of their images', () => {
  const dockerfile = readFileSync(join(root, 'infra/docker/Dockerfile'), 'utf8');
  const commands = new Map(
    [...dockerfile.matchAll(/^CMD \["node", (.*?)"([^"]+\.[tj]s)"\]$/gm)].map(
      ([, options = '', script = '']) => [
        script,
        options
          .split(', ')
          .filter(Boolean)
          .map((option) => option.replaceAll('"', '')),
      ],
    ),
  );
  assert.deepEqual(commands.get('frontend/server.js'), V8_LIMITS.web);
  for (const service of ['embedding', 'retrieval', 'indexer'] as const) {
    assert.deepEqual(commands.get(`services/${service}/src/main.ts`), V8_LIMITS[service], service);
  }
});

test('a small library has limits, a folder of many books none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-limits-'));
  try {
    assert.deepEqual(v8Options(folder, folder), V8_LIMITS);
    assert.deepEqual(v8Options(folder, join(folder, 'missing')), V8_LIMITS);
    for (let book = 0; book <= 200; book++) writeFileSync(join(folder, `${book}.epub`), '');
    assert.deepEqual(v8Options(folder, folder).retrieval, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
