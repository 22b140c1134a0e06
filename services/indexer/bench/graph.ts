/**
 * The graph as it is run beside the published one, on a thousand texts of books: cosines of their vectors, and the
 * processor time of both, each text to one after the other.
 *
 *   node services/indexer/bench/graph.ts [--books DIR] [--passages 300] [--texts 1000]
 */
import '@libtrails/embedding/backends/no-telemetry';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readGraph } from '@libtrails/embedding/backends/graph';
import { ortBackend } from '@libtrails/embedding/backends/ort-model';
import { openTokenizer } from '@libtrails/embedding/tokenizer';
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE } from '@libtrails/models/profile';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { chunkBook } from '../src/chunks/chunk-book.ts';
import { openTokenCounter } from '../src/chunks/token-counter.ts';
import { walkFolder } from '../src/folder/walk-folder.ts';
import { readBook } from '../src/pipeline/read-book.ts';
import { dot } from '../src/topics/vectors.ts';
import { shippedVocabulary } from '../src/topics/vocabulary.ts';

const { values } = parseArgs({
  options: {
    books: {
      type: 'string',
      default: join(import.meta.dirname, '../../../test/programs/starter-shelf/epub'),
    },
    passages: { type: 'string', default: '300' },
    texts: { type: 'string', default: '1000' },
  },
});
const { tokenizer, weights } = modelPaths();
const passages = await somePassages(Number(values.passages));
const labels = shippedVocabulary().concepts.flatMap(({ name, aliases }) => [name, ...aliases]);
const texts = [...passages, ...labels].slice(0, Number(values.texts));
const tokenized = await openTokenizer(tokenizer, PROFILE.maxTokens).encode(texts);
const open = async (graph: Uint8Array) => {
  const session = await InferenceSession.create(graph, { intraOpNumThreads: 1, enableCpuMemArena: false });
  return ortBackend({ name: 'onnx', precision: 'int8', session, Tensor });
};
const published = await open(readFileSync(weights.int8));
const edited = await open(await readGraph(weights.int8));

const cosines: number[] = [];
const spent = { labels: [0, 0], passages: [0, 0] };
for (const [i, text] of tokenized.entries()) {
  const kind = i < passages.length ? 'passages' : 'labels';
  const vectors: Float32Array[] = [];
  for (const [place, backend] of [published, edited].entries()) {
    const before = process.cpuUsage();
    vectors.push(await backend.embed([text]));
    const { user, system } = process.cpuUsage(before);
    spent[kind][place]! += (user + system) / 1000;
  }
  cosines.push(dot(vectors[0]!, vectors[1]!));
}
cosines.sort((a, b) => a - b);
const ratio = ([before, after]: number[]) =>
  `${before!.toFixed(0)} ms → ${after!.toFixed(0)} ms (${(after! / before!).toFixed(3)})`;
console.log(`${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)}
${tokenized.length} texts: cosine at least ${cosines[0]!.toFixed(6)}, median ${cosines[cosines.length >> 1]!.toFixed(6)}
processor time: passages ${ratio(spent.passages)}, labels ${ratio(spent.labels)}`);

async function somePassages(most: number): Promise<string[]> {
  const found: string[] = [];
  const countTokens = openTokenCounter(tokenizer);
  for (const { path } of (await walkFolder(values.books)).files) {
    if (found.length >= most) break;
    const { book } = await readBook(path, new AbortController().signal);
    const chunks = await chunkBook(book, countTokens);
    found.push(...chunks.map(({ text }) => text));
  }
  return found.slice(0, most);
}
