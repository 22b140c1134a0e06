import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Clock, onOneRevision, SIGNALS_BUDGET_MS, TimeSlice } from './time-slice.ts';

const context = { signal: new AbortController().signal, deadline: undefined };

/** Time passes only when a test says so. */
class ManualClock implements Clock {
  time = 1_000;
  yields = 0;
  onYield: () => void = () => undefined;
  now = () => this.time;
  async yield() {
    this.yields += 1;
    this.onYield();
  }
}

describe('a search among others', () => {
  let clock: ManualClock;
  beforeEach(() => {
    clock = new ManualClock();
  });

  it('lets other work run between pieces that took some milliseconds', async () => {
    await onOneRevision(
      { revision: () => 1 },
      context,
      async (slice) => {
        clock.time += 4;
        await slice.pause();
        assert.equal(clock.yields, 0);
        clock.time += 1;
        await slice.pause();
        assert.equal(clock.yields, 1);
        await slice.pause();
        assert.equal(clock.yields, 1, 'a new slice begins');
      },
      clock,
    );
  });

  it('begins again when the library has a new revision, and answers from one only', async () => {
    let revision = 1;
    const seen: number[][] = [];
    const answer = await onOneRevision({ revision: () => revision }, context, async (slice) => {
      const read = [revision];
      seen.push(read);
      if (seen.length === 1) revision = 2;
      await slice.pause();
      read.push(revision);
      return read;
    });
    assert.deepEqual(answer, [2, 2]);
    assert.deepEqual(seen, [[1], [2, 2]]);
  });

  it('comes to an end however often the revision changes while other work runs', async () => {
    let revision = 1;
    clock.onYield = () => {
      revision += 1;
    };
    const work = async (slice: TimeSlice) => {
      clock.time += 6;
      await slice.pause();
      return 'done';
    };
    assert.equal(await onOneRevision({ revision: () => revision }, context, work, clock), 'done');
    assert.equal(clock.yields, 3);
  });

  it('stops when the caller has gone', async () => {
    const gone = new AbortController();
    const work = onOneRevision({ revision: () => 1 }, { ...context, signal: gone.signal }, async (slice) => {
      gone.abort();
      await slice.pause();
    });
    await assert.rejects(work, { code: 'cancelled' });
  });

  it('is over after its budget, or shortly before the caller’s deadline', () => {
    const isOver = (started: number, deadline?: number) =>
      new TimeSlice({ revision: () => 1 }, { ...context, deadline }, started, true, clock).isOver;
    assert.equal(isOver(clock.time), false);
    assert.equal(isOver(clock.time - SIGNALS_BUDGET_MS), true);
    assert.equal(isOver(clock.time, Date.now() + 10), true);
    assert.equal(isOver(clock.time, Date.now() + 60_000), false);
  });
});
