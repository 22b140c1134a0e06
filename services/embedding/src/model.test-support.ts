/** Whether the real weights are on this machine; without them, tests that need them are skipped with a message. */
import { existsSync } from 'node:fs';
import type { Precision } from '@libtrails/models/manifest';
import { modelPaths } from '@libtrails/models/paths';

/** For node:test's `skip`: false, or the reason. */
export function skipWithout(precision: Precision): string | false {
  const { weights, tokenizer } = modelPaths();
  if (existsSync(weights[precision]) && existsSync(tokenizer)) return false;
  return `the ${precision} model is not there: npm run model -- --precision ${precision}`;
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let normA = 0;
  let normB = 0;
  a.forEach((value, i) => {
    dot += value * b[i]!;
    normA += value * value;
    normB += b[i]! * b[i]!;
  });
  return dot / Math.sqrt(normA * normB);
}
