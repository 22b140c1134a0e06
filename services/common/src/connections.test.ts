import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { acceptConnections, countConnections } from './connections.ts';

const CROWD = 60;
const PIECE_MS = 2;

/** Pieces of work that a busy thread does until the last of many simultaneous connections is accepted. */
async function piecesUntilAllAreIn(server: Server, between: () => Promise<unknown>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let inside = 0;
  server.on('connection', () => {
    inside += 1;
  });
  const { port } = server.address() as AddressInfo;
  const crowd = new Worker(
    `const { connect } = require('node:net');
     for (let i = 0; i < ${CROWD}; i++) connect(${port}, '127.0.0.1').on('error', () => {});`,
    { eval: true },
  );
  try {
    while (inside === 0) await setImmediate();
    let pieces = 0;
    while (inside < CROWD) {
      const until = performance.now() + PIECE_MS;
      while (performance.now() < until);
      pieces += 1;
      await between();
    }
    return pieces;
  } finally {
    await crowd.terminate();
    server.close();
  }
}

test('many connections are accepted between two pieces of work, not one at a time', async () => {
  const counted = createServer();
  countConnections(counted);
  const one = await piecesUntilAllAreIn(createServer(), () => setImmediate());
  const all = await piecesUntilAllAreIn(counted, () => acceptConnections(50));
  assert.ok(all * 3 < one, `${all} pieces of work instead of ${one}`);
});

test('new connections do not stop the work', async () => {
  const server = createServer();
  countConnections(server);
  const always = { on: true };
  const more = async () => {
    while (always.on) {
      server.emit('connection');
      await setImmediate();
    }
  };
  void more();
  await acceptConnections(10);
  always.on = false;
});
