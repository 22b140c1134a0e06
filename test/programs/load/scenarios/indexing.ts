/** Books come into the library while readers search: what do they notice? */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getJson, STARTER_SHELF, type Status } from '../../../test-stack.ts';
import type { LoadStack } from '../box/load-stack.ts';
import { sampleUsage, summarizeUsage } from '../box/usage-series.ts';
import { outcomeTable } from '../report/outcome-table.ts';
import { round } from '../report/table.ts';
import { memoryPlot } from '../report/usage-plots.ts';
import { usageTable } from '../report/usage-table.ts';
import { runArrivals, senderTo } from '../traffic/arrivals.ts';
import { searchStream } from '../traffic/mix.ts';
import { Tally } from '../traffic/tally.ts';
import type { Scenario } from './scenario.ts';

const CALM_SECONDS = 30;
const QUICK_SECONDS = 8;
const BOOKS = 3;
const SAMPLE_MS = 1_000;
const GIVE_UP_SECONDS = 900;
/** The indexer lets a file settle and groups when the folder is done; jobs show in between. */
const QUIET_POLLS = 4;

export const indexing: Scenario = async ({ stack, words, options, tell }) => {
  const next = searchStream(words);
  const sender = senderTo(stack);
  const [before, during] = [new Tally(), new Tally()];
  const usage = sampleUsage(stack, SAMPLE_MS);
  const calm = options.quick ? QUICK_SECONDS : CALM_SECONDS;
  await runArrivals({
    rate: options.rate,
    seconds: calm,
    next,
    sender,
    onOutcome: (outcome) => before.add(outcome),
  });
  const known = await getJson<Status>(stack.api, '/status');
  const began = performance.now();
  for (const name of readdirSync(STARTER_SHELF).sort().slice(-BOOKS)) {
    cpSync(join(STARTER_SHELF, name), join(stack.books, `new-${name}`));
  }
  const done = new AbortController();
  const asking = runArrivals({
    rate: options.rate,
    seconds: GIVE_UP_SECONDS,
    next,
    sender,
    onOutcome: (outcome) => during.add(outcome),
    signal: done.signal,
  });
  const after = await untilIndexed(stack, known.counts.books + BOOKS);
  const seconds = (performance.now() - began) / 1_000;
  done.abort();
  await asking;
  usage.stop();
  sender.close();
  const rows = [before.total('before'), during.total('while indexing')];
  const ratio = rows[1]!.latency.p95 / rows[0]!.latency.p95;
  tell(`p95 ${round(rows[0]!.latency.p95)} ms, while indexing ${round(rows[1]!.latency.p95)} ms`);
  return {
    scenario: 'indexing',
    conditions: {
      load: `${options.rate} distinct searches/s through Caddy; ${BOOKS} books laid into the folder`,
      indexed: `${after.counts.words - known.counts.words} words in ${round(seconds)} s, themes made anew`,
      'p95 while indexing': `${round(ratio)} × p95 before`,
    },
    tables: { Searches: outcomeTable(rows), Containers: usageTable(usage.samples, stack.limits()) },
    plots: { 'indexing-memory': memoryPlot('Memory while books are indexed', usage.samples) },
    figures: { rows, ratio, reasons: during.reasons(), usage: summarizeUsage(usage.samples) },
  };
};

/** Until the books are there and no job has been seen for a while. */
async function untilIndexed(stack: LoadStack, books: number): Promise<Status> {
  const end = performance.now() + GIVE_UP_SECONDS * 1_000;
  let quiet = 0;
  for (;;) {
    const status = await getJson<Status>(stack.api, '/status');
    const busy = status.jobs.some(({ state }) => state === 'queued' || state === 'running');
    quiet = status.counts.books >= books && !busy ? quiet + 1 : 0;
    if (quiet >= QUIET_POLLS) return status;
    if (performance.now() > end) throw new Error(`not indexed in time: ${JSON.stringify(status.jobs)}`);
    await sleep(1_000);
  }
}
