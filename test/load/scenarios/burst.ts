/** Five hundred clients at the same moment: each gets an answer or a fast refusal, and afterwards all is as before. */
import { sampleUsage, summarizeUsage } from '../box/usage-series.ts';
import { summarize } from '../report/percentiles.ts';
import { round, table } from '../report/table.ts';
import { usageTable } from '../report/usage-table.ts';
import { closedLoop } from '../traffic/autocannon.ts';
import { searchStream } from '../traffic/mix.ts';
import type { Scenario } from './scenario.ts';

const CLIENTS = [1, 4, 16, 64, 500];
const QUICK_CLIENTS = [4, 500];
/** Searches of each client, and of all clients at least. */
const EACH = 4;
const AT_LEAST = 300;
const SAMPLE_MS = 250;
/** Searches one after the other when the burst is over. */
const AFTERWARDS = 20;

export const burst: Scenario = async ({ stack, words, options, tell }) => {
  const next = searchStream(words);
  const nextPath = () => {
    const request = next();
    return 'path' in request ? request.path : '/';
  };
  const usage = sampleUsage(stack, SAMPLE_MS);
  const runs = [];
  for (const connections of options.quick ? QUICK_CLIENTS : CLIENTS) {
    const requests = Math.max(options.quick ? connections : AT_LEAST, connections * EACH);
    const run = await closedLoop(stack.url, { connections, requests, nextPath });
    tell(`${connections} clients: ${JSON.stringify(run.statuses)}, p95 ${round(run.latency.p95)} ms`);
    runs.push(run);
  }
  const afterwards = summarize(await oneByOne(stack.url, nextPath));
  usage.stop();
  return {
    scenario: 'burst',
    conditions: {
      load: 'clients that connect at one moment and ask again as soon as they are answered; distinct searches through Caddy (autocannon)',
      afterwards: `${AFTERWARDS} searches one by one: p50 ${round(afterwards.p50)} ms, max ${round(afterwards.max)} ms`,
    },
    tables: {
      Clients: table(
        [
          'clients',
          'requests',
          'answered',
          'refused',
          'other',
          'errors',
          'answered/s',
          'p50 ms',
          'p95 ms',
          'p99 ms',
          'refusal p95 ms',
        ],
        runs.map((run) => [
          run.connections,
          run.requests,
          run.latency.count,
          run.refusal.count,
          Object.values(run.statuses).reduce((sum, n) => sum + n, 0) - run.latency.count - run.refusal.count,
          run.errors,
          round(run.latency.count / run.seconds),
          round(run.latency.p50),
          round(run.latency.p95),
          round(run.latency.p99),
          run.refusal.count > 0 ? round(run.refusal.p95) : '–',
        ]),
      ),
      Containers: usageTable(usage.samples, stack.limits()),
    },
    plots: {},
    figures: { runs, afterwards, usage: summarizeUsage(usage.samples) },
  };
};

async function oneByOne(url: string, nextPath: () => string): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < AFTERWARDS; i++) {
    const began = performance.now();
    const answer = await fetch(`${url}${nextPath()}`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`after the burst: HTTP ${answer.status}`);
    took.push(performance.now() - began);
  }
  return took;
}
