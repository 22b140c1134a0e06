/**
 * `npm run attack`: starts the services open to the network and attacks them from a second network
 * namespace, directly and through proxies, as a page of another site, as another account and by hostile books; prints
 * what was tried and what came of it. With `--containers` the compose stack is started instead, and the stranger comes
 * through Caddy. Linux, as root. Ends with 1 if anything was let through, or if the library is not as it was.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { waitUntil } from '../../../infra/stack/health.ts';
import { ComposeStack } from '../../compose-stack.ts';
import { getJson, type Status, startTestStack, waitUntilDone, waitUntilIndexed } from '../../test-stack.ts';
import type { Attempt } from './walk/attempts.ts';
import { plantHostileBooks } from './walk/hostile-books.ts';
import { otherAccount, pageElsewhere } from './walk/on-this-machine.ts';
import { bareForwarder, namingProxies, type RunningProxy } from './walk/proxies.ts';
import {
  canMakeNetwork,
  makeNetwork,
  OUR_ADDRESS,
  removeNetwork,
  runThere,
} from './walk/strangers-network.ts';

/** What is walked round. */
interface Target {
  api: string;
  /** Returns when there is something to walk round. */
  ready: () => Promise<unknown>;
  /** Everything that is tried, the network being there. */
  walk: () => Promise<Attempt[]>;
  stop: () => Promise<void> | void;
}

const SERVICES = ['embedding', 'retrieval', 'indexer', 'web'] as const;
/** A client that asked too much is answered again after this, in milliseconds. */
const CALM_MS = 60_000;

function fail(message: string): never {
  console.error(`libtrails: ${message}`);
  process.exit(2);
}

const fromOutside = async (script: string, ...args: (string | number)[]) =>
  JSON.parse(await runThere(walkScript(script), [OUR_ADDRESS, ...args.map(String)])) as Attempt[];
const walkScript = (name: string) => fileURLToPath(new URL(`./walk/${name}.ts`, import.meta.url));

/**
 * The services, open to the network. Walked round by a stranger, at retrieval and at the web server; through proxies
 * that name their client or not; by a page of another site, by another account, and by books.
 */
async function startServices(): Promise<Target> {
  const books = mkdtempSync(join(tmpdir(), 'libtrails-hostile-'));
  const hostile = await plantHostileBooks(books);
  const stack = await startTestStack({ books, env: { LIBTRAILS_HOST: '0.0.0.0' } });
  const { ports, api, data, url, processes } = stack;
  return {
    api,
    ready: () =>
      waitUntilDone(api, ({ counts, refused }) => (counts.books ?? 0) + refused.length >= hostile.count),
    async walk() {
      const proxies = [
        ...(await namingProxies('a proxy before the HTTP API', OUR_ADDRESS, ports.retrievalHttp)),
        ...(await namingProxies('a proxy before the web server', OUR_ADDRESS, ports.web)),
      ];
      const attempts = [
        ...(await fromOutside('stranger', ports.retrievalHttp, ports.retrievalGrpc)),
        ...(await fromOutside('stranger-at-web', ports.web)),
        ...(await behind(proxies)),
        ...(await pageElsewhere('the HTTP API', ports.retrievalHttp)),
        ...(await pageElsewhere('the web server', ports.web)),
        ...otherAccount(data, Object.fromEntries(SERVICES.map((name) => [name, processes.pid(name)]))),
        ...(await hostile.judge(api, url)),
      ];
      return [...attempts, ...(await behindBareForwarders())];
    },
    async stop() {
      hostile.stop();
      await stack.stop();
      rmSync(books, { recursive: true, force: true });
    },
  };
}

/** Forwarders that add nothing, before services that are told of them. */
async function behindBareForwarders(): Promise<Attempt[]> {
  const stack = await startTestStack({
    withoutIndexer: true,
    env: { LIBTRAILS_TRUSTED_PROXIES: '127.0.0.1,::1' },
  });
  try {
    const { ports } = stack;
    return await behind([
      await bareForwarder('a forwarder before the HTTP API', OUR_ADDRESS, ports.retrievalHttp),
      await bareForwarder('a forwarder before the web server', OUR_ADDRESS, ports.web),
      await bareForwarder('a forwarder before gRPC', OUR_ADDRESS, ports.retrievalGrpc),
    ]);
  } finally {
    await stack.stop();
  }
}

async function behind(proxies: readonly RunningProxy[]): Promise<Attempt[]> {
  try {
    const named = proxies.map(({ name, port }) => `${name}=${port}`);
    return await fromOutside('stranger-behind-proxy', ...named);
  } finally {
    for (const { server } of proxies) server.close();
  }
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
    walk: async () => [
      ...(await fromOutside(
        'stranger-at-caddy',
        http,
        inner.embedding,
        inner.retrievalGrpc,
        inner.retrievalHttp,
      )),
      ...(await pageElsewhere('Caddy', http, OUR_ADDRESS)),
    ],
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
  attempts = await target.walk();
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
