/** One run over a folder into a library in memory, in a process of its own: FOLDER. Prints what became of it as JSON. */
import { EmbeddingClient } from '@libtrails/indexer/embed/embedding-client';
import { IngestClient } from '@libtrails/indexer/ingest-client';
import { pipelineVersion } from '@libtrails/indexer/pipeline/versions';
import { indexLibrary } from '@libtrails/indexer/run/index-library';
import {
  FakeEmbedding,
  FakeLibrary,
  firstWords,
  noThemes,
  wordTokens,
} from '@libtrails/indexer/run/services.test-support';

const [folder = ''] = process.argv.slice(2);
const library = new FakeLibrary();
const embeddingService = new FakeEmbedding();
const ingest = new IngestClient({ address: await library.start(), token: undefined });
const embedding = new EmbeddingClient({
  address: await embeddingService.start(),
  cache: undefined,
  patienceMs: 0,
});
const { fingerprint } = embeddingService;
const summary = await indexLibrary(folder, {
  ingest,
  embedding,
  fingerprint,
  countTokens: wordTokens,
  extractTopics: firstWords,
  group: noThemes,
  pipelineOf: (fileName) => pipelineVersion(fileName, fingerprint),
  worker: 'cases',
  signal: new AbortController().signal,
});
ingest.close();
embedding.close();
await Promise.all([library.stop(), embeddingService.stop()]);
console.log(JSON.stringify({ indexed: [...library.books.keys()], told: JSON.stringify(summary) }));
