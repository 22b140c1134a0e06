/**
 * Whether a sentence typed from a book finds its passage: drawn at random from the library itself, asked as it stands,
 * with one word wrong, and with a slip of the finger.
 *
 *   node test/programs/relevance/quotations.ts [--to host:port] [--sentences 200] [--seed 1] [--failures]
 *
 * A sentence is drawn by book, then section, then place, so that long books don't outweigh short ones. Right is the
 * first passage if it holds the sentence, whichever book it stands in.
 */
import { parseArgs } from 'node:util';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import { holds, quotableSentences, withOneSlip, withOneWordChanged } from './quoted-sentences.ts';
import { interval, mean, randomOf } from './statistics.ts';

const CALL = { timeoutMs: 30_000 };
/** What a wrong word is drawn from. */
const WRONG_WORDS =
  'house river never against morning old spoke kind green through suddenly table their seven'.split(' ');
const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'verse', 'quote']);

const { values: args } = parseArgs({
  options: {
    to: { type: 'string', default: '127.0.0.1:50052' },
    sentences: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    failures: { type: 'boolean', default: false },
  },
});
const client = connect(
  loadContract<ProtoGrpcType>('library').grpc.libtrails.library.v1.LibraryService,
  args.to,
);
const random = randomOf(Number(args.seed));
const drawn = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!;

async function allBooks(): Promise<number[]> {
  const ids: number[] = [];
  for (let cursor = ''; ; ) {
    const page = await callUnary(client, client.listBooks, { cursor, limit: 200 }, CALL);
    ids.push(...page.books.map(({ id }) => id));
    cursor = page.nextCursor;
    if (cursor === '') return ids.sort((a, b) => a - b);
  }
}

/** A sentence of a random section of the body, or undefined if that has none worth quoting. */
async function drawSentence(bookId: number): Promise<string | undefined> {
  const { sections } = await callUnary(client, client.getBook, { bookId }, CALL);
  const body = sections.filter(({ kind }) => kind === 'body');
  if (body.length === 0) return undefined;
  const { blocks } = await callUnary(client, client.getSection, { bookId, index: drawn(body).index }, CALL);
  const sentences = blocks
    .filter(({ type }) => TEXT_BLOCKS.has(type))
    .flatMap(({ text }) => quotableSentences(text));
  return sentences.length === 0 ? undefined : drawn(sentences);
}

const FORMS = {
  'as it stands': (sentence: string) => sentence,
  'one word changed': (sentence: string) => withOneWordChanged(sentence, WRONG_WORDS, random),
  'a slip in one word': (sentence: string) => withOneSlip(sentence, random),
};

const found = Object.fromEntries(Object.keys(FORMS).map((form) => [form, [] as number[]]));
const books = await allBooks();
for (let asked = 0; asked < Number(args.sentences); ) {
  const sentence = await drawSentence(drawn(books));
  if (sentence === undefined) continue;
  asked += 1;
  for (const [form, change] of Object.entries(FORMS)) {
    const query = change(sentence);
    const { results, degraded } = await callUnary(
      client,
      client.search,
      { query, scope: 'PASSAGES', limit: 1 },
      CALL,
    );
    if (degraded) throw new Error(`A degraded answer to "${query}": no figure can be had so`);
    const right = holds(results[0]?.passage?.text ?? '', sentence);
    found[form]!.push(right ? 1 : 0);
    if (!right && args.failures) console.error(`${form}: ${query}`);
  }
}
client.close();

console.log(`${args.sentences} sentences of ${books.length} books, seed ${args.seed}\n`);
console.log('| asked | its passage first | 95 % |\n|---|---|---|');
for (const [form, values] of Object.entries(found)) {
  const [low, high] = interval(values).map((bound) => (100 * bound).toFixed(1));
  console.log(`| ${form} | ${(100 * mean(values)).toFixed(1)} % | ${low}–${high} |`);
}
