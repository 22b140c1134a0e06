/**
 * `npm run attack`: starts the services open to the network, walks round them as a stranger from a second
 * network namespace, and prints what was tried and what came of it. Linux, as root. Ends with 1 if anything
 * was let through, or if the library is not as it was.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { getJson, type Status, startTestStack } from '../test-stack.ts';
import type { Attempt } from './stranger.ts';

const NAMESPACE = `lt-walk-${process.pid}`;
const HERE = `ltw${process.pid % 100_000}`;
const THERE = `lts${process.pid % 100_000}`;
/** Of the range for tests between networks (RFC 2544): nobody's. */
const OUR_ADDRESS = '198.18.77.1';
const STRANGERS_ADDRESS = '198.18.77.2';
const STRANGER = fileURLToPath(new URL('./stranger.ts', import.meta.url));

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] });

function makeNetwork(): void {
  ip('netns', 'add', NAMESPACE);
  ip('link', 'add', HERE, 'type', 'veth', 'peer', 'name', THERE, 'netns', NAMESPACE);
  ip('address', 'add', `${OUR_ADDRESS}/30`, 'dev', HERE);
  ip('link', 'set', HERE, 'up');
  ip('-n', NAMESPACE, 'address', 'add', `${STRANGERS_ADDRESS}/30`, 'dev', THERE);
  ip('-n', NAMESPACE, 'link', 'set', THERE, 'up');
}

if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.error('libtrails: the walk needs Linux and root, for a network namespace of its own');
  process.exit(2);
}

const stack = await startTestStack({ withoutWeb: true, env: { LIBTRAILS_HOST: '0.0.0.0' } });
let attempts: Attempt[] = [];
let untouched = false;
try {
  makeNetwork();
  const { retrievalHttp, retrievalGrpc } = stack.ports;
  const walk = spawnSync(
    'ip',
    ['netns', 'exec', NAMESPACE, process.execPath, STRANGER, OUR_ADDRESS].concat(
      [retrievalHttp, retrievalGrpc].map(String),
    ),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (walk.status !== 0) throw new Error(`the stranger did not come to the end: ${walk.status}`);
  attempts = JSON.parse(walk.stdout) as Attempt[];
  // Throws if it does not serve.
  const { jobs } = await getJson<Status>(stack.api, '/status');
  untouched = jobs.every(({ kind }) => kind !== 'upload');
} finally {
  spawnSync('ip', ['netns', 'delete', NAMESPACE]);
  await stack.stop();
}

console.log('| tried | answer | |\n|---|---|---|');
for (const { what, answer, held } of attempts)
  console.log(`| ${what} | ${answer} | ${held ? 'held' : '**let through**'} |`);
const open = attempts.filter(({ held }) => !held).length;
console.log(
  `\n${attempts.length} tried, ${open} let through; afterwards the library ${untouched ? 'serves, and no upload is queued' : '**is not as it was**'}`,
);
process.exit(open === 0 && untouched ? 0 : 1);
