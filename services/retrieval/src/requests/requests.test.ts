import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_FILTERS } from '../store/book-filter.ts';
import { parseRequest } from './parse.ts';
import { listBooksRequest, searchRequest } from './requests.ts';

const refused = (input: object, words: RegExp) =>
  assert.throws(
    () => parseRequest(searchRequest, input),
    (error: Error & { code?: string }) => error.code === 'invalid_argument' && words.test(error.message),
  );

describe('a search request', () => {
  it('needs a query only', () => {
    assert.deepEqual(parseRequest(searchRequest, { q: 'sea' }), {
      q: 'sea',
      scope: 'books',
      mode: 'hybrid',
      limit: 10,
      offset: 0,
      explain: false,
      signals: undefined,
      facets: false,
      counts: false,
      order: 'relevance',
      fusion: 'scores',
      also: 0,
      asTyped: false,
      filters: NO_FILTERS,
    });
  });

  it('has no other order than those of the contract', () => {
    assert.throws(() => parseRequest(listBooksRequest, { sort: 'colour' }), /^LibTrailsError: sort: must be/);
  });

  it('is read from text as from numbers', () => {
    const text = parseRequest(searchRequest, {
      ...{ q: 'sea', scope: 'PASSAGES', mode: 'keyword', limit: '5', offset: '10', explain: '1' },
      ...{ signals: 'fts_books, fts_chunks', bookId: '3' },
    });
    const typed = parseRequest(searchRequest, {
      ...{ q: 'sea', scope: 'passages', mode: 'keyword', limit: 5, offset: 10, explain: true },
      ...{ signals: ['fts_books', 'fts_chunks'], bookId: 3 },
    });
    assert.deepEqual(text, typed);
  });

  it('is refused with the name of what is wrong and what it must be', () => {
    refused({}, /^q: must be given once, as text$/);
    refused({ q: '  ' }, /^q: must not be empty/);
    refused({ q: ['a', 'b'] }, /^q: must be given once/);
    refused({ q: 'a'.repeat(2_001) }, /^q: must have at most 2000 characters/);
    refused({ q: 'a', limit: '0' }, /^limit: must be a whole number from 1 to 100 \(got "0"\)$/);
    refused({ q: 'a', limit: 'ten' }, /^limit: must be a whole number/);
    refused({ q: 'a', offset: '10001' }, /^offset: must be a whole number from 0 to 10000/);
    refused({ q: 'a', scope: 'chapters' }, /^scope: must be one of books, passages, topics, themes, domains/);
    refused({ q: 'a', mode: 'magic' }, /^mode: must be one of hybrid, keyword, semantic/);
    refused({ q: 'a', explain: 'maybe' }, /^explain: must be true or false/);
    refused(
      { q: 'a', signals: 'fts_books,psychic' },
      /signals\.1: must be of fts_books, fts_topics.*vec_chunks/,
    );
    refused({ q: 'a', bookId: '3' }, /^bookId: goes with scope "passages" only/);
    refused({ q: 'a', scope: 'passages', bookId: '-1' }, /^bookId: must be an id/);
  });

  it('names every problem at once', () => {
    refused({ q: '', limit: 0, scope: 'x' }, /q: .*; scope: .*; limit: /);
  });
});

describe('a page of books', () => {
  it('is sixty by title unless asked otherwise', () => {
    assert.deepEqual(parseRequest(listBooksRequest, {}), {
      ...{ cursor: '', limit: 60, sort: 'title', page: 0, q: '', facets: false },
      filters: NO_FILTERS,
    });
  });

  it('has no other order than those of the contract', () => {
    assert.throws(() => parseRequest(listBooksRequest, { sort: 'colour' }), /^LibTrailsError: sort: must be/);
  });
});
