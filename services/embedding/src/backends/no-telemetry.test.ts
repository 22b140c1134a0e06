import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { skipWithout } from '../model.test-support.ts';

const PROGRAM = `(async () => {
  const { createEmbedder } = await import(${JSON.stringify(new URL('../embedder.ts', import.meta.url).href)});
  const embedder = await createEmbedder({ backend: 'onnx' });
  await embedder.embed(['whaling voyage'], 'LABEL');
  await embedder.close();
})()`;

test('the runtime keeps no records of its use', { skip: skipWithout('int8') }, () => {
  const home = mkdtempSync(join(tmpdir(), 'libtrails-home-test-'));
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: home,
    LIBTRAILS_MODELS: process.env.LIBTRAILS_MODELS,
  };
  try {
    const ran = spawnSync(process.execPath, ['--eval', PROGRAM], { env, encoding: 'utf8' });
    assert.equal(ran.status, 0, ran.stderr);
    assert.deepEqual(readdirSync(home, { recursive: true }), []);
  } finally {
    rmSync(home, { recursive: true });
  }
});
