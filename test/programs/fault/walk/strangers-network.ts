/** A network namespace with one line to this machine: the attacker's position. Linux, as root. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const NAMESPACE = `lt-walk-${process.pid}`;
const HERE = `ltw${process.pid % 100_000}`;
const THERE = `lts${process.pid % 100_000}`;
/** Of the range for tests between networks (RFC 2544): nobody's. */
export const OUR_ADDRESS = '198.18.77.1';
const STRANGERS_ADDRESS = '198.18.77.2';

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] });

export function canMakeNetwork(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

export function makeNetwork(): void {
  ip('netns', 'add', NAMESPACE);
  ip('link', 'add', HERE, 'type', 'veth', 'peer', 'name', THERE, 'netns', NAMESPACE);
  ip('address', 'add', `${OUR_ADDRESS}/30`, 'dev', HERE);
  ip('link', 'set', HERE, 'up');
  ip('-n', NAMESPACE, 'address', 'add', `${STRANGERS_ADDRESS}/30`, 'dev', THERE);
  ip('-n', NAMESPACE, 'link', 'set', THERE, 'up');
}

/** Says nothing where there is none. */
export function removeNetwork(): void {
  spawnSync('ip', ['netns', 'delete', NAMESPACE]);
}

/** Runs a program of ours in the namespace. @returns what it printed @throws if it did not come to its end */
export async function runThere(script: string, args: readonly string[]): Promise<string> {
  const child = spawn('ip', ['netns', 'exec', NAMESPACE, process.execPath, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (status !== 0) throw new Error(`the stranger did not come to the end: ${status}`);
  return printed;
}
