/** From nothing to the first answer: `up` with images and library present, while readers already ask. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadStack } from '../box/load-stack.ts';
import { outcomeTable } from '../report/outcome-table.ts';
import { round, table } from '../report/table.ts';
import { runArrivals, senderTo } from '../traffic/arrivals.ts';
import { searchPath, searchStream } from '../traffic/mix.ts';
import { Tally } from '../traffic/tally.ts';
import type { Scenario } from './scenario.ts';

const ROUNDS = 3;
const POLL_MS = 20;
const GIVE_UP_MS = 60_000;
/** How long readers ask after the first answer, in milliseconds. */
const AFTERWARDS_MS = 5_000;

interface Start {
  /** Seconds since `up` was called; undefined: not within a minute. */
  firstAnswer: number | undefined;
  /** The first search with all seven signals. */
  firstWhole: number | undefined;
  firstPage: number | undefined;
}

export const cold: Scenario = async ({ stack, words, options, tell }) => {
  const rounds: (Start & { load: string })[] = [];
  const tally = new Tally();
  for (const load of [0, options.rate]) {
    for (let i = 0; i < (options.quick ? 1 : ROUNDS); i++) {
      stack.down();
      const readers = new AbortController();
      const sender = senderTo(stack);
      const asking =
        load === 0
          ? Promise.resolve()
          : runArrivals({
              rate: load,
              seconds: GIVE_UP_MS / 1_000,
              next: searchStream(words, i + 1),
              sender,
              onOutcome: (outcome) => tally.add(outcome),
              signal: readers.signal,
            });
      const start = await timeStart(stack, words.topics[i % words.topics.length]!);
      await sleep(load === 0 ? 0 : AFTERWARDS_MS);
      readers.abort();
      await asking;
      sender.close();
      rounds.push({ load: load === 0 ? 'none' : `${load} searches/s`, ...start });
      tell(`load ${load}/s: first answer after ${start.firstAnswer?.toFixed(1)} s`);
    }
  }
  const cell = (seconds: number | undefined) => (seconds === undefined ? 'none' : round(seconds));
  return {
    scenario: 'cold',
    conditions: { load: 'docker compose up with images, volumes and library present; times from its call' },
    tables: {
      Starts: table(
        ['load', 'first answer s', 'first with all signals s', 'first page s'],
        rounds.map((one) => [one.load, cell(one.firstAnswer), cell(one.firstWhole), cell(one.firstPage)]),
      ),
      'Requests of the starts under load': outcomeTable([tally.total('search')]),
    },
    plots: {},
    figures: { rounds, requests: tally.total('search'), reasons: tally.reasons() },
  };
};

/** Calls `up` and asks until a search and a page have been answered. */
async function timeStart(stack: LoadStack, query: string): Promise<Start> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const up = stack.up();
  const path = searchPath(query, 'books');
  const start: Start = { firstAnswer: undefined, firstWhole: undefined, firstPage: undefined };
  while (start.firstWhole === undefined || start.firstPage === undefined) {
    if (performance.now() - began > GIVE_UP_MS) break;
    const [body, page] = await Promise.all([
      start.firstWhole === undefined ? answerOf(`${stack.url}${path}`) : undefined,
      start.firstPage === undefined
        ? answerOf(`${stack.url}/search?q=${encodeURIComponent(query)}`)
        : undefined,
    ]);
    if (body !== undefined) {
      start.firstAnswer ??= seconds();
      if (body.includes('"degraded":false')) start.firstWhole ??= seconds();
    }
    if (page !== undefined) start.firstPage ??= seconds();
    await sleep(POLL_MS);
  }
  await up;
  return start;
}

async function answerOf(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const body = await answer.text();
    return answer.status === 200 ? body : undefined;
  } catch {
    return undefined;
  }
}
