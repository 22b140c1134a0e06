/** autocannon, installed into this folder on first use: readers who each wait for their answer before they ask again. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Latency, summarize } from '../report/percentiles.ts';
import { PATIENCE_MS } from './outcome.ts';

/** The part of autocannon's interface that is used. */
interface Client {
  on(event: 'response', listener: (status: number, bytes: number, milliseconds: number) => void): void;
}
interface Options {
  url: string;
  connections: number;
  amount: number;
  timeout: number;
  headers: Record<string, string>;
  setupClient: (client: Client) => void;
  requests: { setupRequest: (request: { path?: string }) => object }[];
}
interface Result {
  errors: number;
  timeouts: number;
  duration: number;
}

const FOLDER = join(import.meta.dirname, '..');

export interface ClosedLoop {
  connections: number;
  requests: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  /** Connections that broke or were not answered in time. */
  errors: number;
  seconds: number;
  /** Of answers with status 200. */
  latency: Latency;
  /** Of refusals, status 503. */
  refusal: Latency;
}

/** Sends `requests` in all over `connections`, each path of `nextPath` once. */
export async function closedLoop(
  url: string,
  { connections, requests, nextPath }: { connections: number; requests: number; nextPath: () => string },
): Promise<ClosedLoop> {
  const autocannon = load();
  const statuses: Record<string, number> = {};
  const answered: number[] = [];
  const refused: number[] = [];
  const result = await autocannon({
    url,
    connections,
    amount: requests,
    timeout: PATIENCE_MS / 1_000,
    headers: { 'accept-encoding': 'gzip' },
    setupClient(client) {
      client.on('response', (status, _bytes, milliseconds) => {
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status === 200) answered.push(milliseconds);
        if (status === 503) refused.push(milliseconds);
      });
    },
    requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }],
  });
  return {
    connections,
    requests,
    statuses,
    errors: result.errors,
    seconds: result.duration,
    latency: summarize(answered),
    refusal: summarize(refused),
  };
}

function load(): (options: Options) => Promise<Result> {
  if (!existsSync(join(FOLDER, 'node_modules', 'autocannon'))) {
    console.log('Installing autocannon ...');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: FOLDER,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`npm ci failed in ${FOLDER}: check the network and try again`);
  }
  // Its types come with no package of ours, so it is loaded by name and typed above.
  return createRequire(join(FOLDER, 'package.json'))('autocannon') as ReturnType<typeof load>;
}
