import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE } from '@libtrails/models/profile';
import './no-telemetry.ts';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { skipWithout } from '../model.test-support.ts';
import { openTokenizer } from '../tokenizer.ts';
import type { TokenizedText } from './backend.ts';
import { readGraph } from './graph.ts';
import { ortBackend } from './ort-model.ts';

const PROSE = join(import.meta.dirname, '../../../indexer/data/background-prose.json');
/** What the edit may move: the scale of the last layer's activations, which is taken from one token now. */
const LEAST_COSINE = 0.9999;

describe('the graph that computes the first token only', { skip: skipWithout('int8') }, () => {
  const open = (graph: Uint8Array) => InferenceSession.create(graph, { intraOpNumThreads: 1 });
  let published: InferenceSession;
  let edited: InferenceSession;
  let texts: TokenizedText[];
  before(async () => {
    const { weights, tokenizer } = modelPaths();
    published = await open(readFileSync(weights.int8));
    edited = await open(await readGraph(weights.int8));
    const prose = JSON.parse(readFileSync(PROSE, 'utf8')) as string[];
    const passages = [0, 10, 20].map((at) => prose.slice(at, at + 10).join(' '));
    texts = await openTokenizer(tokenizer, PROFILE.maxTokens).encode([
      ...prose,
      ...passages,
      'whale',
      'free will',
    ]);
  });

  test('gives the vectors of the published one', async () => {
    const [a, b] = [published, edited].map((session) =>
      ortBackend({ name: 'onnx', precision: 'int8', session, Tensor }),
    );
    for (const text of texts) {
      const [one, other] = [await a!.embed([text]), await b!.embed([text])];
      const cosine = one.reduce((sum, x, i) => sum + x * other[i]!, 0);
      assert.ok(cosine >= LEAST_COSINE, `${cosine} for ${text.ids.length} tokens`);
    }
  });

  test('returns one token of each text', async () => {
    const ids = new Tensor('int64', BigInt64Array.of(101n, 13_033n, 102n), [1, 3]);
    const zeros = new Tensor('int64', new BigInt64Array(3), [1, 3]);
    const feeds = { input_ids: ids, attention_mask: zeros, token_type_ids: zeros };
    const { last_hidden_state: hidden } = await edited.run(feeds);
    assert.deepEqual(hidden!.dims, [1, 1, PROFILE.dims]);
  });
});
