/** What the native and the WebAssembly build of ONNX Runtime share: feeds in, unit vectors out. */
import type { Precision } from '@libtrails/models/manifest';
import { PROFILE } from '@libtrails/models/profile';
import type { InferenceSession, TensorConstructor } from 'onnxruntime-node';
import { fingerprintOf } from '../fingerprint.ts';
import { pooledUnitVectors } from '../pooling.ts';
import type { Backend, BackendName, BatchLimits, TokenizedText } from './backend.ts';

/**
 * int8 weights are run with activations quantised at run time, with one scale for the whole input: in a batch,
 * a text's vector depends on its neighbours (cosine down to .99). One text a run keeps "same text, same vector".
 * For passages that costs nothing (the time per token is the same); short labels take 2.5 ms instead of 1.
 */
const INT8_LIMITS: BatchLimits = { rows: 1, tokens: 512, mixed: false };
/** float32 rows don't influence each other. 32 labels of 5 tokens take 2.2 ms each instead of 6.6; more gain nothing. */
const FLOAT32_LIMITS: BatchLimits = { rows: 32, tokens: 160, mixed: false };

const OUTPUT = 'last_hidden_state';

export interface OrtModel {
  name: BackendName;
  precision: Precision;
  session: InferenceSession;
  /** The class of the same runtime that made the session. */
  Tensor: TensorConstructor;
}

export function ortBackend({ name, precision, session, Tensor }: OrtModel): Backend {
  const { dims, pooling } = PROFILE;
  return {
    name,
    precision,
    dims,
    fingerprint: fingerprintOf(precision),
    limits: precision === 'int8' ? INT8_LIMITS : FLOAT32_LIMITS,
    async embed(batch) {
      const rows = batch.length;
      const tokens = batch[0]?.ids.length ?? 0;
      const shape = [rows, tokens];
      const output = await session.run(
        {
          input_ids: new Tensor('int64', idsOf(batch, tokens), shape),
          // All of one length: nothing is padded, nothing masked.
          attention_mask: new Tensor('int64', new BigInt64Array(rows * tokens).fill(1n), shape),
          token_type_ids: new Tensor('int64', new BigInt64Array(rows * tokens), shape),
        },
        [OUTPUT],
      );
      const hidden = output[OUTPUT]!;
      try {
        // A graph that computes only the first token of its last layer returns that one.
        return pooledUnitVectors(hidden.data as Float32Array, rows, hidden.dims[1]!, dims, pooling);
      } finally {
        hidden.dispose();
      }
    },
    close: () => session.release(),
  };
}

function idsOf(batch: readonly TokenizedText[], tokens: number): BigInt64Array {
  const ids = new BigInt64Array(batch.length * tokens);
  batch.forEach((text, row) => {
    if (text.ids.length !== tokens) throw new RangeError('A batch must hold texts of one length');
    for (let i = 0; i < tokens; i++) ids[row * tokens + i] = BigInt(text.ids[i]!);
  });
  return ids;
}
