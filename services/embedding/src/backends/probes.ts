/** Known texts with the vectors that the float32 weights give them: how a stranger proves to be the same model. */
import { MANIFEST } from '@libtrails/models/manifest';
import file from './probes.json' with { type: 'json' };

/** Half-precision servers reach 0.99999; another model, pooling or prefix stays far below. */
const LEAST_COSINE = 0.9999;

export const PROBE_TEXTS: readonly string[] = file.probes.map((probe) => probe.text);

/** PROBE_TEXTS.length × dims, L2 norm 1. */
export function probeVectors(): Float32Array {
  const { dims } = MANIFEST;
  const vectors = new Float32Array(PROBE_TEXTS.length * dims);
  file.probes.forEach((probe, row) => {
    const bytes = Buffer.from(probe.vector, 'base64');
    for (let i = 0; i < dims; i++) vectors[row * dims + i] = bytes.readFloatLE(i * 4);
  });
  return vectors;
}

/** True if each row (of L2 norm 1) points where the known vector does. */
export function probesMatch(vectors: Float32Array): boolean {
  const { dims } = MANIFEST;
  const known = probeVectors();
  if (vectors.length !== known.length) return false;
  for (let start = 0; start < known.length; start += dims) {
    let cosine = 0;
    for (let i = start; i < start + dims; i++) cosine += known[i]! * vectors[i]!;
    if (!(cosine >= LEAST_COSINE)) return false;
  }
  return true;
}
