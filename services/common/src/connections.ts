/**
 * Accepts waiting connections between two pieces of work. libuv accepts one connection per turn of the event loop, so
 * a thread that computes for some milliseconds a turn accepts a few dozen a second, and others wait unanswered.
 */
import type { Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** Connections of all servers of this process: they share one event loop. */
let accepted = 0;

/** Counts the connections of this server for `acceptConnections`. */
export function countConnections(server: Server): void {
  server.on('connection', () => {
    accepted += 1;
  });
}

/** Yields to the event loop once, and again while new connections arrive, for at most `mostMs` milliseconds. */
export async function acceptConnections(mostMs: number): Promise<void> {
  const until = performance.now() + mostMs;
  let before: number;
  do {
    before = accepted;
    await setImmediate();
  } while (accepted !== before && performance.now() < until);
}
