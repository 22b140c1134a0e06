import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryStream } from './query-stream.ts';

const words = {
  topics: ['getting lost', 'letters and grief', 'the sea at night', 'work without end'],
  names: ['Ada Lovelace'],
  texts: ['The harbour stood empty, and nobody remembered why the lanterns were still burning there.'],
};
const take = (next: () => string, count: number) => Array.from({ length: count }, next);

test('no two queries of a stream are alike, even when a small library is used up', () => {
  const queries = take(queryStream(words), 2_000);
  assert.equal(new Set(queries).size, queries.length);
});

test('the same library and seed give the same queries, another seed gives others', () => {
  const first = take(queryStream(words, 4), 50);
  assert.deepEqual(take(queryStream(words, 4), 50), first);
  assert.notDeepEqual(take(queryStream(words, 5), 50), first);
});

test('a library without names and text is asked by its topics', () => {
  for (const query of take(queryStream({ topics: ['grief'], names: [], texts: [] }), 200)) {
    assert.notEqual(query.trim(), '');
  }
});

test('a library without topics is refused with the cure', () => {
  assert.throws(() => queryStream({ topics: [], names: [], texts: [] }), /index books first/);
});
