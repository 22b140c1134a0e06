import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '../../load/traffic/known-answers.ts';
import { addUp, CHECKS_PER_SECOND, strike } from './strike.ts';

test('answers are counted while the harm lasts, and the time to recover runs from its end', async () => {
  let refusals = 0;
  const answers = {
    ask: async (): Promise<Verdict> => {
      if (refusals === 0) return 'same';
      refusals -= 1;
      return 'refused';
    },
  };
  const row = await strike(
    'a harm that lasts on for three answers',
    async () => {
      refusals = 3;
    },
    answers,
  );
  assert.equal(row.verdicts.refused, 3);
  assert.ok(row.verdicts.same > 0);
  assert.equal(row.verdicts.wrong + row.verdicts.failed, 0);
  // Two whole pauses between the three answers lie behind the end of the harm.
  assert.ok(row.recovery > 1 / CHECKS_PER_SECOND, `${row.recovery} s`);
});

test('a wrong answer is never lost in a sum', () => {
  const verdicts = { same: 1, keywords: 0, partial: 0, refused: 0, failed: 0, wrong: 0 };
  const row = { fault: 'x', times: 1, verdicts, recovery: 1 };
  const sum = addUp([row, { ...row, verdicts: { ...verdicts, wrong: 2 }, recovery: 3 }]);
  assert.deepEqual(sum, { ...row, times: 2, verdicts: { ...verdicts, same: 2, wrong: 2 }, recovery: 3 });
});
