import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { groupShelf, type OpenShelf, openShelf, SHELF } from '../search/shelf.test-support.ts';
import { NO_FILTERS, type SearchFilters } from '../store/book-filter.ts';
import { getBook, listBooks } from './books.ts';
import { getDomain, listDomains } from './domains.ts';
import { getJourney } from './journey.ts';
import { getTheme, listThemes } from './themes.ts';

let shelf: OpenShelf;
before(async () => {
  shelf = await openShelf([
    ...SHELF,
    {
      fileName: 'gracian.epub',
      title: 'El Criticón',
      authors: ['Baltasar Gracián'],
      year: 1651,
      series: 'Baroque',
      chunks: [{ text: 'The world is a theatre.', topics: ['theatre of the world'] }],
    },
    ...Object.entries({ 'The Ferry': 1, Bells: 10, 'A Lantern': 2, 'An Odd One': 0 }).map(
      ([title, seriesIndex]) => ({
        fileName: `${title}.epub`,
        title,
        series: 'Coast',
        seriesIndex,
        year: 1900,
        chunks: [{ text: `${title} is a book of the coast.`, topics: ['coasts'] }],
      }),
    ),
    {
      fileName: 'undated.epub',
      title: 'A Book of No Year',
      authors: ['Nemo'],
      year: 0,
      chunks: [{ text: 'Nobody wrote down when.', topics: ['lost dates'] }],
    },
  ]);
  await groupShelf(shelf.library);
});
after(() => shelf.close());

describe('a list of books', () => {
  const list = (filters: Partial<SearchFilters> = {}, more: object = {}) =>
    listBooks(shelf.store, {
      ...{ cursor: '', limit: 0, sort: 'title' as const, facets: true },
      ...{ filters: { ...NO_FILTERS, ...filters }, ...more },
    });
  const titles = (answer: Awaited<ReturnType<typeof list>>) => answer.books.map(({ title }) => title);

  it('is filtered without regard to case and accents', async () => {
    assert.deepEqual(titles(await list({ authors: ['baltasar gracian'] })), ['El Criticón']);
    assert.deepEqual(titles(await list({ series: ['BAROQUE'] })), ['El Criticón']);
    assert.deepEqual(titles(await list({}, { query: 'critic grac' })), ['El Criticón']);
    assert.deepEqual(titles(await list({}, { query: 'nobody' })), []);
  });

  it('shows one series by its numbers, books without a number last', async () => {
    const inOrder = ['The Ferry', 'A Lantern', 'Bells', 'An Odd One'];
    assert.deepEqual(titles(await list({ series: ['coast'] })), inOrder);
    assert.deepEqual(titles(await list({ series: ['coast'] }, { limit: 1, page: 2 })), ['A Lantern']);
    const byTime = titles(await list({ series: ['coast'] }, { sort: 'added' }));
    assert.deepEqual(byTime.toSorted(), inOrder.toSorted());
    assert.notEqual(titles(await list({ series: ['coast', 'Baroque'] }))[0], 'The Ferry');
  });

  it('takes any value within a filter and all filters together', async () => {
    assert.equal((await list({ authors: ['Ada Harbour', 'Ben Gale'] })).total, 2);
    assert.deepEqual(titles(await list({ authors: ['Ada Harbour', 'Ben Gale'], yearTo: 1700 })), []);
    assert.deepEqual(titles(await list({ yearFrom: 1600, yearTo: 1700 })), ['El Criticón']);
    const undated = titles(await list({ undated: true }));
    assert.ok(undated.length > 0 && !undated.includes('El Criticón'));
    const both = titles(await list({ undated: true, yearFrom: 1600, yearTo: 1700 }));
    assert.deepEqual([...both].sort(), [...undated, 'El Criticón'].sort());
    assert.equal((await list({})).facets?.undated, undated.length);
  });

  it('has pages by number that join to the whole', async () => {
    const whole = titles(await list({}, { page: 1, limit: 100 }));
    const pages = (await list({}, { page: 1, limit: 2 })).pages;
    const joined: string[] = [];
    for (let page = 1; page <= pages; page += 1) joined.push(...titles(await list({}, { page, limit: 2 })));
    assert.deepEqual(joined, whole);
    assert.deepEqual(titles(await list({}, { page: 1 })), titles(await list()));
  });

  it('counts what each value would leave, a facet not narrowed by its own filter', async () => {
    const { facets } = await list({ authors: ['Ada Harbour'] });
    assert.ok(facets!.authors.length > 1);
    assert.ok(facets!.authors.every(({ count }) => count >= 1));
    for (const { value, count } of facets!.decades) {
      const from = Number(value);
      assert.equal((await list({ authors: ['Ada Harbour'], yearFrom: from, yearTo: from + 9 })).total, count);
    }
  });

  it('refuses a cursor where it does not lead', async () => {
    await assert.rejects(async () => list({}, { cursor: 'abc', page: 2 }), { code: 'invalid_argument' });
  });
});

