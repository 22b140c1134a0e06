import assert from 'node:assert/strict';
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { test } from 'node:test';
import { listenHttp } from './http-server.ts';

interface Asked {
  status: number;
  connection: string | undefined;
  body: string;
}

function ask(port: number, agent: Agent, path: string): Promise<Asked> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (answer: IncomingMessage) => {
      let body = '';
      answer.on('data', (part: Buffer) => {
        body += part.toString();
      });
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection, body }),
      );
    }).on('error', reject);
  });
}

/** `/slow` answers when `release` is called, anything else at once. */
async function slowServer() {
  let release: () => void = () => undefined;
  const arrived = Promise.withResolvers<void>();
  const app = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url !== '/slow') {
      response.end('fast');
      return;
    }
    release = () => response.end('slow');
    arrived.resolve();
  };
  const server = await listenHttp(app as Parameters<typeof listenHttp>[0], '127.0.0.1', 0);
  return { server, arrived: arrived.promise, release: () => release() };
}

test('a drain waits for open answers, closes their connections and accepts no new ones', async () => {
  const { server, arrived, release } = await slowServer();
  const agent = new Agent({ keepAlive: true });
  const before = await ask(server.port, agent, '/');
  assert.equal(before.connection, 'keep-alive');
  const slow = ask(server.port, agent, '/slow');
  await arrived;
  let drained = false;
  const drain = server.drain(5_000).then(() => {
    drained = true;
  });
  await assert.rejects(ask(server.port, new Agent(), '/'), /ECONNREFUSED/);
  assert.equal(drained, false);
  release();
  assert.deepEqual(await slow, { status: 200, connection: 'close', body: 'slow' });
  await drain;
  agent.destroy();
});

test('a request that does not end is cut off after the grace time', async () => {
  const { server, arrived } = await slowServer();
  const agent = new Agent({ keepAlive: true });
  const cut = assert.rejects(ask(server.port, agent, '/slow'), /socket hang up/);
  await arrived;
  await server.drain(50);
  await cut;
  agent.destroy();
});
