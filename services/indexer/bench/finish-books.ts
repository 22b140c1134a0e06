/**
 * Makes books ready for the library, in a process of its own, and says what it took: MODE FILES… with MODE the address
 * of an embedding service, or `bare` for the model alone in this process.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOnnx } from '@libtrails/embedding/backends/onnx';
import { openTokenizer } from '@libtrails/embedding/tokenizer';
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE } from '@libtrails/models/profile';
import { EmbeddingCache } from '../src/cache/embedding-cache.ts';
import { openTokenCounter } from '../src/chunks/token-counter.ts';
import { type BulkKind, EmbeddingClient } from '../src/embed/embedding-client.ts';
import { type FinishTools, finishBook } from '../src/pipeline/finish-book.ts';
import { conceptSpaceFor } from '../src/topics/concept-space.ts';
import { extractTopics } from '../src/topics/extract.ts';

export interface Finished {
  books: number;
  words: number;
  seconds: number;
  /** Time inside `session.run`, by kind of text; zeros with a service. */
  runSeconds: Record<BulkKind, number>;
  texts: Record<BulkKind, number>;
  peakMiB: number;
}

const [mode = '', ...files] = process.argv.slice(2);
const { tokenizer } = modelPaths();
const runSeconds: Finished['runSeconds'] = { PASSAGE: 0, LABEL: 0 };
const texts: Finished['texts'] = { PASSAGE: 0, LABEL: 0 };
const folder = mkdtempSync(join(tmpdir(), 'libtrails-bench-'));
const embedding = mode === 'bare' ? await bareModel() : serviceAt(mode);
try {
  // The vocabulary is embedded once for all books there will ever be.
  await conceptSpaceFor((labels, kind) => embedding.embed(labels, kind));
  for (const kind of ['PASSAGE', 'LABEL'] as const) [runSeconds[kind], texts[kind]] = [0, 0];
  const tools: FinishTools = {
    embedding,
    countTokens: openTokenCounter(tokenizer),
    extractTopics,
    signal: new AbortController().signal,
    onProgress: () => {},
  };
  let words = 0;
  const start = performance.now();
  for (const file of files) words += (await finishBook(file, tools)).words;
  const seconds = (performance.now() - start) / 1000;
  const peakMiB = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
  console.log(
    JSON.stringify({ books: files.length, words, seconds, runSeconds, texts, peakMiB } satisfies Finished),
  );
} finally {
  embedding.close();
  rmSync(folder, { recursive: true, force: true });
}

/** As the indexer does it, with a cache that is empty at first. */
function serviceAt(address: string) {
  const cache = EmbeddingCache.open({ dir: folder, maxBytes: 2 ** 30 });
  return new EmbeddingClient({ address, cache, patienceMs: 0 });
}

/** Nothing but the session: the same texts, one after the other, none twice. */
async function bareModel() {
  const model = await openOnnx({ weights: modelPaths().weights.int8, precision: 'int8', threads: 1 });
  const encoder = openTokenizer(tokenizer, PROFILE.maxTokens);
  const known = new Map<string, Float32Array>();
  return {
    async embed(list: readonly string[], kind: BulkKind): Promise<Float32Array[]> {
      const vectors: Float32Array[] = [];
      for (const text of list) {
        const key = `${kind} ${text}`;
        let vector = known.get(key);
        if (vector === undefined) {
          const batch = await encoder.encode([text]);
          const start = performance.now();
          vector = await model.embed(batch);
          runSeconds[kind] += (performance.now() - start) / 1000;
          texts[kind] += 1;
          known.set(key, vector);
        }
        vectors.push(vector);
      }
      return vectors;
    },
    close: () => void model.close(),
  };
}
