/** The real model, the real services, the starter shelf: from EPUB files to explained answers. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { answerable, evaluate, refusals } from '../../programs/relevance/evaluate.ts';
import { readJudgedSet } from '../../programs/relevance/judged-set.ts';
import { asServed } from '../../programs/relevance/rankings.ts';
import { collect } from '../../programs/relevance/run-file.ts';
import {
  getJson,
  type SearchAnswer,
  STARTER_SHELF_BOOKS,
  type Status,
  search,
  startTestStack,
  type TestStack,
  waitUntilIndexed,
} from '../../test-stack.ts';

let stack: TestStack;
let status: Status;
const data = mkdtempSync(join(tmpdir(), 'libtrails-e2e-'));

before(async () => {
  stack = await startTestStack({ data, withoutWeb: true });
  status = await waitUntilIndexed(stack.api);
});

after(async () => {
  await stack?.stop();
  rmSync(data, { recursive: true, force: true });
});

const SIGNALS = [
  'fts_books',
  'fts_chunks',
  'fts_topics',
  'joint_chunks',
  'vec_books',
  'vec_chunks',
  'vec_phrases',
  'vec_topics',
];

/** A word that is in the right book's title or subjects. */
const DIAGNOSTIC: readonly (readonly [query: string, subject: RegExp])[] = [
  ['dystopia', /dystop|surveillance|totalitarian/i],
  ['machine learning', /machine learning|artificial intelligence/i],
  ['cooking', /cook|bread|food|kitchen|soup/i],
  ['quantum physics', /quantum/i],
  ['dragons and magic', /dragon|magic|fantasy/i],
  ['stoicism', /stoic/i],
];

test('every book of the shelf is indexed, none refused, and themes are made', () => {
  assert.equal(status.counts.books, STARTER_SHELF_BOOKS);
  assert.deepEqual(status.refused, []);
  assert.ok(status.counts.passages > STARTER_SHELF_BOOKS * 5, `${status.counts.passages} passages`);
  assert.ok(status.counts.themes >= 10, `${status.counts.themes} themes`);
  assert.ok(status.counts.domains >= 3, `${status.counts.domains} domains`);
});

for (const [query, subject] of DIAGNOSTIC) {
  test(`“${query}” finds a book on it first`, async () => {
    const answer = await search(stack.api, { q: query, limit: '3' });
    const book = await getJson<{ book: { title: string; subjects: string[] } }>(
      stack.api,
      `/books/${answer.results[0]?.book?.id}`,
    );
    assert.match([book.book.title, ...book.book.subjects].join(' | '), subject);
    assert.equal(answer.relevant, true);
    assert.equal(answer.degraded, false);
  });
}

/** A little under what was measured, .956, 12 of 12, 46 of 50 and 173 of 181, so that a query or two may change. */
const AT_LEAST = { ndcgAt10: 0.945, quotationsFirst: 11 / 12, refused: 44 / 50, kept: 170 / 181 };

test('the judged queries are answered as well as they were', async (t) => {
  const queries = readJudgedSet(
    join(import.meta.dirname, '../../programs/relevance/judged/starter-shelf.tsv'),
  );
  const run = await collect(queries, `127.0.0.1:${stack.ports.retrievalGrpc}`, { alone: [] });
  const good = answerable(queries, run);
  const quotations = good.filter(({ kind }) => kind === 'quotation');
  const { refused, lost } = refusals(queries, run);
  const seen = {
    ndcgAt10: evaluate(asServed, good, run).means['nDCG@10'].mean,
    quotationsFirst: evaluate(asServed, quotations, run).means['Recall@1'].mean,
    refused,
    kept: 1 - lost,
  };
  t.diagnostic(JSON.stringify(seen));
  assert.ok(good.length >= 150, `only ${good.length} queries have a book here`);
  for (const [name, least] of Object.entries(AT_LEAST)) {
    const figure = seen[name as keyof typeof AT_LEAST];
    assert.ok(
      figure >= least,
      `${name} is ${figure.toFixed(3)}, less than ${least}: npm run relevance tells which`,
    );
  }
});

