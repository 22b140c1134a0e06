/** Known queries before, during and after a fault: what was answered, was any of it wrong, when was all as before? */
import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownAnswers, Verdict } from '../../load/traffic/known-answers.ts';

/** Known queries a second, none of which is answered from memory; they leave one CPU some room. */
export const CHECKS_PER_SECOND = 4;
/** Recovered: as long as this without a flaw, in milliseconds. */
const CALM_MS = 5_000;
const GIVE_UP_MS = 90_000;

export interface FaultRow {
  fault: string;
  /** How many times it was done. */
  times: number;
  verdicts: Record<Verdict, number>;
  /** From the end of the fault (of a kill: from the kill) to the last answer that was not as before; seconds. */
  recovery: number;
}

interface Seen {
  at: number;
  verdict: Verdict;
}

/** @param blow does the harm; resolves when the harm has ended, and at once where it needs no end, as with a kill */
export async function strike(
  fault: string,
  blow: () => Promise<void>,
  answers: Pick<KnownAnswers, 'ask'>,
): Promise<FaultRow> {
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
  let over = 0;
  try {
    await blow();
    over = performance.now();
    while (performance.now() - over < GIVE_UP_MS) {
      await sleep(200);
      const flaw = Math.max(lastFlaw(seen) ?? 0, over);
      const latest = seen.at(-1);
      if (latest?.verdict === 'same' && latest.at - flaw > CALM_MS) break;
    }
  } finally {
    clearInterval(timer);
    await Promise.all(open);
  }
  const verdicts: FaultRow['verdicts'] = {
    same: 0,
    keywords: 0,
    partial: 0,
    refused: 0,
    failed: 0,
    wrong: 0,
  };
  for (const { verdict } of seen) verdicts[verdict] += 1;
  return { fault, times: 1, verdicts, recovery: Math.max(0, ((lastFlaw(seen) ?? over) - over) / 1_000) };
}

function lastFlaw(seen: readonly Seen[]): number | undefined {
  return seen.findLast(({ verdict }) => verdict !== 'same')?.at;
}

/** The same fault several times over: verdicts added up, the slowest recovery. */
export function addUp(rows: readonly FaultRow[]): FaultRow {
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('no fault was done');
  const sum: FaultRow = { ...first, verdicts: { ...first.verdicts } };
  for (const row of others) {
    sum.times += row.times;
    sum.recovery = Math.max(sum.recovery, row.recovery);
    for (const verdict of Object.keys(row.verdicts) as Verdict[])
      sum.verdicts[verdict] += row.verdicts[verdict];
  }
  return sum;
}
