import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Job } from '../upstream/jobs-api.ts';
import { sortedJobs, sortFiles, timeLeft } from './job-view.ts';

const job = (id: number, state: string, updatedAt = 0) => ({ id, state, updatedAt }) as Job;

test('what runs stands first, failures before what is done, the latest of each first', () => {
  const jobs = [job(1, 'done'), job(2, 'failed'), job(3, 'queued'), job(4, 'running'), job(5, 'done', 9)];
  assert.deepEqual(
    sortedJobs(jobs, 'all').map((j) => j.id),
    [4, 3, 2, 5, 1],
  );
  assert.deepEqual(
    sortedJobs(jobs, 'failed').map((j) => j.id),
    [2],
  );
});

test('time left is a range at the rate so far', () => {
  const left = timeLeft(
    [
      { at: 0, done: 10 },
      { at: 10_000, done: 20 },
    ],
    40,
  );
  assert.ok(left && Math.abs(left.from - 14) < 1e-9 && Math.abs(left.to - 26) < 1e-9);
});

test('there is no telling at the beginning, or while nothing moves', () => {
  assert.equal(timeLeft([], 40), undefined);
  assert.equal(
    timeLeft(
      [
        { at: 0, done: 1 },
        { at: 1_000, done: 2 },
      ],
      40,
    ),
    undefined,
  );
  assert.equal(
    timeLeft(
      [
        { at: 0, done: 1 },
        { at: 60_000, done: 1 },
      ],
      40,
    ),
    undefined,
  );
});

test('of a folder the books are taken once each, the rest is named', () => {
  const file = (name: string, size = 1) => ({ name, size });
  const { books, others } = sortFiles([
    file('a.epub'),
    file('A.EPUB'),
    file('a.epub'),
    file('b.doc'),
    file('.DS_Store'),
  ]);
  assert.deepEqual(
    books.map((f) => f.name),
    ['a.epub', 'A.EPUB'],
  );
  assert.deepEqual(others, ['b.doc']);
});
