import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { leaveConnections } from './leave-connections.ts';

test('a server that is stopped ends although its client keeps connections and asks on', async () => {
  const signals = new EventEmitter();
  leaveConnections(signals);
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/slow') waiting.push(response);
    else response.end('at once');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, path, agent }, (answer) => resolve(answer.resume())).on('error', reject);
    });

  assert.equal((await ask('/')).headers.connection, 'keep-alive');
  const slow = ask('/slow');
  while (waiting.length === 0) await new Promise(setImmediate);
  const ended = once(server, 'close');
  signals.emit('SIGTERM');
  server.close();
  waiting[0]!.end('under way');
  assert.equal((await slow).headers.connection, 'close');
  await ended;
  agent.destroy();
});
