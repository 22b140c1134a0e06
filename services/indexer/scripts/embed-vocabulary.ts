/**
 * Makes the vectors that are shipped with the model's profile (topics/shipped-vectors.ts): run it when the vocabulary,
 * the background prose or the model has changed. Takes a minute of one core.
 *
 *   node services/indexer/scripts/embed-vocabulary.ts
 */
import { writeFileSync } from 'node:fs';
import { createEmbedder } from '@libtrails/embedding/embedder';
import type { Embedder } from '../src/book.ts';
import { embedConcepts } from '../src/topics/concept-space.ts';
import { backgroundProse, embedBackground } from '../src/topics/origins.ts';
import { hashOf, PROBE, packShippedVectors, textsOf } from '../src/topics/shipped-vectors.ts';
import { shippedVocabulary } from '../src/topics/vocabulary.ts';

/** Most texts of one call. */
const CALL_TEXTS = 256;

const model = await createEmbedder({ backend: 'onnx', precision: 'int8', cacheSize: 0 });
const embed: Embedder = async (texts, kind) => {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += CALL_TEXTS) {
    const { vectors: part, dims } = await model.embed(texts.slice(start, start + CALL_TEXTS), kind);
    for (let at = 0; at < part.length; at += dims) vectors.push(part.slice(at, at + dims));
  }
  return vectors;
};

const { concepts } = shippedVocabulary();
const prose = backgroundProse();
const { vectors, labelOrigin } = await embedConcepts(concepts, embed);
const background = await embedBackground(prose, embed);
const [probe] = await embed([PROBE], 'LABEL');
const { data, sources } = packShippedVectors(
  { probe: probe!, labelOrigin, background, concepts: vectors },
  { vocabulary: hashOf(concepts.flatMap(textsOf)), prose: hashOf(prose) },
);
writeFileSync(data.path, data.content);
writeFileSync(sources.path, sources.content);
console.log(`${vectors.length} concepts, ${data.content.byteLength} bytes: ${data.path}`);
await model.close();
