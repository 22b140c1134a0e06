/**
 * `npm run attack`: starts the services open to the network, walks round them as a stranger from a second
 * network namespace, and prints what was tried and what came of it. With `--containers` the compose stack is
 * started instead, and the stranger comes through Caddy. Linux, as root. Ends with 1 if anything was let through,
 * or if the library is not as it was.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { waitUntil } from '../../infra/stack/health.ts';
import { ComposeStack } from '../compose-stack.ts';
import { getJson, type Status, startTestStack, waitUntilIndexed } from '../test-stack.ts';
import type { Attempt } from './walk/attempts.ts';
import {
  canMakeNetwork,
  makeNetwork,
  OUR_ADDRESS,
  removeNetwork,
  runThere,
} from './walk/strangers-network.ts';

/** What a stranger walks round. */
interface Target {
  api: string;
  script: 'stranger' | 'stranger-at-caddy';
  ports: readonly number[];
  /** Returns when there is something to walk round. */
  ready: () => Promise<unknown>;
  stop: () => Promise<void> | void;
}

/** A client that asked too much is answered again after this, in milliseconds. */
const CALM_MS = 60_000;

function fail(message: string): never {
  console.error(`libtrails: ${message}`);
  process.exit(2);
}

async function startServices(): Promise<Target> {
  const { api, ports, stop } = await startTestStack({ withoutWeb: true, env: { LIBTRAILS_HOST: '0.0.0.0' } });
  return {
    api,
    script: 'stranger',
    ports: [ports.retrievalHttp, ports.retrievalGrpc],
    ready: async () => undefined,
    stop,
  };
}

/** As a household has it that lets others in, with nothing else set. */
async function prepareContainers(): Promise<Target> {
  if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status !== 0) fail('no Docker engine answers');
  const stack = await ComposeStack.prepare({
    project: 'libtrails-attack',
    address: OUR_ADDRESS,
    env: { LIBTRAILS_SITE: ':80', LIBTRAILS_HOSTS: '', LIBTRAILS_TOKEN: '', LIBTRAILS_PASSWORD: '' },
  });
  const { http, ...inner } = stack.ports;
  const api = `${stack.url}/api/v1`;
  return {
    api,
    script: 'stranger-at-caddy',
    ports: [http, inner.embedding, inner.retrievalGrpc, inner.retrievalHttp],
    ready: async () => {
      stack.up();
      await waitUntilIndexed(api);
    },
    stop: () => stack.down(),
  };
}

/** What the library says of itself; a stranger who asked too much is waited out. @throws if it does not serve */
async function statusOf({ api }: Target): Promise<Status> {
  let status: Status | undefined;
  const ask = async () => {
    status = await getJson<Status>(api, '/status').catch(() => undefined);
    return status !== undefined;
  };
  await waitUntil('The library', ask, CALM_MS);
  return status!;
}

const { values } = parseArgs({ options: { containers: { type: 'boolean', default: false } } });
if (!canMakeNetwork()) fail('the walk needs Linux and root, for a network namespace of its own');

const target = values.containers ? await prepareContainers() : await startServices();
let cleared: Promise<void> | undefined;
const clear = () => {
  cleared ??= (async () => {
    removeNetwork();
    await target.stop();
  })();
  return cleared;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void clear().finally(() => process.exit(130)));
}
let attempts: Attempt[] = [];
let untouched = false;
try {
  makeNetwork();
  await target.ready();
  const before = await statusOf(target);
  const script = fileURLToPath(new URL(`./walk/${target.script}.ts`, import.meta.url));
  const walk = await runThere(script, [OUR_ADDRESS, ...target.ports.map(String)]);
  attempts = JSON.parse(walk) as Attempt[];
  const { counts, jobs } = await statusOf(target);
  untouched = counts.books >= before.counts.books && jobs.every(({ kind }) => kind !== 'upload');
} finally {
  await clear();
}

console.log('| tried | answer | |\n|---|---|---|');
for (const { what, answer, held } of attempts)
  console.log(`| ${what} | ${answer} | ${held ? 'held' : '**let through**'} |`);
const open = attempts.filter(({ held }) => !held).length;
console.log(
  `\n${attempts.length} tried, ${open} let through; afterwards the library ${untouched ? 'serves, and no upload is queued' : '**is not as it was**'}`,
);
process.exit(open === 0 && untouched ? 0 : 1);
