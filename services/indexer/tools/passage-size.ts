/**
 * Compares passage sizes by how well passages of each size find their book:
 *
 *     node services/indexer/tools/passage-size.ts LIBRARY QUERIES.jsonl IDS SIZES
 *
 * QUERIES has rows {query, gutenberg_id, distinctive_name}; IDS are the numbers at the start of the files' names
 * and SIZES words, both with commas between. Needs a running embedding service (INDEXER_EMBEDDING).
 * A book's score is the mean of its three best passages; figures are averaged by book.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddingCache } from '../src/cache/embedding-cache.ts';
import { chunkBook } from '../src/chunks/chunk-book.ts';
import { openTokenCounter, WINDOW_TOKENS } from '../src/chunks/token-counter.ts';
import { EmbeddingClient } from '../src/embed/embedding-client.ts';
import { parseEpub } from '../src/formats/epub/parse.ts';
import { readSettings } from '../src/settings.ts';

const BEST_PASSAGES = 3;
/** BM25 with the parameters of SQLite's FTS5. */
const K1 = 1.2;
const B = 0.75;

interface Query {
  query: string;
  gutenberg_id: string;
  distinctive_name: boolean;
}

interface Passage {
  book: string;
  text: string;
}

const [library = '', queryFile = '', ids = '', sizes = ''] = process.argv.slice(2);
const wanted = new Set(ids.split(','));
const settings = readSettings();
const cache = settings.cache && EmbeddingCache.open(settings.cache);
const client = new EmbeddingClient({ address: settings.embedding, cache, patienceMs: 60_000 });
const { queryInstruction } = await client.info(5_000);

const rows = (await readFile(queryFile, 'utf8')).trim().split('\n');
const queries = rows.map((row) => JSON.parse(row) as Query).filter((q) => wanted.has(q.gutenberg_id));
// A query is a text with the instruction before it; as a label it goes through the cache.
const queryVectors = await client.embed(
  queries.map((q) => queryInstruction + q.query),
  'LABEL',
);

console.log('| words | passages | rows | vectors R@1 | R@3 | MRR | BM25 R@1 | R@3 | MRR |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const size of sizes.split(',').map(Number)) {
  const passages = await passagesOf(size);
  const vectors = await client.embed(
    passages.map((passage) => passage.text),
    'PASSAGE',
  );
  const byVector = queryVectors.map((query) => rankBooks(passages, (i) => dot(query, vectors[i]!)));
  const bm25 = bm25Over(passages);
  const byWord = queries.map(({ query }) => rankBooks(passages, bm25(query)));
  for (const [name, keep] of [
    ['all', () => true],
    ['without a name', (q: Query) => !q.distinctive_name],
  ] as const) {
    const figures = [byVector, byWord].flatMap((rankings) => measure(rankings, keep));
    console.log(
      `| ${size} | ${passages.length} | ${name} | ${figures.map((n) => n.toFixed(3)).join(' | ')} |`,
    );
  }
}
client.close();
cache?.close();

async function passagesOf(targetWords: number): Promise<Passage[]> {
  const count = openTokenCounter();
  const passages: Passage[] = [];
  for (const name of (await readdir(library)).sort()) {
    const id = /^(\d+)-.*\.epub$/.exec(name)?.[1];
    if (id === undefined || !wanted.has(id)) continue;
    const book = await parseEpub(join(library, name));
    for (const chunk of await chunkBook(book, count, { targetWords, maxTokens: WINDOW_TOKENS })) {
      if (book.sections[chunk.sectionIndex]?.kind === 'body') passages.push({ book: id, text: chunk.text });
    }
  }
  return passages;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Books by the mean of their best passages, best first; ties by id. */
function rankBooks(passages: readonly Passage[], score: (passage: number) => number): string[] {
  const scores = Map.groupBy(passages.keys(), (i) => passages[i]!.book);
  return [...scores]
    .map(([book, places]) => {
      const best = places.map(score).sort((a, b) => b - a);
      return { book, score: best.slice(0, BEST_PASSAGES).reduce((a, b) => a + b, 0) / BEST_PASSAGES };
    })
    .sort((a, b) => b.score - a.score || (a.book < b.book ? -1 : 1))
    .map(({ book }) => book);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

/** For a query, the score of a passage by its place. */
function bm25Over(passages: readonly Passage[]): (query: string) => (passage: number) => number {
  const counts = passages.map(({ text }) => {
    const words = new Map<string, number>();
    for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  });
  const lengths = counts.map((words) => [...words.values()].reduce((a, b) => a + b, 0));
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  const frequency = new Map<string, number>();
  for (const words of counts)
    for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return (query) => {
    const terms = [...new Set(wordsOf(query))].map((word) => {
      const n = frequency.get(word) ?? 0;
      return { word, weight: Math.max(Math.log((passages.length - n + 0.5) / (n + 0.5)), 1e-6) };
    });
    return (i) =>
      terms.reduce((sum, { word, weight }) => {
        const n = counts[i]!.get(word) ?? 0;
        return sum + (weight * n * (K1 + 1)) / (n + K1 * (1 - B + (B * lengths[i]!) / mean));
      }, 0);
  };
}

/** Recall@1, Recall@3 and MRR, averaged by book. */
function measure(rankings: readonly string[][], keep: (query: Query) => boolean): number[] {
  const byBook = new Map<string, number[][]>();
  for (const [i, query] of queries.entries()) {
    if (!keep(query)) continue;
    const rank = rankings[i]!.indexOf(query.gutenberg_id) + 1;
    const figures = byBook.get(query.gutenberg_id) ?? [];
    figures.push([rank === 1 ? 1 : 0, rank <= 3 ? 1 : 0, 1 / rank]);
    byBook.set(query.gutenberg_id, figures);
  }
  const means = [...byBook.values()].map((figures) => meanOf(figures));
  return meanOf(means);
}

function meanOf(rows: readonly (readonly number[])[]): number[] {
  return [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length);
}
