/** Clients that mean harm, or have bad luck: headers sent byte by byte, connections dropped in the midst of an answer. */
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadStack } from '../../load/box/load-stack.ts';
import { PATIENCE_MS } from '../../load/traffic/outcome.ts';

export interface SlowHeaders {
  /** Connections that were let in. */
  opened: number;
  /** Those that the server had closed when we stopped. */
  closed: number;
}

const BYTE_EVERY_MS = 1_000;

/** Opens `connections` and sends one byte of a header each second on all of them ("slowloris"). */
export async function slowHeaders(
  stack: LoadStack,
  connections: number,
  milliseconds: number,
): Promise<SlowHeaders> {
  const port = Number(new URL(stack.url).port);
  const sockets: Socket[] = [];
  const seen: SlowHeaders = { opened: 0, closed: 0 };
  for (let i = 0; i < connections; i++) {
    const socket = connect(port, '127.0.0.1', () => {
      seen.opened += 1;
      socket.write('GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      seen.closed += 1;
    });
    // Whatever comes is read, so that an end is noticed.
    socket.resume();
    sockets.push(socket);
  }
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    await sleep(BYTE_EVERY_MS);
    for (const socket of sockets) if (socket.writable) socket.write('a');
  }
  const result = { ...seen };
  for (const socket of sockets) socket.destroy();
  return result;
}

/** Requests at `rate` a second whose client is gone before, or as soon as, the answer begins. Resolves with their number. */
export async function vanishingClients(
  stack: LoadStack,
  nextPath: () => string,
  rate: number,
  milliseconds: number,
): Promise<number> {
  const end = performance.now() + milliseconds;
  let sent = 0;
  while (performance.now() < end) {
    const path = sent % 10 === 0 ? '/api/v1/jobs/events' : nextPath();
    const request = get(`${stack.url}${path}`, { agent: false, timeout: PATIENCE_MS }, (answer) =>
      answer.once('data', () => request.destroy()).on('error', () => undefined),
    );
    request.on('error', () => undefined);
    // Every other one does not even wait for the first byte.
    if (sent % 2 === 1) setTimeout(() => request.destroy(), 5);
    sent += 1;
    await sleep(1_000 / rate);
  }
  return sent;
}
