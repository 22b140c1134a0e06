/** A run in a process of its own, to be killed: FOLDER EMBEDDING RETRIEVAL CACHE. */
import { EmbeddingCache } from '../cache/embedding-cache.ts';
import { EmbeddingClient } from '../embed/embedding-client.ts';
import { IngestClient } from '../ingest-client.ts';
import { indexLibrary } from './index-library.ts';
import { firstWords, noThemes, wordTokens } from './services.test-support.ts';

const [folder = '', address = '', retrieval = '', dir = ''] = process.argv.slice(2);
const cache = EmbeddingCache.open({ dir, maxBytes: 1e9 });
const embedding = new EmbeddingClient({ address, cache, patienceMs: 0 });
const ingest = new IngestClient({ address: retrieval, token: undefined });
const { fingerprint } = await embedding.info(5_000);
const summary = await indexLibrary(folder, {
  ingest,
  embedding,
  fingerprint,
  countTokens: wordTokens,
  extractTopics: firstWords,
  group: noThemes,
  pipelineOf: () => `p1/c1/t1/${fingerprint}`,
  worker: String(process.pid),
  signal: new AbortController().signal,
});
embedding.close();
ingest.close();
cache.close();
process.exitCode = summary.failed.length;
