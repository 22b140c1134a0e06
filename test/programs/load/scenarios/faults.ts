/** Things break: no answer may be wrong, no book may be lost, and all must recover. What is done is in `test/programs/fault/containers`. */
import { waitUntil } from '../../../../infra/stack/health.ts';
import { getJson, type Status } from '../../../test-stack.ts';
import { allBlows } from '../../fault/containers/blows.ts';
import { addUp, CHECKS_PER_SECOND, type FaultRow, strike } from '../../fault/containers/strike.ts';
import { queryStream } from '../library/query-stream.ts';
import { round, table } from '../report/table.ts';
import { rememberAnswers } from '../traffic/known-answers.ts';
import type { Scenario } from './scenario.ts';

/**
 * Queries whose answers are known, asked in turn: more than retrieval remembers answers to (some two hundred), so that
 * each is worked out.
 */
const KNOWN = 600;
const QUICK_KNOWN = 300;
/** A stack that answers nothing after this is lost, in milliseconds. */
const BACK_MS = 120_000;

/** What the library holds; the same before and after each fault, or something was lost. */
type Counts = Status['counts'];

export const faults: Scenario = async ({ stack, words, options, tell }) => {
  const all = allBlows({ stack, words, quick: options.quick, tell });
  const blows = all.filter(({ fault }) => fault.toLowerCase().includes(options.only.toLowerCase()));
  if (blows.length === 0) {
    const names = all.map(({ fault }) => `  ${fault}`).join('\n');
    throw new Error(`No fault has "${options.only}" in its name. There are:\n${names}`);
  }
  const answers = await rememberAnswers(
    stack.url,
    queryStream(words, 3),
    options.quick ? QUICK_KNOWN : KNOWN,
  );
  // What was struck last may still be on its way back.
  const counts = async () => {
    let status: Status | undefined;
    await waitUntil(
      'The library',
      async () => {
        status = await getJson<Status>(stack.api, '/status').catch(() => undefined);
        return status !== undefined;
      },
      BACK_MS,
    );
    return status!.counts;
  };
  const before = await counts();
  const rows: (FaultRow & { lost: number })[] = [];
  for (const { fault, strike: blow, times = 1 } of blows) {
    const done: FaultRow[] = [];
    for (let i = 0; i < times; i++) done.push(await strike(fault, blow, answers));
    const row = { ...addUp(done), lost: lost(before, await counts()) };
    tell(`${fault}: ${JSON.stringify(row.verdicts)}, recovered after ${round(row.recovery)} s`);
    rows.push(row);
  }
  const { workedOut, remembered } = answers.seen();
  return {
    scenario: 'faults',
    conditions: {
      load: `${CHECKS_PER_SECOND} searches/s whose answers are known, over five scopes, through Caddy; every fourth is a page`,
      remembered: `${remembered} of ${remembered + workedOut} answers came from retrieval's memory`,
    },
    tables: { Faults: faultTable(rows) },
    plots: {},
    figures: { rows },
  };
};

/** Books, passages, topics and so on that are there no more. */
function lost(before: Counts, after: Counts): number {
  return Object.entries(before).reduce(
    (sum, [name, count]) => sum + Math.max(0, count - (after[name as keyof Counts] ?? 0)),
    0,
  );
}

function faultTable(rows: readonly (FaultRow & { lost: number })[]): string {
  return table(
    [
      'fault',
      'times',
      'answers',
      'as before',
      'keywords only, said so',
      'refused',
      'failed',
      'lost',
      'wrong',
      'recovery s',
    ],
    rows.map(({ fault, times, verdicts, lost, recovery }) => [
      fault,
      times,
      Object.values(verdicts).reduce((sum, n) => sum + n, 0),
      verdicts.same,
      verdicts.keywords + verdicts.partial,
      verdicts.refused,
      verdicts.failed,
      lost,
      verdicts.wrong,
      round(recovery),
    ]),
  );
}