describe('a journey through a book', () => {
  it('has one cell for each passage of a short book, in order, with its strongest theme', async () => {
    const { cells, themes } = await getJourney(shelf.store.catalogue, 1);
    assert.equal(cells.length, SHELF[0]!.chunks.length);
    assert.deepEqual(
      cells.map(({ start }) => start),
      cells.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    const known = new Map(themes.map((theme) => [theme.id, theme.domain?.id]));
    assert.ok(cells.some(({ themeId }) => themeId !== 0));
    for (const { themeId, domainId, share } of cells) {
      if (themeId === 0) assert.deepEqual([domainId, share], [0, 0]);
      else {
        assert.equal(domainId, known.get(themeId));
        assert.ok(share > 0 && share <= 1);
      }
    }
  });

  it('is not found for an id that no book has', async () => {
    await assert.rejects(async () => getJourney(shelf.store.catalogue, 99_999), { code: 'not_found' });
  });
});

describe('what a book, theme or domain speaks of', () => {
  it('adds up: theme shares to 1 at most, contents in order of place', async () => {
    const { themeShares, contents } = await getBook(shelf.store.catalogue, 1);
    assert.ok(themeShares.length > 0);
    assert.ok(themeShares.reduce((sum, { share }) => sum + share, 0) <= 1 + 1e-9);
    assert.deepEqual(
      contents.map(({ index }) => index),
      [0, 1],
    );
    assert.equal(contents[0]!.kind, 'body');
  });

  it('shows themes with their leading books and their concentration', async () => {
    const { themes, cards, domains, total } = await listThemes(shelf.store, {
      ...{ cursor: '', limit: 0, domainId: 0, query: '', sort: 'concentration' as const },
    });
    assert.deepEqual(
      cards.map(({ themeId }) => themeId),
      themes.map(({ id }) => id),
    );
    const concentrations = cards.map(({ concentration }) => concentration);
    assert.deepEqual(
      concentrations,
      concentrations.toSorted((a, b) => b - a),
    );
    assert.equal(
      domains.reduce((sum, { count }) => sum + count, 0),
      total,
    );
  });

  it('puts themes at their distance, nearest first', async () => {
    const [theme] = (
      await listThemes(shelf.store, {
        ...{ cursor: '', limit: 0, domainId: 0, query: '', sort: 'books' as const },
      })
    ).themes;
    const { near, neighbours, books } = await getTheme(shelf.store, theme!.id);
    assert.deepEqual(
      near.map((other) => other.theme?.id),
      neighbours.map(({ id }) => id),
    );
    const distances = near.map(({ distance }) => distance);
    assert.deepEqual(
      distances,
      distances.toSorted((a, b) => a - b),
    );
    assert.ok(books.every(({ share, concentration }) => share > 0 && share <= 1 && concentration > 0));
  });

  it('names topics that are more frequent in a domain than elsewhere', async () => {
    for (const { id } of (await listDomains(shelf.store.catalogue)).domains) {
      for (const { topic, lift } of (await getDomain(shelf.store.catalogue, id)).distinct) {
        assert.ok(topic !== null && lift > 1);
      }
    }
  });
});
