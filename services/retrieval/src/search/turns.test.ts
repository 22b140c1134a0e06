import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { inOneState, SIGNALS_BUDGET_MS, Turns } from './turns.ts';

const patient = { signal: new AbortController().signal, deadline: undefined };
const busy = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

describe('a search among others', () => {
  it('lets others run between pieces that took some milliseconds', async () => {
    let others = 0;
    void setImmediate().then(() => {
      others += 1;
    });
    await inOneState({ revision: () => 1 }, patient, async (turns) => {
      await turns.next();
      assert.equal(others, 0);
      busy(6);
      await turns.next();
      assert.equal(others, 1);
    });
  });

  it('begins anew when the library has moved on, and answers of one state only', async () => {
    let revision = 1;
    const seen: number[][] = [];
    const answer = await inOneState({ revision: () => revision }, patient, async (turns) => {
      const read = [revision];
      seen.push(read);
      if (seen.length === 1) revision = 2;
      await turns.next();
      read.push(revision);
      return read;
    });
    assert.deepEqual(answer, [2, 2]);
    assert.deepEqual(seen, [[1], [2, 2]]);
  });

  it('comes to an end however often the library moves, as long as it is not interrupted', async () => {
    let revision = 1;
    const timer = setInterval(() => {
      revision += 1;
    }, 1);
    const answer = await inOneState({ revision: () => revision }, patient, async (turns) => {
      for (let i = 0; i < 5; i += 1) {
        busy(6);
        await turns.next();
      }
      return 'done';
    });
    clearInterval(timer);
    assert.equal(answer, 'done');
  });

  it('stops when the caller has gone', async () => {
    const gone = new AbortController();
    const work = inOneState({ revision: () => 1 }, { ...patient, signal: gone.signal }, async (turns) => {
      gone.abort();
      await turns.next();
    });
    await assert.rejects(work, { code: 'cancelled' });
  });

  it('is late after its budget, or shortly before the caller’s deadline', () => {
    const library = { revision: () => 1 };
    const now = performance.now();
    assert.equal(new Turns(library, patient, now, true).late, false);
    assert.equal(new Turns(library, patient, now - SIGNALS_BUDGET_MS, true).late, true);
    assert.equal(new Turns(library, { ...patient, deadline: Date.now() + 10 }, now, true).late, true);
    assert.equal(new Turns(library, { ...patient, deadline: Date.now() + 10_000 }, now, true).late, false);
  });
});