test('all signals contribute, and the shares of a hit add up to its score', async () => {
  const query = { q: 'being watched by the state', explain: 'true', limit: '10' };
  const answer = await search(stack.api, { ...query, fusion: 'rrf' });
  assert.deepEqual(Object.keys(answer.tookMs.signals).sort(), SIGNALS);
  const heard = new Set(answer.results.flatMap((r) => r.signals?.map((s) => s.name) ?? []));
  assert.ok(heard.size >= 5, `only ${[...heard].join(', ')} found anything`);
  for (const result of answer.results) {
    const traces = result.signals ?? [];
    const sum = traces.reduce((total, s) => total + 1 / (60 + s.rank), 0);
    assert.ok(Math.abs(sum - result.score) < 1e-9, `score ${result.score}, sum of 1/(60 + rank) ${sum}`);
    assert.ok(Math.abs(traces.reduce((total, s) => total + s.share, 0) - 1) < 1e-9);
  }
});

test('meaning finds what no word of the query names', async () => {
  const answer = await search(stack.api, { q: 'software that gets better from examples', mode: 'semantic' });
  const first = answer.results[0]?.book;
  const detail = await getJson<{ book: { subjects: string[] } }>(stack.api, `/books/${first?.id}`);
  assert.match(detail.book.subjects.join(' '), /machine learning|artificial intelligence/i);
});

test('a sentence of a book finds its passage, highlighted at the right place', async () => {
  const some = await search(stack.api, { q: 'patience in the garden', scope: 'passages' });
  const passage = some.results[0]?.passage;
  assert.ok(passage);
  const sentence =
    passage.text.split(/(?<=[.!?])\s/).find((s) => s.split(/\s+/).length > 8) ?? passage.text.slice(0, 200);
  const byWord = await search(stack.api, { q: sentence, scope: 'passages', mode: 'keyword' });
  assert.equal(byWord.results[0]?.passage?.id, passage.id);
  const fused = await search(stack.api, { q: sentence, scope: 'passages' });
  assert.ok(fused.results.slice(0, 5).some((r) => r.passage?.id === passage.id));
  const ranges = byWord.results[0]?.passage?.highlights ?? [];
  assert.ok(ranges.length > 0);
  for (const [start, end] of ranges) assert.ok(start >= 0 && end > start && end <= passage.text.length);
});

test('every scope answers and can be opened', async () => {
  for (const scope of ['books', 'passages', 'topics', 'themes', 'domains'] as const) {
    const answer = await search(stack.api, { q: 'memory', scope });
    const first = answer.results[0];
    assert.ok(first, `nothing in scope ${scope}`);
    const one = {
      books: first.book,
      passages: first.passage,
      topics: first.topic,
      themes: first.theme,
      domains: first.domain,
    }[scope];
    assert.ok(one, `a result of scope ${scope} has no ${scope.slice(0, -1)}`);
    await getJson(stack.api, `/${scope}/${one.id}`);
  }
});

test('the same question gets the same answer', async () => {
  const strip = (answer: SearchAnswer) => ({ ...answer, tookMs: undefined });
  const [a, b] = [
    await search(stack.api, { q: 'letters and grief', explain: 'true' }),
    await search(stack.api, { q: 'letters and grief', explain: 'true' }),
  ];
  assert.deepEqual(strip(a), strip(b));
});

test('related books are others, with reasons', async () => {
  const { books } = await getJson<{ books: { id: number }[] }>(stack.api, '/books?limit=3');
  for (const { id } of books) {
    const related = await getJson<{ results: { book: { id: number }; signals: unknown[] }[] }>(
      stack.api,
      `/books/${id}/related?limit=5`,
    );
    assert.ok(related.results.length > 0);
    for (const r of related.results) {
      assert.notEqual(r.book.id, id);
      assert.ok(r.signals.length > 0);
    }
  }
});

test('without the embedding service words still answer, and say so', async () => {
  await stack.processes.stopOne('embedding', 'SIGKILL');
  const answer = await search(stack.api, { q: 'bread and salt in winter kitchens' });
  assert.equal(answer.degraded, true);
  assert.ok(answer.degradedReasons.length > 0);
  assert.ok(answer.results.length > 0);
});

test('a second start finds everything done', async () => {
  const before = await getJson<Status>(stack.api, '/status');
  await stack.stop();
  stack = await startTestStack({ data, withoutWeb: true });
  const again = await waitUntilIndexed(stack.api);
  assert.deepEqual(again.counts, before.counts);
  assert.equal(again.generation, before.generation);
});
