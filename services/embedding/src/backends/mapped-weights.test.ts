import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE } from '@libtrails/models/profile';
import { skipWithout } from '../model.test-support.ts';
import { openTokenizer } from '../tokenizer.ts';
import { mappedModelPath, mapWeights } from './mapped-weights.ts';
import { openOnnx } from './onnx.ts';

const TEXTS = [
  'whaling voyage',
  'Represent this sentence for searching relevant passages: how to live without fear of death',
  'What is a man, if his chief good and market of his time be but to sleep and feed? '.repeat(40),
];

describe('mapped weights', { skip: skipWithout('int8') }, () => {
  let folder: string;
  let weights: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'libtrails-mapped-test-'));
    weights = join(folder, 'model.onnx');
    copyFileSync(modelPaths().weights.int8, weights);
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });

  async function vectors(path: string): Promise<Float32Array[]> {
    const texts = await openTokenizer(modelPaths().tokenizer, PROFILE.maxTokens).encode(TEXTS);
    const backend = await openOnnx({ weights: path, precision: 'int8', threads: 1 });
    const result: Float32Array[] = [];
    for (const text of texts) result.push(await backend.embed([text]));
    await backend.close();
    return result;
  }

  /** Opens the published form: its folder can't be created where a file has the name. */
  async function plainVectors(): Promise<Float32Array[]> {
    const mapped = join(mappedModelPath(weights), '..');
    writeFileSync(mapped, '');
    const result = await vectors(weights);
    rmSync(mapped);
    return result;
  }

  test('give the same vectors, bit for bit, and are made once', async () => {
    const plain = await plainVectors();
    assert.deepEqual(await vectors(weights), plain);
    const model = mappedModelPath(weights);
    const made = readFileSync(model);
    assert.deepEqual(readdirSync(folder).length, 2, 'the weights and one folder');
    assert.deepEqual(await vectors(weights), plain);
    assert.deepEqual(readFileSync(model), made);
  });

  test('made by several processes at once are complete', async () => {
    const paths = await Promise.all([mapWeights(weights), mapWeights(weights), mapWeights(weights)]);
    assert.deepEqual(new Set(paths), new Set([mappedModelPath(weights)]));
    assert.equal(readdirSync(folder).length, 2, 'nothing unfinished is left');
  });

  test('packed for another processor are packed again', async () => {
    const plain = await plainVectors();
    const model = await mapWeights(weights);
    const bytes = readFileSync(model, 'latin1');
    // The names of packed matrices end with the hash of their content.
    const foreign = bytes.replace(/(MatMul\w*\+)\d/g, '$19');
    assert.notEqual(foreign, bytes);
    writeFileSync(model, foreign, 'latin1');
    assert.deepEqual(await vectors(weights), plain);
  });

  test('that are damaged are left alone', async () => {
    const plain = await plainVectors();
    const model = await mapWeights(weights);
    writeFileSync(model, readFileSync(model).subarray(0, 1000));
    assert.deepEqual(await vectors(weights), plain);
  });

  test('are not made from a file that is no model', async () => {
    writeFileSync(weights, 'no model');
    await assert.rejects(mapWeights(weights));
    assert.deepEqual(readdirSync(folder), ['model.onnx']);
  });
});
