import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '../../load/traffic/known-answers.ts';
import { addUp, strike } from './strike.ts';

test('answers are counted while the harm lasts, and the time to recover runs from its end', async () => {
  let harmed = false;
  const answers = { ask: async (): Promise<Verdict> => (harmed ? 'refused' : 'same') };
  const row = await strike(
    'a harm that lasts on for half a second',
    async () => {
      harmed = true;
      setTimeout(() => {
        harmed = false;
      }, 500);
    },
    answers,
  );
  assert.ok(row.verdicts.refused > 0 && row.verdicts.same > 0);
  assert.equal(row.verdicts.wrong + row.verdicts.failed, 0);
  assert.ok(row.recovery > 0.3 && row.recovery < 2, `${row.recovery} s`);
});

test('a wrong answer is never lost in a sum', () => {
  const verdicts = { same: 1, keywords: 0, partial: 0, refused: 0, failed: 0, wrong: 0 };
  const row = { fault: 'x', times: 1, verdicts, recovery: 1 };
  const sum = addUp([row, { ...row, verdicts: { ...verdicts, wrong: 2 }, recovery: 3 }]);
  assert.deepEqual(sum, { ...row, times: 2, verdicts: { ...verdicts, same: 2, wrong: 2 }, recovery: 3 });
});
