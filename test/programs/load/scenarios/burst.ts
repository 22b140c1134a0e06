/** Five hundred clients at the same moment: each gets an answer or a fast refusal, and afterwards all is as before. */
import { sampleUsage, summarizeUsage } from '../box/usage-series.ts';
import { summarize } from '../report/percentiles.ts';
import { round, table } from '../report/table.ts';
import { usageTable } from '../report/usage-table.ts';
import { type ClosedLoop, closedLoop } from '../traffic/autocannon.ts';
import { type GrpcLoop, grpcClients } from '../traffic/grpc-clients.ts';
import { searchCalls, searchStream } from '../traffic/mix.ts';
import type { Scenario } from './scenario.ts';

const CLIENTS = [1, 4, 16, 64, 500];
const QUICK_CLIENTS = [4, 500];
/** Searches of each client, and of all clients at least. */
const EACH = 4;
const AT_LEAST = 300;
const SAMPLE_MS = 250;
/** Searches one after the other when the burst is over. */
const AFTERWARDS = 20;

const HEAD = [
  'clients',
  'requests',
  'answered',
  'refused',
  'failed',
  'answered/s',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'refusal p95 ms',
];

export const burst: Scenario = async ({ stack, words, options, tell }) => {
  const next = searchStream(words);
  const nextPath = () => {
    const request = next();
    return 'path' in request ? request.path : '/';
  };
  const usage = sampleUsage(stack, SAMPLE_MS);
  const runs: ClosedLoop[] = [];
  const programs: GrpcLoop[] = [];
  const counts = options.quick ? QUICK_CLIENTS : CLIENTS;
  const requestsOf = (connections: number) =>
    Math.max(options.quick ? connections : AT_LEAST, connections * EACH);
  for (const connections of counts) {
    const requests = requestsOf(connections);
    const run = await closedLoop(stack.url, { connections, requests, nextPath });
    tell(`${connections} clients: ${JSON.stringify(run.statuses)}, p95 ${round(run.latency.p95)} ms`);
    runs.push(run);
  }
  const nextCall = searchCalls(words, 2);
  for (const connections of counts) {
    const run = await grpcClients(stack.grpc, { connections, requests: requestsOf(connections), nextCall });
    tell(`${connections} gRPC clients: ${JSON.stringify(run.fates)}, p95 ${round(run.latency.p95)} ms`);
    programs.push(run);
  }
  const afterwards = summarize(await oneByOne(stack.url, nextPath));
  usage.stop();
  return {
    scenario: 'burst',
    conditions: {
      load: 'clients that connect at one moment and ask again as soon as they are answered; distinct searches, through Caddy (autocannon) and by gRPC',
      afterwards: `${AFTERWARDS} searches one by one: p50 ${round(afterwards.p50)} ms, max ${round(afterwards.max)} ms`,
    },
    tables: {
      'Clients over HTTP': table(HEAD, runs.map(httpRow)),
      'Clients over gRPC': table(HEAD, programs.map(grpcRow)),
      Containers: usageTable(usage.samples, stack.limits()),
    },
    plots: {},
    figures: { runs, programs, afterwards, usage: summarizeUsage(usage.samples) },
  };
};

function httpRow(run: ClosedLoop): (string | number)[] {
  const statuses = Object.values(run.statuses).reduce((sum, n) => sum + n, 0);
  const { latency, refusal } = run;
  return row(run, { answered: latency.count, other: statuses - latency.count - refusal.count + run.errors });
}

function grpcRow(run: GrpcLoop): (string | number)[] {
  return row(run, { answered: run.latency.count, other: run.fates.failed });
}

function row(
  run: Pick<ClosedLoop, 'connections' | 'requests' | 'seconds' | 'latency' | 'refusal'>,
  { answered, other }: { answered: number; other: number },
): (string | number)[] {
  const { latency, refusal } = run;
  return [
    run.connections,
    run.requests,
    answered,
    refusal.count,
    other,
    round(answered / run.seconds),
    round(latency.p50),
    round(latency.p95),
    round(latency.p99),
    refusal.count > 0 ? round(refusal.p95) : '–',
  ];
}

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
