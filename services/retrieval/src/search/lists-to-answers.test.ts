/** Coverage, best passages, verdicts and facets, each on its own over the small shelf. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ftsChunks } from '../signals/fts-chunks.ts';
import { parseQuery } from '../signals/fts-query.ts';
import { type Question, questionOf } from '../signals/signal.ts';
import { NO_FILTERS } from '../store/book-filter.ts';
import { bestPassages } from './best-passage.ts';
import { coverageOf } from './coverage.ts';
import { costsOfFilters, foundFacets } from './facets-and-costs.ts';
import type { SearchInput } from './search-input.ts';
import { bagOfWords, type OpenShelf, openShelf } from './shelf.test-support.ts';
import { SignalRun, signalsFor } from './signal-run.ts';
import { onOneRevision } from './time-slice.ts';
import { relevanceBy, verdictOn } from './verdict.ts';

const context = { signal: new AbortController().signal, deadline: undefined };

describe('what is made of the lists of the signals', () => {
  let shelf: OpenShelf;
  before(async () => {
    shelf = await openShelf();
  });
  after(() => shelf.close());

  const questionFor = (query: string): Question => ({
    ...questionOf(parseQuery(query), 'books'),
    vectors: { QUERY: bagOfWords(query), LABEL: bagOfWords(query) },
  });
  const idOf = (title: string) =>
    shelf.library.db.prepare('SELECT id FROM books WHERE title = ?').pluck().get(title) as number;
  const textOf = (passage: number) =>
    shelf.library.db.prepare('SELECT text FROM chunks WHERE id = ?').pluck().get(passage) as string;
  const runFor = (query: string) =>
    onOneRevision(shelf.library, context, async (slice) => {
      const run = new SignalRun(
        questionFor(query),
        signalsFor('hybrid', 'books', undefined),
        shelf.store,
        'scores',
      );
      await run.byWord(slice);
      await run.byMeaning(run.question.vectors, slice);
      return { run, slice };
    });

  it('best passages: a book’s own, those with the words first; none where neither signal may speak', async () => {
    const whales = idOf('The Whaling Voyage');
    const bread = idOf('Bread and Salt');
    const question = questionFor('white whale');
    const both = await bestPassages([whales, bread], question, shelf.store, {
      byWord: true,
      byMeaning: true,
    });
    assert.match(textOf(both.get(whales)![0]!), /white whale/);
    assert.equal(both.get(whales)!.length, 3);
    const byWord = await bestPassages([whales, bread], question, shelf.store, {
      byWord: true,
      byMeaning: false,
    });
    assert.equal(byWord.has(bread), false, 'no passage of it holds a word');
    const none = await bestPassages([whales], question, shelf.store, { byWord: false, byMeaning: false });
    assert.equal(none.size, 0);
  });

  it('coverage: words close together in one hit, weighed by rarity; an unknown word is missing', async () => {
    const coverage = async (query: string) => {
      const question = questionFor(query);
      const lists = [{ signal: ftsChunks, items: await ftsChunks.rank(question, shelf.store) }];
      return coverageOf(lists, question, shelf.store);
    };
    assert.deepEqual(await coverage('white whale'), { coverage: 1, unknown: false, inARow: true });
    const partly = await coverage('white whale zebra');
    assert.equal(partly.unknown, true);
    assert.ok(partly.coverage > 0 && partly.coverage < 1);
    assert.deepEqual(await coverage('???'), { coverage: 0, unknown: false, inARow: false });
  });

  it('verdict: counts what is more than weak, and nothing where the answer is noise', async () => {
    const { run } = await runFor('white whale');
    const verdict = await verdictOn(run, shelf.store);
    assert.equal(verdict.relevant, true);
    assert.ok(verdict.count >= 1 && verdict.count <= run.fused.length);
    assert.equal(relevanceBy(verdict)(run.fused[0]!), 'strong');
    const { run: noise } = await runFor('xylophone zebra');
    assert.equal((await verdictOn(noise, shelf.store)).count, 0);
  });

  it('facets count the books that are found; each filter is costed by what it takes away', async () => {
    const { run, slice } = await runFor('storm at sea');
    const input: SearchInput = {
      ...{ query: 'storm at sea', limit: 10, offset: 0, explain: false },
      ...{ scope: 'books' as const, mode: 'hybrid' as const, signals: undefined, bookId: undefined },
    };
    const answered = { input, question: run.question, store: shelf.store, slice, unfiltered: run };
    const facets = await foundFacets(answered);
    const authors = new Map(facets.authors.map(({ value, count }) => [value, count]));
    assert.equal(authors.get('Ben Gale'), 1);
    const filters = { ...NO_FILTERS, authors: ['Nobody'] };
    const costs = await costsOfFilters({ ...answered, input: { ...input, filters } });
    assert.equal(costs.length, 1);
    assert.equal(costs[0]?.filter, 'authors');
    assert.ok(costs[0].total > 0);
  });
});
