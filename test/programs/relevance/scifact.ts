/**
 * Calibrates the embedding path on BEIR SciFact: exact cosine over our own vectors, nDCG@10 on the test queries.
 *
 *   node test/programs/relevance/scifact.ts --set DIR [--precision int8|float32] [--backend onnx|wasm] [--json FILE]
 *
 * DIR holds corpus.jsonl.gz, queries.jsonl and qrels.tsv as BEIR publishes them. A document is its title, a space
 * and its text. BGE-small-en-v1.5 is published with 0.713 in float32; a figure more than 0.01 away means that
 * tokenising, pooling, truncation or quantisation is wrong. Takes some ten minutes on one core with int8.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createEmbedder, type Embedder, type EmbedKind } from '@libtrails/embedding/embedder';
import { ndcgAt10 } from './metrics.ts';

/** Texts a call: enough to see progress. */
const BATCH = 64;

interface Vectors {
  ids: string[];
  rows: Float32Array;
  dims: number;
  truncated: number;
}

interface Entry {
  _id: string;
  title?: string;
  text: string;
}

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    precision: { type: 'string', default: 'int8' },
    backend: { type: 'string', default: 'onnx' },
    json: { type: 'string' },
  },
});
if (
  values.set === undefined ||
  (values.precision !== 'int8' && values.precision !== 'float32') ||
  (values.backend !== 'onnx' && values.backend !== 'wasm')
) {
  console.error(
    'Usage: node test/programs/relevance/scifact.ts --set DIR [--precision int8|float32] [--backend onnx|wasm]',
  );
  process.exit(2);
}

const { set, precision, backend } = values;
const corpus = readEntries(gunzipSync(readFileSync(join(set, 'corpus.jsonl.gz'))).toString('utf8'));
const judgements = readJudgements(readFileSync(join(set, 'qrels.tsv'), 'utf8'));
const queries = readEntries(readFileSync(join(set, 'queries.jsonl'), 'utf8')).filter((query) =>
  judgements.has(query._id),
);

const embedder = await createEmbedder({ precision, backend });
const began = performance.now();
const documents = await embedAll(
  embedder,
  corpus.map(({ _id, title, text }) => ({ _id, text: `${title ?? ''} ${text}`.trim() })),
  'PASSAGE',
);
const seconds = (performance.now() - began) / 1000;

const figures: { instruction: boolean; ndcg: number }[] = [];
for (const [kind, instruction] of [
  ['QUERY', true],
  ['LABEL', false],
] as const) {
  const asked = await embedAll(embedder, queries, kind);
  const scores = asked.ids.map((id, row) => {
    const query = asked.rows.subarray(row * asked.dims, (row + 1) * asked.dims);
    return ndcgAt10(nearest(query, documents, 10), judgements.get(id)!);
  });
  figures.push({ instruction, ndcg: scores.reduce((sum, score) => sum + score, 0) / scores.length });
}

console.log('| weights | backend | query instruction | nDCG@10 |\n|---|---|---|---|');
for (const { instruction, ndcg } of figures) {
  console.log(`| ${precision} | ${backend} | ${instruction ? 'with' : 'without'} | ${ndcg.toFixed(4)} |`);
}
console.log(
  `\n${corpus.length} documents (${documents.truncated} cut at the window), ${queries.length} queries, ` +
    `${seconds.toFixed(0)} s for the documents, ${embedder.info().fingerprint}`,
);
if (values.json !== undefined) {
  const summary = { set: 'scifact', precision, backend, fingerprint: embedder.info().fingerprint, figures };
  writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
}
await embedder.close();

function readEntries(jsonl: string): Entry[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}

/** query → document → grade; the first line is a heading. */
function readJudgements(tsv: string): Map<string, Map<string, number>> {
  const byQuery = new Map<string, Map<string, number>>();
  for (const line of tsv.split('\n').slice(1)) {
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined || Number(grade) <= 0) continue;
    const grades = byQuery.get(query) ?? new Map<string, number>();
    grades.set(document, Number(grade));
    byQuery.set(query, grades);
  }
  return byQuery;
}

async function embedAll(service: Embedder, entries: readonly Entry[], kind: EmbedKind): Promise<Vectors> {
  const { dims } = service.info();
  const rows = new Float32Array(entries.length * dims);
  let truncated = 0;
  for (let start = 0; start < entries.length; start += BATCH) {
    const texts = entries.slice(start, start + BATCH).map((entry) => entry.text);
    const answer = await service.embed(texts, kind, { interactive: false });
    rows.set(answer.vectors, start * dims);
    truncated += answer.truncated;
    process.stderr.write(
      `${kind}: ${start + texts.length} of ${entries.length}${process.stderr.isTTY ? '\r' : '\n'}`,
    );
  }
  return { ids: entries.map((entry) => entry._id), rows, dims, truncated };
}

/** Ids of the `k` documents of highest cosine; equal scores in the order of the set. */
function nearest(query: Float32Array, { ids, rows, dims }: Vectors, k: number): string[] {
  const scored = ids.map((id, row) => {
    let score = 0;
    for (let i = 0, at = row * dims; i < dims; i++, at++) score += query[i]! * rows[at]!;
    return { id, row, score };
  });
  scored.sort((a, b) => b.score - a.score || a.row - b.row);
  return scored.slice(0, k).map((document) => document.id);
}
