import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTurn } from './in-turn.ts';

const never = () => new AbortController();
const run = (atOnce: number, work: (item: number, onNext: () => void) => Promise<void>, failed = never()) =>
  inTurn([1, 2, 3], atOnce, AbortSignal.any([failed.signal]), failed, work);

test('one at a time: none begins before the one before has ended', async () => {
  const log: string[] = [];
  await run(1, async (item, onNext) => {
    log.push(`begin ${item}`);
    onNext();
    await sleep(5);
    log.push(`end ${item}`);
  });
  assert.deepEqual(log, ['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
});

test('two at a time: the next begins when the one before says so, a third waits', async () => {
  const log: string[] = [];
  await run(2, async (item, onNext) => {
    log.push(`begin ${item}`);
    await sleep(5);
    log.push(`next ${item}`);
    onNext();
    await sleep(20);
    log.push(`end ${item}`);
  });
  assert.deepEqual(log.slice(0, 3), ['begin 1', 'next 1', 'begin 2']);
  assert.ok(log.indexOf('begin 3') > log.indexOf('end 1'), log.join(', '));
  assert.ok(log.indexOf('begin 3') < log.indexOf('end 2'), log.join(', '));
});

test('the first failure stops the others and is thrown when they have ended', async () => {
  const failed = never();
  const ended: number[] = [];
  const work = async (item: number, onNext: () => void) => {
    onNext();
    await sleep(item === 1 ? 60_000 : 5, undefined, { signal: failed.signal }).catch(() => undefined);
    ended.push(item);
    if (item === 2) throw new Error('broken');
  };
  await assert.rejects(run(2, work, failed), /broken/);
  assert.deepEqual(ended, [2, 1]);
});
