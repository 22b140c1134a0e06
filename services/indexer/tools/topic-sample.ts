/**
 * Draws passages at random and prints the topics that the recipe gives them, for rating by a reader:
 *
 *     node services/indexer/tools/topic-sample.ts BOOKS SEED COUNT [TEXTS]
 *
 * A line is book, passage (0-based, of those that are searched), first words, topics: concepts first. With TEXTS, the
 * passages themselves go to that file. The same seed draws the same passages whatever the topics are, so two recipes
 * are rated on the same ones. Needs a running embedding service (INDEXER_EMBEDDING).
 */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddingCache } from '../src/cache/embedding-cache.ts';
import { openTokenCounter } from '../src/chunks/token-counter.ts';
import { EmbeddingClient } from '../src/embed/embedding-client.ts';
import { seededRandom } from '../src/grouping/random.ts';
import { finishBook } from '../src/pipeline/finish-book.ts';
import { readSettings } from '../src/settings.ts';
import { extractTopics } from '../src/topics/extract.ts';

const CUE_WORDS = 6;

const [folder = '', seed = '1', count = '200', texts] = process.argv.slice(2);
const settings = readSettings();
const cache = settings.cache && EmbeddingCache.open(settings.cache);
const embedding = new EmbeddingClient({ address: settings.embedding, cache, patienceMs: 60_000 });
const tools = {
  embedding,
  countTokens: openTokenCounter(),
  extractTopics,
  signal: new AbortController().signal,
  onProgress: () => {},
};

interface Line {
  book: string;
  passage: number;
  text: string;
  topics: string[];
  /** The lines with the smallest numbers are drawn. */
  lot: number;
}

const random = seededRandom(Number(seed));
let drawn: Line[] = [];
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.epub')).sort()) {
  const { chunks, topics } = await finishBook(join(folder, file), tools);
  const searched = chunks.filter((chunk) => chunk.vector !== undefined);
  for (const [passage, { chunk, topics: links }] of searched.entries()) {
    const found = links.map(({ topic }) => topics.topics[topic]!).filter(({ kind }) => kind !== 'name');
    const labels = found.map(({ label }) => label);
    const book = file.replace(/\.epub$/, '');
    drawn.push({ book, passage, text: chunk.text, topics: labels, lot: random() });
  }
  drawn = drawn.sort((a, b) => a.lot - b.lot).slice(0, Number(count));
}
embedding.close();
cache?.close();

for (const { book, passage, text, topics } of drawn) {
  const cue = text.split(/\s+/).slice(0, CUE_WORDS).join(' ');
  console.log([book, passage, cue, topics.join('; ')].join('\t'));
}
if (texts !== undefined) {
  const plain = drawn.map(({ book, passage, text }) => `${book}\t${passage}\t${text.replace(/\s+/g, ' ')}`);
  await writeFile(texts, `${plain.join('\n')}\n`);
}
