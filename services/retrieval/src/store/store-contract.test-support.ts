/** What every store must do, whatever keeps the books: a second adapter is done when these tests pass on it. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { OTHER_FORMAT } from '@libtrails/common/book-formats';
import { PROFILE } from '@libtrails/models/profile';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import { bagOfWords, meaningfulBook, pile, SHELF } from '../search/shelf.test-support.ts';
import { wordsOf } from '../words/words.ts';
import type { Store } from './store.ts';
import type { PassageTerm, QueryTerm, WantedTerm } from './text-search.ts';

/** An empty store, and what closes it. */
export interface OpenStore {
  store: Store;
  close(): Promise<void>;
}

const term = (text: string): QueryTerm => {
  const words = wordsOf(text);
  return {
    tokens: words.map(({ folded }) => folded),
    stems: words.map(({ stem }) => stem),
    quoted: words.length > 1,
    prefix: false,
    completions: [],
    joined: undefined,
  };
};
const any = (...texts: string[]): WantedTerm[] =>
  texts.map((text) => ({ term: term(text), required: false }));

/** The id of a topic by its label. */
export async function topicId({ text, catalogue }: Store, label: string): Promise<number> {
  const hits = await text.topics([{ term: term(label), required: true }], 100);
  const labels = await catalogue.topics(hits.map(({ id }) => id));
  const known = hits.find(({ id }) => labels.get(id)?.label === label);
  assert.ok(known, label);
  return known.id;
}

/** Themes "The sea" (domain "Adventure") and "House and garden" (domain "Daily life"). */
export async function groupStore(store: Store, merges: [string, string][] = []): Promise<void> {
  const theme = async (label: string, domain: number, topics: string[]) => ({
    ...{ label, subtitle: topics.join(', '), domain, x: 0, y: 0, z: 0, mapX: 0.25, mapY: -0.5 },
    members: {
      topics: Uint32Array.from(await Promise.all(topics.map((topic) => topicId(store, topic)))),
      weights: Float64Array.from(topics, (_topic, i) => 1 / (i + 1)),
    },
  });
  const pairs = await Promise.all(merges.flat().map((label) => topicId(store, label)));
  await store.write('putGrouping', {
    recipe: 'test',
    merges: Uint32Array.from(pairs),
    domains: ['Adventure', 'Daily life'],
    themes: [
      await theme('The sea', 0, ['storm at sea', 'whaling voyage', 'white whale']),
      await theme('House and garden', 1, ['herb', 'kitchen garden', 'baking bread']),
    ],
    centroids: pile(['sea storm whale', 'kitchen bread garden']),
  });
}

