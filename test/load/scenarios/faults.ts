/** Things break: a service is killed, the load is ten times too high. No answer may be wrong, and all must recover. */
import { setTimeout as sleep } from 'node:timers/promises';
import { queryStream } from '../library/query-stream.ts';
import { round, table } from '../report/table.ts';
import { runArrivals, senderTo } from '../traffic/arrivals.ts';
import { type KnownAnswers, rememberAnswers, type Verdict } from '../traffic/known-answers.ts';
import { searchStream } from '../traffic/mix.ts';
import type { Scenario, ScenarioContext } from './scenario.ts';

/** Queries whose answers are known; more than any cache of results need not hold. */
const KNOWN = 200;
const QUICK_KNOWN = 60;
/** Known queries a second while a fault is under way. */
const CHECKS_PER_SECOND = 20;
/** Recovered: as long as this without a flaw, in milliseconds. */
const CALM_MS = 5_000;
const GIVE_UP_MS = 90_000;
const OVERLOAD_SECONDS = 20;
const QUICK_OVERLOAD_SECONDS = 5;
/** Ten times what one CPU answers (see the steps). */
const OVERLOAD_RATE = 1_000;

export interface FaultRow {
  fault: string;
  verdicts: Record<Verdict, number>;
  /** From the blow, or from the end of the overload, to the last answer that was not the same as before; seconds. */
  recovery: number;
}

interface Seen {
  at: number;
  verdict: Verdict;
}

export const faults: Scenario = async (context) => {
  const { stack, words, options, tell } = context;
  const answers = await rememberAnswers(
    stack.url,
    queryStream(words, 3),
    options.quick ? QUICK_KNOWN : KNOWN,
  );
  const blows: readonly [string, () => Promise<void>][] = [
    ['embedding killed', async () => stack.kill('embedding')],
    ['retrieval killed', async () => stack.kill('retrieval')],
    ['web killed', async () => stack.kill('web')],
    ['retrieval restarted', () => stack.restart('retrieval')],
    [`overload, ${OVERLOAD_RATE} searches/s`, () => overload(context)],
  ];
  const rows: FaultRow[] = [];
  for (const [fault, blow] of blows) {
    const row = await strike(fault, blow, answers);
    tell(`${fault}: ${JSON.stringify(row.verdicts)}, recovered after ${round(row.recovery)} s`);
    rows.push(row);
  }
  return {
    scenario: 'faults',
    conditions: {
      load: `${CHECKS_PER_SECOND} searches/s whose answers are known, over five scopes, through Caddy`,
    },
    tables: { Faults: faultTable(rows) },
    plots: {},
    figures: { rows },
  };
};

/** Asks known queries before, during and after the blow, until all is as before. */
async function strike(fault: string, blow: () => Promise<void>, answers: KnownAnswers): Promise<FaultRow> {
  const seen: Seen[] = [];
  const open = new Set<Promise<void>>();
  const timer = setInterval(() => {
    const one = answers.ask().then((verdict) => {
      seen.push({ at: performance.now(), verdict });
      open.delete(one);
    });
    open.add(one);
  }, 1_000 / CHECKS_PER_SECOND);
  await sleep(1_000);
  let struck = performance.now();
  await blow();
  // A kill takes no time; an overload is over when it ends.
  const lasting = performance.now() - struck > CALM_MS;
  if (lasting) struck = performance.now();
  const end = performance.now() + GIVE_UP_MS;
  while (performance.now() < end) {
    await sleep(200);
    const flaw = seen.findLast(({ verdict }) => verdict !== 'same')?.at ?? struck;
    const latest = seen.at(-1);
    if (latest?.verdict === 'same' && latest.at - Math.max(flaw, struck) > CALM_MS) break;
  }
  clearInterval(timer);
  await Promise.all(open);
  const verdicts: FaultRow['verdicts'] = {
    same: 0,
    keywords: 0,
    partial: 0,
    refused: 0,
    failed: 0,
    wrong: 0,
  };
  for (const { verdict } of seen) verdicts[verdict] += 1;
  const flaw = seen.findLast(({ verdict }) => verdict !== 'same')?.at ?? struck;
  return { fault, verdicts, recovery: Math.max(0, (flaw - struck) / 1_000) };
}

async function overload({ stack, words, options }: ScenarioContext): Promise<void> {
  const sender = senderTo(stack);
  await runArrivals({
    rate: OVERLOAD_RATE,
    seconds: options.quick ? QUICK_OVERLOAD_SECONDS : OVERLOAD_SECONDS,
    next: searchStream(words, 5),
    sender,
    onOutcome: () => undefined,
  });
  sender.close();
}

function faultTable(rows: readonly FaultRow[]): string {
  return table(
    ['fault', 'answers', 'as before', 'keywords only, said so', 'refused', 'failed', 'wrong', 'recovery s'],
    rows.map(({ fault, verdicts, recovery }) => [
      fault,
      Object.values(verdicts).reduce((sum, n) => sum + n, 0),
      verdicts.same,
      verdicts.keywords + verdicts.partial,
      verdicts.refused,
      verdicts.failed,
      verdicts.wrong,
      round(recovery),
    ]),
  );
}
