/** What the contract says of writing. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { OTHER_FORMAT } from '@libtrails/common/book-formats';
import { bagOfWords, meaningfulBook, SHELF } from '../search/shelf.test-support.ts';
import { type ContractShelf, groupStore, type OpenStore, term } from './contract-shelf.test-support.ts';
import type { Store } from './store.ts';

/**
 * @param shelfOf the filled shelf, once the tests run
 * @param open another store, empty
 */
export function writingContract(shelfOf: () => ContractShelf, open: () => Promise<OpenStore>): void {
  let shelf: ContractShelf;
  let store: Store;
  before(() => {
    shelf = shelfOf();
    store = shelf.store;
  });

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
      assert.deepEqual(await store.text.passages(await shelf.passageTerms('quixotic'), 9), []);
      const texts = (await store.catalogue.texts(bookId)).map(({ text }) => text);
      assert.deepEqual(texts, ['A corrected text.', 'Colophon']);
      await store.write('deleteBook', bookId);
      assert.equal((await store.catalogue.books([bookId])).size, 0);
      assert.deepEqual(await store.catalogue.texts(bookId), []);
      assert.deepEqual(await store.text.passages(await shelf.passageTerms('corrected'), 9), []);
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
}
