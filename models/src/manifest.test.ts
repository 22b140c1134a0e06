import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { filesFor, MANIFEST } from './manifest.ts';
import { modelPaths } from './paths.ts';

test('each precision needs its own weights and the shared tokenizer', () => {
  const names = (...precisions: Parameters<typeof filesFor>[1]) =>
    filesFor(MANIFEST, precisions).map((file) => file.name);
  assert.deepEqual(names('int8'), ['model.onnx', 'tokenizer.json']);
  assert.deepEqual(names('float32'), ['model-float32.onnx', 'tokenizer.json']);
  assert.deepEqual(names('int8', 'float32'), ['model.onnx', 'model-float32.onnx', 'tokenizer.json']);
});

test('the files of the manifest can be recognised and asked for', () => {
  for (const file of MANIFEST.files) {
    assert.match(file.sha256, /^[0-9a-f]{64}$/);
    assert.ok(Number.isInteger(file.bytes) && file.bytes > 0);
    assert.match(file.huggingFace.revision, /^[0-9a-f]{40}$/, 'pinned to a commit, not to a branch');
    assert.match(file.maven.artifact, /^[\w.-]+:[\w.-]+:[\w.-]+$/);
  }
});

test('paths lie under the folder given, the variable, or the checkout, in this order', (t) => {
  const before = process.env.LIBTRAILS_MODELS;
  t.after(() => {
    if (before === undefined) delete process.env.LIBTRAILS_MODELS;
    else process.env.LIBTRAILS_MODELS = before;
  });
  process.env.LIBTRAILS_MODELS = '/from/env';
  assert.equal(modelPaths('/given').weights.int8, resolve('/given', 'bge-small-onnx', 'model.onnx'));
  assert.equal(modelPaths().tokenizer, resolve('/from/env', 'bge-small-onnx', 'tokenizer.json'));
  delete process.env.LIBTRAILS_MODELS;
  assert.equal(modelPaths().dir, join(import.meta.dirname, '..', 'bge-small-onnx'));
});
