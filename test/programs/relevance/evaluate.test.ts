import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerable, evaluate, placeOfPassage, refusals } from './evaluate.ts';
import type { JudgedQuery } from './judged-set.ts';
import { asServed } from './rankings.ts';
import type { Answer, Run } from './run-file.ts';

const query = (text: string, books: Record<string, number>, group = text): JudgedQuery => ({
  text,
  kind: 'word',
  books: new Map(Object.entries(books)),
  group,
  reason: '',
});
const served = (books: string[], relevant = true): Answer => ({
  signals: {},
  fused: books.map((book, i) => [book, 1 / (i + 1)]),
  relevant,
});
const run = (answers: Record<string, Answer>): Run => ({ library: ['a', 'b', 'c', 'd'], answers });

describe('figures', () => {
  it('count a first place whole, a second half, and a place beyond the tenth not at all', () => {
    const late = Array.from({ length: 10 }, (_, i) => `x${i}`);
    const { means } = evaluate(
      asServed,
      [query('first', { a: 2 }), query('second', { a: 2 }), query('late', { a: 2 })],
      run({ first: served(['a', 'b']), second: served(['b', 'a']), late: served([...late, 'a']) }),
    );
    assert.equal(means['MRR@10'].mean, 0.5);
    assert.equal(means['Recall@1'].mean, 1 / 3);
    assert.equal(means['Recall@10'].mean, 2 / 3);
  });

  it('are averaged by group, so that a book with many rows does not weigh more', () => {
    const queries = [query('1', { a: 2 }, 'a'), query('2', { a: 2 }, 'a'), query('3', { b: 2 }, 'b')];
    const answers = { 1: served(['a']), 2: served(['a']), 3: served(['a']) };
    assert.equal(evaluate(asServed, queries, run(answers)).means['Recall@1'].mean, 0.5);
  });

  it('leave out books that the library lacks', () => {
    const queries = [query('whales', { a: 2, z: 2 }), query('dragons', { z: 2 })];
    assert.deepEqual(
      answerable(queries, run({})).map(({ text }) => text),
      ['whales'],
    );
    const { means } = evaluate(asServed, queries.slice(0, 1), run({ whales: served(['a']) }));
    assert.equal(means['Recall@10'].mean, 1);
    assert.equal(means['nDCG@10'].mean, 1);
  });

  it('tell how often "nothing relevant" was right, and how often it cost a good query', () => {
    const queries = [query('robots', {}), query('radio', {}), query('sea', { a: 2 })];
    const answers = { robots: served([], false), radio: served(['a']), sea: served(['a'], false) };
    assert.deepEqual(refusals(queries, run(answers)), { none: 2, refused: 0.5, good: 1, lost: 1 });
  });

  it('are not made of a run that was never asked', () => {
    assert.throws(() => evaluate(asServed, [query('new', { a: 2 })], run({})), /collect it anew/);
  });
});

describe('the place of a passage', () => {
  const wanted = { ...query('the coin', { a: 2, b: 1 }), passage: 'a sixteen-dollar piece, men' };
  const right = { book: 'a', text: 'It is a sixteen-dollar\npiece, “men.” D’ye see it?' };

  it('is that of the first passage of a right book that holds the words', () => {
    const found = [{ ...right, book: 'b' }, { book: 'a', text: 'sixteen men' }, right, right];
    assert.equal(placeOfPassage(wanted, found), 2);
  });

  it('is -1 if none does', () => {
    assert.equal(placeOfPassage(wanted, [{ ...right, book: 'c' }]), -1);
  });

  it('is not asked of a query that names none', () => {
    assert.throws(() => placeOfPassage(query('the coin', { a: 2 }), [right]), /names no passage/);
  });
});
