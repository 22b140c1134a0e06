import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '../ingest-client.ts';
import { type BookState, type PresentBook, planChanges } from './plan-changes.ts';

const source = (fileName: string, changes: Partial<Source> = {}): Source => ({
  ...{ fileName, contentHash: 'h', size: 3, modifiedMs: 5, pipeline: 'v1', bookId: 7, refusedCode: '' },
  ...{ catalogueVersion: 'm1', ...changes },
});
const book = (fileName: string, state: BookState, changes: Partial<PresentBook> = {}): PresentBook => ({
  ...{ fileName, state, version: 'm1', file: { size: 3, modifiedMs: 5 }, ...changes },
});
const names = (known: Source[], present: PresentBook[]) => {
  const { index, update, remove, suspicious } = planChanges(known, present);
  return {
    index: index.map(({ fileName }) => fileName),
    update: update.map((change) => change.book.fileName),
    remove: remove.map(({ fileName }) => fileName),
    suspicious,
  };
};
const NOTHING = { index: [], update: [], remove: [], suspicious: false };

test('what is as it was needs nothing', () => {
  assert.deepEqual(names([source('a')], [book('a', 'unchanged')]), NOTHING);
  assert.deepEqual(names([], []), NOTHING);
});

test('new and changed files are indexed, which brings their metadata as well', () => {
  const present = [book('new', 'index'), book('a', 'index', { version: 'm2' })];
  assert.deepEqual(names([source('a')], present), { ...NOTHING, index: ['new', 'a'] });
});

test('other metadata, and another time of the same content, are updated without indexing', () => {
  const known = [source('a'), source('b'), source('c'), source('d')];
  const present = [
    book('a', 'unchanged', { version: 'm2' }),
    book('b', 'unchanged', { file: { size: 3, modifiedMs: 6 } }),
    book('c', 'missing', { version: 'm2', file: undefined }),
    book('d', 'unsettled', { version: 'm2' }),
  ];
  assert.deepEqual(names(known, present), { ...NOTHING, update: ['a', 'b', 'c', 'd'] });
});

test('a book that is gone, or has no readable file left, is removed; one whose file is away stays', () => {
  const known = [source('gone'), source('lit'), source('away')];
  const present = [
    book('lit', 'no_format', { file: undefined }),
    book('away', 'missing', { file: undefined }),
  ];
  assert.deepEqual(names(known, present), { ...NOTHING, remove: ['gone', 'lit'] });
});

test('a library that is suddenly empty removes nothing', () => {
  assert.deepEqual(names([source('a')], []), { ...NOTHING, suspicious: true });
});

test('files that never became books ask for nothing', () => {
  const known = [source('refused', { bookId: 0, refusedCode: 'no_spine' })];
  assert.deepEqual(names(known, [book('refused', 'refused', { version: 'm2' })]), NOTHING);
  assert.deepEqual(names(known, [book('other', 'no_format')]), NOTHING);
});
