/**
 * Finds books by their summaries, for each signal alone, each mode and the fusion of all.
 *
 *   npm run relevance -- --set DIR/book_summaries.jsonl [--to host:port] [--json FILE]
 *
 * needs a running retrieval service whose library holds the judged books (file names begin with the number that
 * the set gives). Prints Markdown tables; figures are macro-averaged by book.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import { type Figures, type Judged, summarise } from './metrics.ts';

interface Row {
  query: string;
  kind: string;
  gutenberg_id: string;
  distinctive_name: boolean;
}

const SIGNALS = [
  'fts_books',
  'fts_topics',
  'fts_chunks',
  'vec_topics',
  'vec_phrases',
  'vec_books',
  'vec_chunks',
];
const RANKINGS: readonly { name: string; mode: 'HYBRID' | 'KEYWORD' | 'SEMANTIC'; signals: string[] }[] = [
  ...SIGNALS.map((name) => ({ name, mode: 'HYBRID' as const, signals: [name] })),
  { name: 'keyword', mode: 'KEYWORD', signals: [] },
  { name: 'semantic', mode: 'SEMANTIC', signals: [] },
  { name: 'hybrid', mode: 'HYBRID', signals: [] },
];
const SLICES: readonly { name: string; keep: (row: Row) => boolean }[] = [
  { name: 'all rows', keep: () => true },
  { name: 'rows without a distinctive name', keep: (row) => !row.distinctive_name },
  { name: 'single sentences', keep: (row) => row.kind.endsWith('sentence') },
  {
    name: 'single sentences without a distinctive name',
    keep: (row) => row.kind.endsWith('sentence') && !row.distinctive_name,
  },
];
const CALL_TIMEOUT_MS = 30_000;

const { values: args } = parseArgs({
  options: {
    set: { type: 'string' },
    to: { type: 'string', default: '127.0.0.1:50052' },
    json: { type: 'string' },
  },
});
if (args.set === undefined) {
  console.error('Give the judged set: npm run relevance -- --set DIR/book_summaries.jsonl');
  process.exit(2);
}
const rows = readFileSync(args.set, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);
const client = connect(
  loadContract<ProtoGrpcType>('library').grpc.libtrails.library.v1.LibraryService,
  args.to,
);

/** 1-based rank of the row's book; 0 if it is not among the first hundred. */
async function rankOf(row: Row, ranking: (typeof RANKINGS)[number]): Promise<number> {
  const answer = await callUnary(
    client,
    client.search,
    { query: row.query, scope: 'BOOKS', mode: ranking.mode, signals: ranking.signals, limit: 100 },
    { timeoutMs: CALL_TIMEOUT_MS },
  );
  if (answer.degraded) throw new Error(`degraded answer: ${answer.degradedReasons.join('; ')}`);
  const place = answer.results.findIndex((r) =>
    r.book?.fileName.split('/').at(-1)?.startsWith(`${row.gutenberg_id}-`),
  );
  return place + 1;
}

const table: Record<string, Record<string, Figures>> = {};
for (const ranking of RANKINGS) {
  const judged: (Judged & { row: Row })[] = [];
  for (const row of rows) judged.push({ group: row.gutenberg_id, rank: await rankOf(row, ranking), row });
  for (const slice of SLICES) {
    table[slice.name] ??= {};
    table[slice.name]![ranking.name] = summarise(judged.filter(({ row }) => slice.keep(row)));
  }
  process.stderr.write(`${ranking.name} done\n`);
}
client.close();

for (const slice of SLICES) {
  const figures = table[slice.name] ?? {};
  const first = Object.values(figures)[0];
  console.log(`\n### ${slice.name} (${first?.rows} rows, ${first?.groups} books)\n`);
  console.log('| ranking | Recall@1 | Recall@10 | MRR@10 |\n|---|---|---|---|');
  for (const [name, f] of Object.entries(figures)) {
    console.log(
      `| ${name} | ${f.recallAt1.toFixed(3)} | ${f.recallAt10.toFixed(3)} | ${f.mrrAt10.toFixed(3)} |`,
    );
  }
}
if (args.json !== undefined) writeFileSync(args.json, `${JSON.stringify(table, null, 2)}\n`);
