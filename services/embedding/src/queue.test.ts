import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LibTrailsError } from '@libtrails/common/errors';
import fc from 'fast-check';
import { FAKE_DIMS, fakeBackend, fakeTokens, fakeVector } from './fake-backend.test-support.ts';
import { createQueue } from './queue.ts';

const texts = (...all: string[]) => all.map(fakeTokens);
const BULK = { interactive: false };
const QUERY = { interactive: true };
const failsWith = (code: string) => (error: unknown) =>
  error instanceof LibTrailsError && error.code === code;

test('vectors come back in the order of the texts, however they were batched', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 }), {
        maxLength: 6,
      }),
      fc.array(fc.boolean()),
      async (requests, interactive) => {
        const backend = fakeBackend({ rows: 3, tokens: 40 });
        await backend.releaseAll();
        const queue = createQueue({ backend, limit: 1000 });
        const answers = await Promise.all(
          requests.map((request, i) =>
            queue.submit(texts(...request), { interactive: interactive[i] ?? false }),
          ),
        );
        requests.forEach((request, i) => {
          assert.deepEqual([...answers[i]!], request.flatMap(fakeVector));
        });
        assert.equal(queue.depth, 0);
        assert.ok(backend.runs.every((run) => run.length <= 3));
      },
    ),
    { numRuns: 30 },
  );
});

test('texts of two callers never share a run', async () => {
  const backend = fakeBackend({ rows: 10 });
  const queue = createQueue({ backend, limit: 100 });
  const both = Promise.all([queue.submit(texts('aa', 'bb'), BULK), queue.submit(texts('cc'), BULK)]);
  await backend.releaseAll();
  await both;
  assert.deepEqual(backend.runs, [['aa', 'bb'], ['cc']]);
});

test('a query goes ahead of the bulk batches that have not begun', async () => {
  const backend = fakeBackend({ rows: 1 });
  const queue = createQueue({ backend, limit: 100 });
  const bulk = queue.submit(texts('a', 'b', 'c'), BULK);
  const query = queue.submit(texts('?'), QUERY);
  await backend.release();
  await backend.release();
  assert.equal((await query).length, FAKE_DIMS);
  await backend.releaseAll();
  await bulk;
  assert.deepEqual(backend.runs.flat(), ['a', '?', 'b', 'c']);
});

test('short queries pass a long one, which runs once it has waited long enough', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000 });
  const backend = fakeBackend({ rows: 1, tokens: 10_000 });
  const queue = createQueue({ backend, limit: 100 });
  const long = 'x'.repeat(400);
  const running = queue.submit(texts('first'), QUERY);
  const all = [queue.submit(texts(long), QUERY), queue.submit(texts('a'), QUERY)];
  // About 0.2 s of work lets others pass for 0.6 s.
  t.mock.timers.setTime(1_300);
  all.push(queue.submit(texts('b'), QUERY));
  t.mock.timers.setTime(2_000);
  all.push(queue.submit(texts('c'), QUERY));
  await backend.releaseAll();
  await Promise.all([running, ...all]);
  assert.deepEqual(backend.runs.flat(), ['first', 'a', 'b', long, 'c']);
});

test('a full queue refuses bulk work with a time to retry, and still takes queries', async () => {
  const backend = fakeBackend();
  const queue = createQueue({ backend, limit: 8 });
  const first = queue.submit(texts('a', 'b', 'c', 'd', 'e', 'f'), BULK);
  await assert.rejects(queue.submit(texts('g'), BULK), (error: unknown) => {
    assert.ok(failsWith('resource_exhausted')(error));
    assert.ok((error as LibTrailsError).retryAfterSeconds! >= 1);
    return true;
  });
  const queries = [queue.submit(texts('?'), QUERY), queue.submit(texts('!'), QUERY)];
  await assert.rejects(queue.submit(texts('.'), QUERY), failsWith('resource_exhausted'));
  assert.equal(queue.depth, 8);
  await backend.releaseAll();
  await Promise.all([first, ...queries]);
  assert.equal(queue.depth, 0);
  await queue.submit(texts('g'), BULK);
});

