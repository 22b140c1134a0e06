import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { modelPaths } from '@libtrails/models/paths';
import { skipWithout } from '../model.test-support.ts';
import { chooseBackend, NoBackendError } from './choose.ts';

test('without weights and server the message names the cure for each backend', async (t) => {
  const modelsDir = mkdtempSync(join(tmpdir(), 'libtrails-choose-'));
  t.after(() => rmSync(modelsDir, { recursive: true }));
  await assert.rejects(chooseBackend({ modelsDir, precision: 'float32' }), (error: unknown) => {
    assert.ok(error instanceof NoBackendError);
    assert.match(
      error.message,
      /onnx: .*model-float32.onnx is missing: run `npm run model -- --precision float32`/,
    );
    assert.match(error.message, /wasm: .*is missing/);
    assert.match(error.message, /http: EMBEDDING_HTTP_URL is not set/);
    return true;
  });
  await assert.rejects(chooseBackend({ modelsDir, backend: 'wasm' }), (error: unknown) => {
    assert.ok(error instanceof NoBackendError);
    assert.doesNotMatch(error.message, /onnx:|http:/);
    return true;
  });
});

test('a file that is no model is refused by both runtimes, and the process continues', async (t) => {
  const modelsDir = mkdtempSync(join(tmpdir(), 'libtrails-choose-'));
  t.after(() => rmSync(modelsDir, { recursive: true }));
  const { weights } = modelPaths(modelsDir);
  await mkdir(dirname(weights.int8), { recursive: true });
  await writeFile(weights.int8, 'not a model');
  await assert.rejects(chooseBackend({ modelsDir }), /onnx: [\s\S]+wasm: [\s\S]+http:/);
});

describe('with the model there', { skip: skipWithout('int8') }, () => {
  test('auto takes the native runtime', async () => {
    const backend = await chooseBackend({});
    await backend.close();
    assert.equal(backend.name, 'onnx');
    assert.equal(backend.precision, 'int8');
  });
});
