/**
 * New connections go first. libuv accepts one of them each time round the event loop: a thread that works some
 * milliseconds between two rounds lets in a few dozen a second, and a crowd waits at the door without so much as a
 * refusal.
 */
import type { Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';

let accepted = 0;

/** Lets `giveWay` know of those who come to this server. */
export function countConnections(server: Server): void {
  server.on('connection', () => {
    accepted += 1;
  });
}

/** Lets others run: once, and for as long as more connections come in, at most `mostMs` milliseconds. */
export async function giveWay(mostMs: number): Promise<void> {
  const until = performance.now() + mostMs;
  let before: number;
  do {
    before = accepted;
    await setImmediate();
  } while (accepted !== before && performance.now() < until);
}
