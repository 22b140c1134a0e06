/** Known texts with the vectors that the float32 weights give them: they show whether a server runs the same model. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROFILE } from '@libtrails/models/profile';

/** Half-precision servers reach 0.99999; another model, pooling or prefix stays far below. */
const LEAST_COSINE = 0.9999;

interface ProbesFile {
  probes: { text: string; vector: string }[];
}

/** A profile without probes is sent one text, to learn the length of its vectors. */
const { probes }: ProbesFile = readProbes(join(PROFILE.folder, 'probes.json'));

export const PROBE_TEXTS: readonly string[] = probes.map((probe) => probe.text);

function readProbes(path: string): ProbesFile {
  return existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { probes: [{ text: 'probe', vector: '' }] };
}

/** PROBE_TEXTS.length × dims, L2 norm 1. */
export function probeVectors(): Float32Array {
  const { dims } = PROFILE;
  const vectors = new Float32Array(PROBE_TEXTS.length * dims);
  probes.forEach(({ vector }, row) => {
    if (vector === '') return;
    const bytes = Buffer.from(vector, 'base64');
    for (let i = 0; i < dims; i++) vectors[row * dims + i] = bytes.readFloatLE(i * 4);
  });
  return vectors;
}

/** True if each row (of L2 norm 1) points where the known vector does. */
export function probesMatch(vectors: Float32Array): boolean {
  const { dims } = PROFILE;
  const known = probeVectors();
  if (vectors.length !== known.length) return false;
  for (let start = 0; start < known.length; start += dims) {
    let cosine = 0;
    for (let i = start; i < start + dims; i++) cosine += known[i]! * vectors[i]!;
    if (!(cosine >= LEAST_COSINE)) return false;
  }
  return true;
}
