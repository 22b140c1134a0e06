import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { LibTrailsError } from '@libtrails/common/errors';
import { createSearch, type Search } from './search.ts';
import type { SearchInput } from './search-input.ts';
import {
  FakeEmbedder,
  groupShelf,
  meaningfulBook,
  type OpenShelf,
  openShelf,
  SHELF,
} from './shelf.test-support.ts';

const patience = () => ({ signal: new AbortController().signal, deadline: undefined });
const ask = (query: string, more: Partial<SearchInput> = {}): SearchInput => ({
  query,
  scope: 'books',
  mode: 'hybrid',
  limit: 10,
  offset: 0,
  explain: false,
  signals: undefined,
  bookId: undefined,
  ...more,
});

describe('search', () => {
  let shelf: OpenShelf;
  let search: Search;
  before(async () => {
    shelf = await openShelf();
    await groupShelf(shelf.library);
  });
  beforeEach(() => {
    shelf.embedder = new FakeEmbedder();
    search = createSearch({ store: shelf.store, embedder: shelf.embedder, embedTimeoutMs: 400 });
  });
  after(() => shelf.close());
  const titles = async (input: SearchInput) =>
    (await search(input, patience())).results.map((r) => r.book?.title);

  it('finds books by word and by meaning, with the passage that shows why', async () => {
    const answer = await search(ask('white whale'), patience());
    const [first] = answer.results;
    assert.equal(first?.book?.title, 'The Whaling Voyage');
    assert.equal(first.rank, 1);
    assert.match(first.passage?.text ?? '', /white whale/);
    const marked = first.passage!.highlights.map(({ start, end }) => first.passage!.text.slice(start, end));
    assert.deepEqual(marked, ['white', 'whale']);
    assert.equal(answer.degraded, false);
    assert.deepEqual(first.signals, []);
  });

  it('goes to a printed page of a book', async () => {
    const spec = {
      ...{ fileName: 'log.epub', title: 'A Log' },
      chunks: [{ text: 'Wind from the west, and salt.' }, { text: 'Nothing was seen, and salt again.' }],
      pages: [
        { label: 'xii', at: 0 },
        { label: '1', at: 31 },
      ],
    };
    const { bookId } = await shelf.library.write('putBook', meaningfulBook(spec));
    const found = async (query: string, more: Partial<SearchInput> = {}) => {
      const { relevant, results } = await search(ask(query, { scope: 'passages', ...more }), patience());
      return [relevant, results.map(({ passage }) => passage?.page)];
    };
    assert.deepEqual(await found('in:log page:XII'), [true, ['xii']]);
    assert.deepEqual(await found('page:1', { bookId }), [true, ['1']]);
    assert.deepEqual((await found('in:log page:1 salt'))[1], ['1']);
    assert.deepEqual((await found('in:log page:99'))[1], []);
    await shelf.library.write('deleteBook', bookId);
  });

  it('finds by meaning what the words do not say', async () => {
    assert.deepEqual(await titles(ask('ocean', { mode: 'keyword' })), []);
    const [first] = await titles(ask('ocean', { mode: 'semantic' }));
    assert.ok(first === 'Storm Glass' || first === 'The Whaling Voyage');
  });

  it('explains each result: shares add up to 1, contributions to the score, evidence has words', async () => {
    for (const scope of ['books', 'passages', 'topics', 'themes', 'domains'] as const) {
      for (const fusion of ['scores', 'rrf'] as const) {
        const { results, total } = await search(
          ask('storm at sea', { scope, explain: true, fusion }),
          patience(),
        );
        assert.ok(results.length > 0 && total >= results.length, scope);
        for (const result of results) {
          assert.ok(result.signals.length > 0);
          const shares = result.signals.reduce((sum, s) => sum + s.share, 0);
          assert.ok(Math.abs(shares - 1) < 1e-9);
          for (const s of result.signals) {
            assert.ok(s.matched.length > 0, `${scope} ${s.name}`);
            if (fusion === 'rrf') assert.ok(Math.abs(s.share * result.score - 1 / (60 + s.rank)) < 1e-9);
          }
        }
      }
    }
  });

  it('uses all signals for books and names what each matched', async () => {
    const { results, tookMs } = await search(ask('storm at sea', { explain: true }), patience());
    assert.equal(results[0]?.book?.title, 'Storm Glass');
    assert.deepEqual(Object.keys(tookMs.signals), [
      ...['fts_books', 'fts_topics', 'fts_chunks', 'vec_topics', 'vec_phrases', 'vec_books', 'vec_chunks'],
      'joint_chunks',
    ]);
    const matched = Object.fromEntries(
      results[0].signals.map((s) => [s.name, `${s.matchedKind}: ${s.matched}`]),
    );
    assert.equal(matched.fts_topics, 'topic: storm at sea');
    assert.equal(matched.vec_phrases, 'phrase: storm at sea');
    assert.equal(matched.fts_books, 'book: Storm Glass');
    assert.match(matched.vec_chunks ?? '', /^passage: The barometer fell/);
  });

  it('answers passages with their books, all scopes with their own items', async () => {
    const passages = await search(ask('dragon hoard', { scope: 'passages' }), patience());
    assert.match(passages.results[0]?.passage?.text ?? '', /dragon slept/);
    assert.equal(passages.results[0]?.book?.title, 'What the Dragon Kept');
    const topics = await search(ask('dystopia', { scope: 'topics' }), patience());
    assert.equal(topics.results[0]?.topic?.label, 'dystopia');
    assert.equal(topics.results[0].book, null);
    const themes = await search(ask('storm', { scope: 'themes' }), patience());
    assert.equal(themes.results[0]?.theme?.label, 'The sea');
    const domains = await search(ask('thyme', { scope: 'domains' }), patience());
    assert.equal(domains.results[0]?.domain?.label, 'Daily life');
  });

  it('keeps passages to one book when asked to', async () => {
    const all = await search(ask('kitchen', { scope: 'passages' }), patience());
    const bread = all.results.find((r) => r.book?.title === 'Bread and Salt')!.book!.id;
    const some = await search(ask('kitchen', { scope: 'passages', bookId: bread, limit: 100 }), patience());
    assert.ok(some.results.length > 0);
    for (const result of some.results) assert.equal(result.book?.id, bread);
  });

  it('runs only the signals of the mode, or those that are named', async () => {
    const names = async (more: Partial<SearchInput>) =>
      Object.keys((await search(ask('sea', more), patience())).tookMs.signals);
    assert.deepEqual(await names({ mode: 'keyword' }), ['fts_books', 'fts_topics', 'fts_chunks']);
    assert.deepEqual(await names({ mode: 'semantic' }), [
      'vec_topics',
      'vec_phrases',
      'vec_books',
      'vec_chunks',
    ]);
    assert.deepEqual(await names({ signals: ['vec_books', 'fts_books'] }), ['fts_books', 'vec_books']);
    await assert.rejects(
      search(ask('sea', { scope: 'topics', signals: ['vec_books'] }), patience()),
      /vec_books/,
    );
  });

  it('has a pasted text embedded once, for all signals', async () => {
    const answer = await search(ask('a storm at sea and a white whale '.repeat(5)), patience());
    assert.deepEqual(
      shelf.embedder.calls.map(({ kind }) => kind),
      ['QUERY'],
    );
    for (const name of ['vec_topics', 'vec_phrases', 'vec_books', 'vec_chunks']) {
      assert.ok(name in answer.tookMs.signals, name);
    }
    assert.equal(answer.degraded, false);
  });

  it('asks the embedding service only for the kinds it needs', async () => {
    await search(ask('sea', { mode: 'keyword' }), patience());
    assert.equal(shelf.embedder.calls.length, 0);
    await search(ask('sea', { scope: 'topics' }), patience());
    assert.deepEqual(
      shelf.embedder.calls.map((c) => c.kind),
      ['LABEL'],
    );
    await search(ask('  the \n sea '), patience());
    assert.deepEqual(
      shelf.embedder.calls
        .slice(1)
        .map((c) => c.kind)
        .sort(),
      ['LABEL', 'QUERY'],
    );
    assert.deepEqual(shelf.embedder.calls.at(-1)?.texts, ['the sea']);
  });

  it('answers by word and says so when the embedding service is away, slow or busy', async () => {
    for (const [code, words] of [
      ['unavailable', /not available/],
      ['deadline_exceeded', /in time/],
      ['resource_exhausted', /busy/],
    ] as const) {
      shelf.embedder.failure = new LibTrailsError(code, 'no');
      const answer = await search(ask('white whale'), patience());
      assert.equal(answer.degraded, true);
      assert.match(answer.degradedReasons.join(), words);
      assert.equal(answer.results[0]?.book?.title, 'The Whaling Voyage');
      assert.deepEqual(Object.keys(answer.tookMs.signals), ['fts_books', 'fts_topics', 'fts_chunks']);
    }
    const keyword = await search(ask('white whale', { mode: 'keyword' }), patience());
    assert.equal(keyword.degraded, false);
  });

  it('switches meaning off when library and service hold different models, and names the cure', async () => {
    shelf.embedder.model = 'other-model/fp32';
    const answer = await search(ask('white whale'), patience());
    assert.equal(answer.degraded, true);
    assert.match(answer.degradedReasons.join(), /test-model\/int8.*other-model\/fp32.*index the books again/);
    assert.ok(Object.keys(answer.tookMs.signals).every((name) => name.startsWith('fts_')));
  });

  it('leaves out what time does not allow, and names it', async () => {
    const late = { signal: new AbortController().signal, deadline: Date.now() + 5 };
    const answer = await search(ask('white "whale hunt"'), late);
    assert.equal(answer.degraded, true);
    const cut = answer.degradations.filter(({ code }) => code === 'out_of_time');
    assert.ok(cut.some(({ signals }) => signals.includes('fts_topics')));
    assert.ok(cut.some(({ message }) => /quotation marks/.test(message)));
  });

  it('finds words by their beginning, and an unfinished last word', async () => {
    for (const query of ['harpo*', 'white harpo', 'harpoo']) {
      const [first] = (await search(ask(query, { mode: 'keyword' }), patience())).results;
      assert.equal(first?.book?.title, 'The Whaling Voyage', query);
    }
    const { relevant } = await search(ask('harpo', { mode: 'keyword' }), patience());
    assert.equal(relevant, true);
  });

  it('narrows to the books that fit what was typed, and says how many do', async () => {
    const answer = await search(ask('sea author:gale'), patience());
    assert.deepEqual(
      answer.results.map(({ book }) => book?.title),
      ['Storm Glass'],
    );
    assert.deepEqual(answer.narrowedTo, [{ field: 'author', value: 'gale', books: 1 }]);
    assert.equal(answer.query, 'sea author:gale');
    const [whaling] = await titles(ask('title:whaling'));
    assert.equal(whaling, 'The Whaling Voyage');
    assert.deepEqual(await titles(ask('sea author:nobody')), []);
    assert.deepEqual(await titles(ask('sea in:"storm glass" lang:en')), ['Storm Glass']);
  });

  it('leaves out books and topics that are called what was typed after a minus', async () => {
    assert.equal((await titles(ask('white whale')))[0], 'The Whaling Voyage');
    assert.ok(!(await titles(ask('white whale -voyage'))).includes('The Whaling Voyage'));
    assert.ok(!(await titles(ask('white whale -harbour'))).includes('The Whaling Voyage'));
    assert.ok((await titles(ask('title:whaling whale -voyage'))).includes('The Whaling Voyage'), 'named');
    const topics = async (query: string) =>
      (await search(ask(query, { scope: 'topics' }), patience())).results.map(({ topic }) => topic?.label);
    assert.ok((await topics('storm')).includes('storm at sea'));
    assert.ok(!(await topics('storm -sea')).includes('storm at sea'));
  });

  it('leaves out passages that hold what was typed after a minus', async () => {
    const passages = async (query: string) =>
      (await search(ask(query, { scope: 'passages' }), patience())).results.map((r) => r.passage!.text);
    assert.ok((await passages('sea')).some((text) => text.includes('barometer')));
    const left = await passages('sea -barometer -"white whale"');
    assert.ok(left.length > 0);
    assert.ok(left.every((text) => !/barometer|white whale/.test(text)));
  });

  it('gives up when the caller has gone', async () => {
    const controller = new AbortController();
    controller.abort();
    shelf.embedder.failure = new DOMException('Aborted', 'AbortError');
    await assert.rejects(search(ask('sea'), { signal: controller.signal, deadline: undefined }));
  });

  it('pages through one and the same order', async () => {
    const whole = (await search(ask('sea and kitchen', { limit: 100 }), patience())).results;
    const paged = [];
    for (let offset = 0; offset < whole.length; offset += 3) {
      paged.push(...(await search(ask('sea and kitchen', { limit: 3, offset }), patience())).results);
    }
    assert.deepEqual(paged, whole);
    assert.deepEqual(
      paged.map((r) => r.rank),
      whole.map((_, i) => i + 1),
    );
  });

  it('gives the same answer to the same question', async () => {
    const stable = async () => {
      const { tookMs: _tookMs, ...rest } = await search(
        ask('calm mind and storm', { explain: true }),
        patience(),
      );
      return rest;
    };
    assert.deepEqual(await stable(), await stable());
  });

  it('says whether anything is relevant', async () => {
    const relevant = async (query: string) => (await search(ask(query), patience())).relevant;
    assert.equal(await relevant('harpooner'), true);
    assert.equal(await relevant('"white whale"'), true);
    assert.equal(await relevant('xylophone zeppelin'), false);
  });

  it('answers any text at all', async () => {
    for (const query of ['"', '*', 'NEAR(', '孫子', '\u0000', '\ud800', "don't", '—', 'a'.repeat(2_000)]) {
      await search(ask(query), patience());
    }
  });

  it('follows books that come and go', async () => {
    const spec = {
      fileName: 'bees.epub',
      title: 'Hive',
      phrases: ['beehive'],
      chunks: [{ text: 'The bees swarm.', topics: ['bee'] }],
    };
    const { bookId } = await shelf.library.write('putBook', meaningfulBook(spec));
    assert.deepEqual((await titles(ask('bees')))[0], 'Hive');
    const changed = { ...spec, edition: 2, chunks: [{ text: 'The wasps leave.', topics: ['wasp'] }] };
    await shelf.library.write('putBook', meaningfulBook(changed));
    const passages = await search(ask('wasps', { scope: 'passages' }), patience());
    assert.equal(passages.results[0]?.passage?.text, 'The wasps leave.');
    await shelf.library.write('deleteBook', bookId);
    assert.ok(!(await titles(ask('wasps', { limit: 100 }))).includes('Hive'));
    assert.equal(shelf.store.vectors.count('books'), SHELF.length);
  });
});

describe('search in an empty library', () => {
  it('finds nothing, and nothing is wrong', async () => {
    const shelf = await openShelf([]);
    const search = createSearch({ store: shelf.store, embedder: shelf.embedder, embedTimeoutMs: 400 });
    const answer = await search(ask('whale'), patience());
    assert.deepEqual(
      { total: answer.total, relevant: answer.relevant, degraded: answer.degraded, results: answer.results },
      { total: 0, relevant: false, degraded: false, results: [] },
    );
    await shelf.close();
  });
});