/** Runs the contract's tests against the stores that `open` gives. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`the store contract: ${name}`, () => {
    let opened: OpenStore;
    let store: Store;
    let ids: Map<string, number>;
    before(async () => {
      opened = await open();
      store = opened.store;
      ids = new Map();
      for (const spec of SHELF) {
        ids.set(spec.title!, (await store.write('putBook', meaningfulBook(spec))).bookId);
      }
      await groupStore(store);
    });
    after(() => opened.close());

    const book = (title: string) => ids.get(title)!;
    const passageTerms = async (...texts: string[]): Promise<PassageTerm[]> =>
      Promise.all(
        texts.map(async (text) => {
          const own = term(text);
          const phrase = own.tokens.length > 1 ? await store.text.findPhrase(own) : undefined;
          return { term: own, phrase, required: false, weight: 1 };
        }),
      );
    const textsOf = async (hits: readonly { id: number }[]) => {
      const texts = await store.text.texts(hits.map(({ id }) => id));
      return hits.map(({ id }) => texts.get(id) ?? '');
    };

    describe('writing', () => {
      it('moves the revision with content, not with jobs, and tells listeners before it resolves', async () => {
        const seen: number[] = [];
        const stop = store.onChange(({ revision }) => seen.push(revision));
        const before = store.revision();
        const spec = { fileName: 'new.epub', title: 'New', chunks: [{ text: 'Nothing was ever so new.' }] };
        const { bookId, outcome } = await store.write('putBook', meaningfulBook(spec));
        assert.deepEqual([outcome, seen], ['created', [before + 1]]);
        assert.equal((await store.catalogue.books([bookId])).get(bookId)?.title, 'New');
        await store.write('createJob', { kind: 'group', title: '', fileName: '', worker: '' });
        assert.equal(store.revision(), before + 1);
        await store.write('deleteBook', bookId);
        assert.equal(store.revision(), before + 2);
        stop();
      });

      it('keeps the id of a replaced book, knows an unchanged one, and leaves nothing of the old text', async () => {
        const spec = {
          fileName: 'edited.epub',
          title: 'Edited',
          chunks: [{ text: 'A quixotic first edition.' }],
        };
        const { bookId } = await store.write('putBook', meaningfulBook(spec));
        assert.equal((await store.write('putBook', meaningfulBook(spec))).outcome, 'unchanged');
        const second = { ...spec, edition: 2, chunks: [{ text: 'A corrected text.' }] };
        const replaced = await store.write('putBook', meaningfulBook(second));
        assert.deepEqual([replaced.bookId, replaced.outcome], [bookId, 'replaced']);
        assert.deepEqual(await store.text.passages(await passageTerms('quixotic'), 9), []);
        const texts = (await store.catalogue.texts(bookId)).map(({ text }) => text);
        assert.deepEqual(texts, ['A corrected text.', 'Colophon']);
        await store.write('deleteBook', bookId);
        assert.equal((await store.catalogue.books([bookId])).size, 0);
        assert.deepEqual(await store.catalogue.texts(bookId), []);
        assert.deepEqual(await store.text.passages(await passageTerms('corrected'), 9), []);
        const near = await store.vectors.nearest('passages', bagOfWords('A corrected text.'), 3);
        assert.ok(near.every(({ owner }) => owner !== bookId));
      });

      it('replaces the metadata of a book without touching its text, and says of which version they are', async () => {
        const spec = { fileName: 'kept.epub', title: 'The Old Title', chunks: [{ text: 'The text stays.' }] };
        const book = meaningfulBook(spec);
        const { bookId } = await store.write('putBook', book);
        const { source, language } = book;
        const metadata = {
          ...{ title: 'Zanzibar', titleSort: '', authors: ['Ada Harbour'], authorSort: '', language: '' },
          ...{ year: 1851, description: 'Told again.', subjects: ['Spice'], publisher: 'P' },
          ...{ identifiers: ['isbn:9780140449266'], series: 'Voyages', seriesIndex: 2, subtitle: '' },
        };
        const catalogue = { version: 'v2', link: 'calibre://show-book/Books/7', rating: 4.5 };
        await store.write('updateMetadata', { source: { ...source, size: 77 }, metadata, catalogue });
        const stored = (await store.catalogue.books([bookId])).get(bookId);
        assert.deepEqual(
          [stored?.title, stored?.authors, stored?.year, stored?.subjects, stored?.series, stored?.language],
          ['Zanzibar', ['Ada Harbour'], 1851, ['Spice'], 'Voyages', language],
        );
        const page = await store.catalogue.bookPage(bookId, { topics: 1, names: 1, themes: 1 });
        assert.deepEqual(
          [page?.description, page?.catalogueLink, page?.rating, page?.passages],
          ['Told again.', catalogue.link, 4.5, 1],
        );
        const found = async (text: string) =>
          (await store.text.books([{ term: term(text), required: true }], 9)).map(({ id }) => id);
        assert.deepEqual(await found('zanzibar'), [bookId]);
        assert.ok(!(await found('old title')).includes(bookId));
        const [known] = (await store.sources.sources()).filter(({ fileName }) => fileName === spec.fileName);
        assert.deepEqual(
          [known?.catalogueVersion, known?.size, known?.contentHash],
          ['v2', 77, source.contentHash],
        );
        const unknown = { source: { ...source, fileName: 'absent.epub' }, metadata, catalogue };
        await assert.rejects(store.write('updateMetadata', unknown), { code: 'not_found' });
        await store.write('deleteBook', bookId);
      });

      it('knows the printed pages of passages and sections', async () => {
        const pages = [
          { label: 'ix', at: 0 },
          { label: '1', at: 30 },
          { label: '2', at: 40 },
        ];
        const chunks = [{ text: 'A passage of the ninth page.' }, { text: 'Another one, of two pages.' }];
        const spec = { fileName: 'paged.epub', title: 'Paged', pages, chunks };
        const { bookId } = await store.write('putBook', meaningfulBook(spec));
        const texts = await store.catalogue.texts(bookId);
        const passages = await store.catalogue.passages(texts.map(({ id }) => id));
        assert.deepEqual(
          texts.map(({ id }) => [passages.get(id)?.page, passages.get(id)?.pages]),
          [
            ['ix', [{ label: 'ix', at: 0 }]],
            [
              '1–2',
              [
                { label: '1', at: 0 },
                { label: '2', at: 10 },
              ],
            ],
            ['', []],
          ],
        );
        assert.deepEqual((await store.catalogue.section(bookId, 0))?.pages, pages);
        assert.deepEqual((await store.catalogue.section(bookId, 1))?.pages, []);
        await store.write('deleteBook', bookId);
      });

      it('refuses other vectors and the same content under another name, and changes nothing then', async () => {
        const before = store.revision();
        const other = { fileName: 'x.epub', fingerprint: 'another-model', chunks: [{ text: 'Other.' }] };
        await assert.rejects(store.write('putBook', meaningfulBook(other)), { code: 'failed_precondition' });
        const copy = meaningfulBook(SHELF[0]!);
        copy.source = { ...copy.source, fileName: 'copy.epub' };
        await assert.rejects(store.write('putBook', copy), { code: 'already_exists' });
        await assert.rejects(store.write('deleteBook', 2 ** 31), { code: 'not_found' });
        assert.equal(store.revision(), before);
      });

      it('gives a better format the place and the id of a worse one, whose file it lists from then on', async () => {
        const put = (fileName: string, takesOver: string) =>
          store.write('putBook', {
            ...meaningfulBook({ fileName, chunks: [{ text: `The text of ${fileName}.` }] }),
            takesOver,
          });
        const worse = await put('two/lamp.pdf', 'two/lamp.txt');
        const better = await put('two/lamp.epub', 'two/lamp.pdf');
        assert.deepEqual([worse.outcome, better.outcome], ['created', 'replaced']);
        assert.equal(better.bookId, worse.bookId);
        const shown = { topics: 1, names: 1, themes: 1 };
        const files = async () => (await store.catalogue.bookPage(better.bookId, shown))?.otherFiles;
        assert.deepEqual(await files(), ['two/lamp.pdf']);
        const { source } = meaningfulBook({ fileName: 'two/lamp.txt', chunks: [] });
        await store.write('refuseSource', { source, code: OTHER_FORMAT, reason: '' });
        const near = { ...source, fileName: 'two/lamp.post.txt' };
        await store.write('refuseSource', { source: near, code: OTHER_FORMAT, reason: '' });
        assert.deepEqual(await files(), ['two/lamp.pdf', 'two/lamp.txt']);
        const refused = await store.catalogue.refused(100);
        assert.deepEqual(
          refused.filter(({ fileName }) => fileName.startsWith('two/')),
          [],
        );
        await store.write('deleteBook', better.bookId);
      });

      it('gives a new book its place in the themes that are there, until a tenth of the books has changed', async () => {
        const { store: grown, close } = await open();
        const put = (name: string, topic: string) =>
          grown.write(
            'putBook',
            meaningfulBook({
              ...{ fileName: `${name}.epub`, title: name },
              chunks: [{ text: `This is ${name}.`, topics: [topic] }],
            }),
          );
        try {
          const topics = SHELF.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.topics ?? []));
          const old = ['kitchen garden', ...topics, ...topics].slice(0, 20);
          assert.ok(old.includes('white whale'));
          for (const [i, topic] of old.entries()) {
            assert.equal((await put(`old ${i}`, topic)).groupingCurrent, false, 'there are no themes yet');
          }
          await groupStore(grown);
          const first = await put('new 1', 'white whale');
          assert.equal(first.groupingCurrent, true);
          const [theme] = await grown.links.themesOfBooks([first.bookId]);
          assert.equal(theme?.label, 'The sea');
          assert.ok((await grown.links.booksOfThemes([theme.id])).has(first.bookId));
          assert.equal((await put('new 2', 'white whale')).groupingCurrent, true);
          assert.equal((await put('new 3', 'white whale')).groupingCurrent, false, '3 of 23');
          await groupStore(grown);
          assert.equal((await put('new 4', 'white whale')).groupingCurrent, true);
        } finally {
          await close();
        }
      });

      it('gives no worker a job while jobs are paused', async () => {
        const own = { kind: 'folder' as const, title: 'Books', fileName: '', worker: 'w1' };
        const { id } = await store.write('createJob', own);
        const taken = await store.write('pauseJobs', undefined);
        assert.deepEqual(
          taken.map((job) => [job.id, job.state]),
          [[id, 'queued']],
        );
        assert.equal(await store.jobs.arePaused(), true);
        const report = { jobId: id, worker: 'w1', state: undefined, stage: '', done: 0, total: 0, words: 0 };
        await assert.rejects(store.write('reportProgress', { ...report, message: '' }), {
          code: 'failed_precondition',
        });
        assert.equal(await store.jobs.isWaiting(['folder']), false);
        assert.equal(await store.write('leaseJob', { worker: 'w1', kinds: ['folder'] }), undefined);
        assert.equal((await store.write('createJob', { ...own, title: 'More books' })).state, 'queued');
        await store.write('resumeJobs', undefined);
        assert.equal(await store.jobs.arePaused(), false);
        assert.equal((await store.write('leaseJob', { worker: 'w1', kinds: ['folder'] }))?.id, id);
        for (const { id: open } of await store.jobs.jobs(9)) await store.write('cancelJob', open);
      });

      it('gives a job to one worker', async () => {
        const { id } = await store.write('createJob', {
          ...{ kind: 'index', title: 'A book', fileName: 'a.epub', worker: '' },
        });
        assert.equal(await store.jobs.isWaiting(['index']), true);
        const leased = await store.write('leaseJob', { worker: 'w1', kinds: ['index'] });
        assert.equal(leased?.id, id);
        assert.equal(await store.write('leaseJob', { worker: 'w2', kinds: ['index'] }), undefined);
        assert.equal((await store.jobs.upload(id))?.worker, 'w1');
        const report = {
          jobId: id,
          stage: '',
          done: 1,
          total: 1,
          words: 0,
          message: '',
          state: 'done' as const,
        };
        await assert.rejects(store.write('reportProgress', { ...report, worker: 'w2' }), {
          code: 'failed_precondition',
        });
        assert.equal((await store.write('reportProgress', { ...report, worker: 'w1' })).state, 'done');
        assert.deepEqual((await store.jobs.uploads(5)).ended, ['a.epub']);
      });
    });

    describe('reading', () => {
      it('finds things by id and leaves out what is not there', async () => {
        const books = await store.catalogue.books([2 ** 50, book('Storm Glass')]);
        assert.deepEqual(
          [...books.values()].map(({ title }) => title),
          ['Storm Glass'],
        );
        assert.equal((await store.catalogue.passages([2 ** 50])).size, 0);
        assert.equal((await store.catalogue.topics([2 ** 50])).size, 0);
        assert.equal(await store.catalogue.bookPage(2 ** 50, { topics: 1, names: 1, themes: 1 }), undefined);
        assert.equal(await store.catalogue.passageContext(2 ** 50, 1), undefined);
        assert.equal(await store.catalogue.section(book('Storm Glass'), 9), undefined);
        assert.equal(await store.links.passagesOfTopic(2 ** 50, 1), undefined);
      });

      it('has the whole text in reading order, with what stands outside the body', async () => {
        const texts = await store.catalogue.texts(book('The Whaling Voyage'));
        assert.deepEqual(
          texts.map(({ text }) => text),
          [...SHELF[0]!.chunks.map(({ text }) => text), 'Colophon'],
        );
        assert.deepEqual(
          texts.map(({ searchable }) => searchable),
          [true, true, true, false],
        );
        const [, second] = texts;
        const context = await store.catalogue.passageContext(second!.id, 1);
        assert.deepEqual(
          [...context!.before, context!.passage, ...context!.after].map(({ id }) => id),
          texts.slice(0, 3).map(({ id }) => id),
        );
        const section = await store.catalogue.section(book('The Whaling Voyage'), 0);
        assert.deepEqual(
          [section!.texts.length, section!.previous, section!.next?.title],
          [3, null, 'Colophon'],
        );
      });

      it('counts what it lists', async () => {
        const counts = await store.catalogue.counts();
        assert.equal(counts.books, (await store.catalogue.allBooks()).length);
        assert.equal(counts.passages, store.text.passageCount());
        assert.equal(counts.passages, store.vectors.count('passages'));
        assert.equal(counts.themes, (await store.catalogue.allThemes()).length);
        assert.equal(counts.domains, (await store.catalogue.domains()).length);
      });

      it('leads from topics to passages, books and themes, and back', async () => {
        const storm = await topicId(store, 'storm at sea');
        const passages = (await store.links.passagesOfTopic(storm, 9))!;
        assert.deepEqual(
          passages.map(({ bookId }) => bookId).sort(),
          [book('The Whaling Voyage'), book('Storm Glass')].sort(),
        );
        const carried = await store.links.topicsOfPassages(passages.map(({ id }) => id));
        assert.ok([...carried.values()].every((topics) => topics.includes(storm)));
        const books = (await store.links.booksByTopic([storm])).map(([, owner]) => owner);
        assert.deepEqual(books.sort(), passages.map(({ bookId }) => bookId).sort());
        const [sea] = (await store.catalogue.allThemes()).filter(({ label }) => label === 'The sea');
        assert.deepEqual(await store.links.themesByTopic([storm]), [[storm, sea!.id, sea!.domainId]]);
        assert.deepEqual([...(await store.links.booksOfThemes([sea!.id]))].sort(), books.sort());
        const speaking = await store.links.passagesOfThemes([sea!.id]);
        assert.ok(passages.every(({ id }) => speaking.has(id)));
        const [first] = await store.links.themesOfBooks(books);
        assert.deepEqual([first!.label, first!.books], ['The sea', 2]);
        assert.deepEqual([...(await store.links.topicsInBooks([storm], books))], [storm]);
        assert.deepEqual([...(await store.links.topicsInBooks([storm], [book('Bread and Salt')]))], []);
      });

      it('tells what sets a domain apart: topics that its leading books speak of more than all do', async () => {
        const [adventure] = (await store.catalogue.domains()).filter(({ label }) => label === 'Adventure');
        const books = [book('The Whaling Voyage'), book('Storm Glass')];
        const [first] = await store.catalogue.distinctTopics(adventure!.id, books, 9);
        assert.equal(first?.id, await topicId(store, 'storm at sea'));
        assert.ok(first.lift > 1);
        assert.deepEqual(await store.catalogue.distinctTopics(adventure!.id, [], 9), []);
      });

      it('streams every phrase and concept with its vector and the mean of its passages', async () => {
        const rows: TopicVector[] = [];
        for await (const page of store.sources.topicVectors()) rows.push(...page);
        const ids = rows.map(({ id }) => id);
        assert.deepEqual(
          ids,
          ids.toSorted((a, b) => a - b),
        );
        for (const label of ['storm at sea', 'white whale', 'dystopia'])
          assert.ok(ids.includes(await topicId(store, label)), label);
        assert.ok(rows.every(({ kind }) => kind !== 'name'));
        const storm = rows.find(({ label }) => label === 'storm at sea')!;
        assert.deepEqual([storm.kind, storm.passages, storm.books], ['phrase', 2, 2]);
        assert.deepEqual([storm.vector.length, storm.context.length], [PROFILE.dims, PROFILE.dims]);
      });

      it('lets a merged topic read as its target until the next grouping', async () => {
        const before = store.generation();
        const target = await topicId(store, 'storm at sea');
        const merged = await topicId(store, 'weather record');
        await groupStore(store, [['weather record', 'storm at sea']]);
        assert.equal(store.generation(), before + 1);
        assert.equal((await store.catalogue.topics([merged])).get(merged)?.id, target);
        assert.equal((await store.catalogue.topicPage(merged, { books: 9, related: 9 }))?.id, target);
        const [hit] = await store.text.topics(any('record'), 9);
        assert.deepEqual([hit?.id, hit?.owner], [merged, target]);
        await groupStore(store);
        assert.equal((await store.catalogue.topics([merged])).get(merged)?.id, merged);
      });

      it('knows its own words', async () => {
        const storm = await topicId(store, 'storm at sea');
        assert.ok((await store.vocabulary.topicsBeginning(['sto', 'se'], 9)).includes(storm));
        assert.deepEqual(await store.vocabulary.topicsBeginning(['zzz'], 9), []);
        const names = await store.vocabulary.namesOfTopics([storm, 2 ** 40]);
        assert.deepEqual([...names], [[storm, ['storm at sea']]]);
        assert.deepEqual(await store.vocabulary.namesBeginning('nantu', 3, 9), [
          { label: 'Nantucket', books: 1 },
        ]);
        assert.deepEqual(await store.vocabulary.namesBeginning('nantu', 4, 9), []);
        assert.deepEqual(await store.vocabulary.namesBeginning('tucket', 1, 9), []);
        const themes = await store.catalogue.themes(await store.vocabulary.themesOfTopics(['whal'], 9));
        assert.deepEqual(
          [...themes.values()].map(({ label }) => label),
          ['The sea'],
        );
      });
    });

    describe('search by words', () => {
      it('ranks what holds more of the words, and rarer ones, higher', async () => {
        const hits = await store.text.passages(await passageTerms('storm', 'noon', 'sea'), 9);
        const [first, ...rest] = await textsOf(hits);
        assert.match(first!, /barometer/);
        assert.ok(rest.some((text) => /storms on the open sea/.test(text)));
        assert.ok(hits.every(({ raw }, i) => i === 0 || raw <= hits[i - 1]!.raw));
        assert.equal(hits[0]!.owner, book('Storm Glass'));
      });

      it('finds rows of words as they stand, beginnings, and only what holds the required', async () => {
        assert.equal((await store.text.passages(await passageTerms('white whale'), 9)).length, 1);
        assert.equal((await store.text.passages(await passageTerms('whale white'), 9)).length, 0);
        const prefix = { ...term('whal'), prefix: true };
        const beginning = [{ term: prefix, phrase: undefined, required: false, weight: 1 }];
        assert.equal((await store.text.passages(beginning, 9)).length, 2);
        const [sea, whale] = await passageTerms('sea', 'whale');
        const required = await store.text.passages([{ ...whale!, required: true }, sea!], 9);
        assert.ok((await textsOf(required)).every((text) => /whal/.test(text)));
        const rows = await store.text.passagesWithRow([
          ['white', 'whale'],
          ['flour', 'water'],
        ]);
        assert.deepEqual(
          rows.map(({ owner }) => owner).sort(),
          [book('The Whaling Voyage'), book('Bread and Salt')].sort(),
        );
      });

      it('looks only where it is told to', async () => {
        const terms = await passageTerms('sea', 'kitchen');
        const all = await store.text.passages(terms, 99);
        const bookId = book('Bread and Salt');
        const ofBook = await store.text.passages(terms, 99, { bookId });
        assert.ok(ofBook.length > 0 && ofBook.every(({ owner }) => owner === bookId));
        const without = new Set([all[0]!.id]);
        const filter = { books: new Set(all.map(({ owner }) => owner)), passages: undefined, without };
        assert.deepEqual(
          (await store.text.passages(terms, 99, { filter })).map(({ id }) => id),
          all.slice(1).map(({ id }) => id),
        );
        assert.deepEqual(await store.text.books(any('kitchen'), 9, new Set()), []);
      });

      it('counts stems in passages, books and topics', async () => {
        const [kitchen, nothing] = ['kitchen', 'zzz'].map((text) => term(text).stems[0]!);
        const counts = await store.text.frequencies([kitchen!, nothing!]);
        assert.equal(counts.get(kitchen!)?.passages, 3);
        assert.ok(counts.get(kitchen!)!.topics > 0);
        assert.deepEqual({ ...counts.get(nothing!) }, { passages: 0, books: 0, topics: 0 });
        const stems = wordsOf('white whale barometer').map(({ stem }) => stem);
        const [whale] = await store.text.passages(await passageTerms('white whale'), 1);
        const { counted } = await store.text.sharesHeld(stems, [whale!.id]);
        assert.ok(Math.abs(counted[0]! - 2 / 3) < 1e-6);
      });

      it('finds books by subtitle, series and ISBN', async () => {
        const spec = {
          ...{ fileName: 'salt.epub', title: 'Salt', subtitle: 'A History of Brine', series: 'Minerals' },
          ...{ identifiers: ['urn:isbn:978-0-306-40615-7'], chunks: [{ text: 'Nothing else.' }] },
        };
        const { bookId } = await store.write('putBook', meaningfulBook(spec));
        const named = (...texts: string[]) => store.text.namedBooks(texts.map(term), 9);
        assert.deepEqual(await named('salt', 'brine'), [bookId]);
        assert.deepEqual(await named('minerals', 'history'), [bookId]);
        assert.deepEqual(await named('9780306406157'), [bookId]);
        assert.deepEqual(await named('salt', 'testing'), [], 'a subject is no name');
        for (const word of ['brine', 'minerals', '9780306406157']) {
          assert.equal((await store.text.books(any(word), 9))[0]?.id, bookId, word);
        }
        assert.equal((await store.catalogue.books([bookId])).get(bookId)?.subtitle, 'A History of Brine');
        await store.write('deleteBook', bookId);
        assert.deepEqual(await named('salt', 'brine'), []);
      });

      it('finds books by what is said of them, and topics by label', async () => {
        const [first] = await store.text.books(any('gale', 'storm'), 9);
        assert.equal(first?.id, book('Storm Glass'));
        assert.equal((await store.text.topics(any('harpoon'), 9))[0]?.id, await topicId(store, 'harpoon'));
        assert.deepEqual(await store.text.topics(any('Nantucket'), 9), [], 'names are no topics');
      });
    });

    describe('search by vectors', () => {
      const sentence = SHELF[1]!.chunks[0]!.text;

      it('finds the nearest first, with its owner, by cosine', async () => {
        const near = await store.vectors.nearest('passages', bagOfWords(sentence), 5);
        assert.equal((await textsOf(near))[0], sentence);
        assert.equal(near[0]!.owner, book('Storm Glass'));
        assert.ok(near[0]!.raw > 0.98 && near[0]!.raw <= 1 + 1e-3);
        assert.ok(near.every(({ raw }, i) => i === 0 || raw <= near[i - 1]!.raw));
        const compared = await store.vectors.compare('passages', bagOfWords(sentence)).nearest(5);
        assert.deepEqual(compared, near);
      });

      it('looks only where it is told to', async () => {
        const vector = bagOfWords(sentence);
        const bookId = book('Storm Glass');
        const except = await store.vectors.nearest('passages', vector, 99, { exceptBook: bookId });
        assert.ok(except.length > 0 && except.every(({ owner }) => owner !== bookId));
        const only = await store.vectors.nearest('passages', vector, 99, { bookId });
        assert.equal(only.length, await store.vectors.searched({ bookId }));
        const books = await store.vectors.nearest('books', vector, 99, {
          filter: { books: new Set([bookId]), passages: undefined },
        });
        assert.deepEqual(
          books.map(({ id }) => id),
          [bookId],
        );
      });

      it('gathers what is nearest of each owner', async () => {
        const near = store.vectors.compare('passages', bagOfWords(sentence));
        const [best] = await near.bestOfOwners(1, 1);
        const [first] = await near.nearest(1);
        assert.deepEqual([best!.owner, best!.best], [first!.owner, first!.id]);
        assert.ok(Math.abs(best!.raw - first!.raw) < 1e-6);
        const owners = [book('Storm Glass'), book('Bread and Salt')];
        const nearest = await near.nearestOf(owners, 1);
        assert.deepEqual([...nearest.keys()].sort(), owners.sort());
        assert.deepEqual(nearest.get(book('Storm Glass')), [first!.id]);
        const cosines = await near.cosines([first!.id, 2 ** 50]);
        assert.deepEqual([...cosines.keys()], [first!.id]);
        assert.ok(Math.abs(cosines.get(first!.id)! - first!.raw) < 1e-6);
      });

      it('gives vectors of length 1, the same sample each time, and the owners of ids', async () => {
        const sample = await store.vectors.sample('passages', 4);
        assert.ok(sample.length >= 4);
        assert.deepEqual(await store.vectors.sample('passages', 4), sample);
        assert.ok(sample.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-2));
        const [hit] = await store.vectors.nearest('phrases', bagOfWords('harpoon'), 1);
        assert.deepEqual(
          [...(await store.vectors.owners('phrases', [hit!.id, 2 ** 50]))],
          [[hit!.id, hit!.owner]],
        );
        const known = await store.vectors.vectors('phrases', [hit!.id, 2 ** 50]);
        assert.deepEqual([...known.keys()], [hit!.id]);
        const lengthOf = await store.vectors.relativeLengths();
        assert.ok(lengthOf(book('The Whaling Voyage')) > lengthOf(book('Storm Glass')));
        assert.equal(lengthOf(2 ** 50), 1);
      });
    });
  });
}