test('cancelled work leaves the queue at once and is never run', async () => {
  const backend = fakeBackend({ rows: 1 });
  const queue = createQueue({ backend, limit: 100 });
  const running = queue.submit(texts('a'), BULK);
  const controller = new AbortController();
  const waiting = queue.submit(texts('b', 'c'), { ...BULK, signal: controller.signal });
  assert.equal(queue.depth, 3);
  controller.abort();
  await assert.rejects(waiting, failsWith('cancelled'));
  assert.equal(queue.depth, 1);
  await backend.releaseAll();
  await running;
  assert.deepEqual(backend.runs, [['a']]);
});

test('work cancelled while it runs stops after the batch under way', async () => {
  const backend = fakeBackend({ rows: 1 });
  const queue = createQueue({ backend, limit: 100 });
  const controller = new AbortController();
  const work = queue.submit(texts('a', 'b', 'c'), { ...BULK, signal: controller.signal });
  controller.abort();
  await assert.rejects(work, failsWith('cancelled'));
  await backend.releaseAll();
  assert.deepEqual(await queue.submit(texts('z'), BULK), Float32Array.from(fakeVector('z')));
  assert.deepEqual(backend.runs, [['a'], ['z']]);
});

test('work past its deadline is refused, or dropped if the deadline passes while it waits', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000 });
  const backend = fakeBackend({ rows: 1 });
  const queue = createQueue({ backend, limit: 100 });
  await assert.rejects(
    queue.submit(texts('late'), { ...BULK, deadline: 1_000 }),
    failsWith('deadline_exceeded'),
  );
  const running = queue.submit(texts('a'), BULK);
  const waiting = queue.submit(texts('b'), { ...QUERY, deadline: 1_500 });
  const refusal = assert.rejects(waiting, failsWith('deadline_exceeded'));
  t.mock.timers.setTime(2_000);
  await backend.releaseAll();
  await refusal;
  await running;
  assert.deepEqual(backend.runs, [['a']]);
  assert.equal(queue.depth, 0);
});

test('work that cannot meet its deadline is refused at once; for queries only queries ahead count', async () => {
  const backend = fakeBackend({ rows: 1, tokens: 10_000 });
  const queue = createQueue({ backend, limit: 100 });
  // At the rate assumed before anything was measured (0.5 ms a token), about five seconds of bulk work.
  const long = texts(...Array.from({ length: 10 }, () => 'x'.repeat(1_000)));
  const first = queue.submit(long, BULK);
  const deadline = Date.now() + 1_000;
  await assert.rejects(queue.submit(texts('late'), { ...BULK, deadline }), (error: unknown) => {
    assert.ok(failsWith('resource_exhausted')(error));
    assert.ok((error as LibTrailsError).retryAfterSeconds! >= 4);
    return true;
  });
  const query = queue.submit(texts('?'), { ...QUERY, deadline: Date.now() + 60_000 });
  await backend.releaseAll();
  await Promise.all([first, query]);
});

test('a run that fails fails its caller only', async () => {
  const backend = fakeBackend();
  const queue = createQueue({ backend, limit: 100 });
  const broken = queue.submit(texts('a', 'bb'), BULK);
  const away = queue.submit(texts('c'), BULK);
  const whole = queue.submit(texts('d'), BULK);
  const refusals = [
    assert.rejects(broken, failsWith('internal')),
    assert.rejects(away, failsWith('unavailable')),
  ];
  await backend.release(new Error('bad tensor'));
  await backend.release(new LibTrailsError('unavailable', 'server away'));
  await backend.releaseAll();
  await Promise.all(refusals);
  assert.equal((await whole).length, FAKE_DIMS);
  assert.deepEqual(backend.runs, [['a'], ['c'], ['d']]);
});

test('closing waits for the current run and refuses the rest', async () => {
  const backend = fakeBackend({ rows: 1 });
  const queue = createQueue({ backend, limit: 100 });
  const running = queue.submit(texts('a'), BULK);
  const waiting = queue.submit(texts('b'), QUERY);
  const refusals = [
    assert.rejects(running, failsWith('unavailable')),
    assert.rejects(waiting, failsWith('unavailable')),
  ];
  const closed = queue.close();
  await Promise.all(refusals);
  await assert.rejects(queue.submit(texts('c'), QUERY), failsWith('unavailable'));
  await backend.releaseAll();
  await closed;
  assert.deepEqual(backend.runs, [['a']]);
});
