/** The same weights give the same vectors, whichever runtime reads them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Precision } from '@libtrails/models/manifest';
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE } from '@libtrails/models/profile';
import { cosine, skipWithout } from '../model.test-support.ts';
import { openTokenizer } from '../tokenizer.ts';
import type { Backend } from './backend.ts';
import { openInThread } from './in-thread.ts';
import { PROBE_TEXTS, probesMatch, probeVectors } from './probes.ts';

const TEXTS = [
  'whaling voyage',
  'stoicism',
  'how to live without fear of death',
  'Call me Ishmael. Some years ago—never mind how long precisely—having little or no money in my purse, and nothing particular to interest me on shore, I thought I would sail about a little and see the watery part of the world.',
  'Le vent se lève ! … il faut tenter de vivre !',
  '漢字 and кириллица and 🐋',
  'E = mc², p. 42; 3.14159 (see §7)',
  'What is a man, if his chief good and market of his time be but to sleep and feed? '.repeat(8),
];
/**
 * float32: the same to rounding. int8 weights are run with activations rounded to 256 steps; a difference in the
 * last bit of a sum tips a value into the next step here and there, and the layers after it amplify that. The same
 * happens between two optimisation levels of one runtime (.998), and stays below what int8 itself costs (.996).
 */
const LEAST_COSINE: Readonly<Record<Precision, number>> = { float32: 0.99999, int8: 0.99 };

for (const precision of ['int8', 'float32'] satisfies Precision[]) {
  describe(`${precision} weights`, { skip: skipWithout(precision) }, () => {
    const open = (runtime: 'onnx' | 'wasm') =>
      openInThread({ runtime, weights: modelPaths().weights[precision], precision, threads: 1 });
    const tokenize = (texts: readonly string[]) =>
      openTokenizer(modelPaths().tokenizer, PROFILE.maxTokens).encode(texts);
    const embedEach = async (backend: Backend, texts: readonly string[]) => {
      const vectors: Float32Array[] = [];
      for (const text of await tokenize(texts)) vectors.push(await backend.embed([text]));
      return vectors;
    };

    test('onnx and wasm agree, and share a fingerprint', async () => {
      const onnx = await open('onnx');
      const wasm = await open('wasm');
      try {
        const a = await embedEach(onnx, TEXTS);
        const b = await embedEach(wasm, TEXTS);
        TEXTS.forEach((text, i) => {
          const agreement = cosine(a[i]!, b[i]!);
          assert.ok(agreement >= LEAST_COSINE[precision], `${agreement} for "${text.slice(0, 40)}"`);
        });
        assert.equal(onnx.fingerprint, wasm.fingerprint);
        assert.equal(onnx.fingerprint, `bge-small-en-v1.5/${precision}/cls/l2/q1`);
      } finally {
        await Promise.all([onnx.close(), wasm.close()]);
      }
    });

    test('vectors are the published ones', async () => {
      const onnx = await open('onnx');
      try {
        const vectors = await embedEach(onnx, PROBE_TEXTS);
        if (precision === 'float32') {
          assert.ok(probesMatch(Float32Array.from(vectors.flatMap((vector) => [...vector]))));
        } else {
          const known = probeVectors();
          vectors.forEach((vector, i) => {
            const near = cosine(vector, known.subarray(i * PROFILE.dims, (i + 1) * PROFILE.dims));
            assert.ok(near > 0.99, `int8 is ${near} away from float32`);
          });
        }
      } finally {
        await onnx.close();
      }
    });

    test('a text has the same vector alone and among others', async () => {
      const onnx = await open('onnx');
      try {
        const words = await tokenize(['whale', 'ship', 'captain', 'love', 'night']);
        const { rows } = onnx.limits;
        const together: Float32Array[] = [];
        for (let i = 0; i < words.length; i += rows) {
          const vectors = await onnx.embed(words.slice(i, i + rows));
          for (let at = 0; at < vectors.length; at += onnx.dims) {
            together.push(vectors.slice(at, at + onnx.dims));
          }
        }
        for (const [i, word] of words.entries()) {
          assert.ok(cosine(await onnx.embed([word]), together[i]!) >= 0.99999);
        }
      } finally {
        await onnx.close();
      }
    });
  });
}
