import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failed, type Outcome, succeeded } from '../errors/outcome.ts';
import { throughRestart } from './through-restart.ts';

/** Gives these outcomes one after the other, the last one for ever, and counts the questions. */
function service(...outcomes: Outcome<string>[]) {
  let asked = 0;
  return {
    ask: async () => outcomes[Math.min(asked++, outcomes.length - 1)]!,
    asked: () => asked,
  };
}

const AWAY = failed<string>({ code: 'unavailable', message: '', away: true });

test('a service that comes back is asked again', async () => {
  const { ask, asked } = service(AWAY, AWAY, succeeded('here'));
  assert.deepEqual(await throughRestart(ask), succeeded('here'));
  assert.equal(asked(), 3);
});

test('one that is there and refuses is not asked twice', async () => {
  const refusal = failed<string>({ code: 'resource_exhausted', message: 'Too many searches at once' });
  const { ask, asked } = service(refusal, succeeded('too late'));
  assert.deepEqual(await throughRestart(ask), refusal);
  assert.equal(asked(), 1);
});

test('a service that stays away is given up, and at once if the caller has left', async () => {
  const patient = service(AWAY);
  assert.deepEqual(await throughRestart(patient.ask, 300), AWAY);
  assert.ok(patient.asked() > 1);
  const impatient = service(AWAY);
  assert.deepEqual(await throughRestart(impatient.ask, 0), AWAY);
  assert.equal(impatient.asked(), 1);
});
