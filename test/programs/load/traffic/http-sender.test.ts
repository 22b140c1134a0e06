import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { httpSender } from './http-sender.ts';

const server = createServer((request, response) => {
  if (request.url === '/passages/7') response.writeHead(307, { location: '/books/1/read?at=7' }).end();
  else if (request.url === '/loop') response.writeHead(307, { location: '/loop' }).end();
  else response.writeHead(request.url === '/books/1/read?at=7' ? 200 : 404).end();
});
let origin: string;

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

test('a redirect is followed to the page it leads to, and not for ever', async () => {
  const sender = httpSender(origin);
  assert.deepEqual(await sender.send('/passages/7'), { fate: 'ok', reason: '' });
  assert.deepEqual(await sender.send('/loop'), { fate: 'failed', reason: 'HTTP 307' });
  assert.deepEqual(await sender.send('/nowhere'), { fate: 'failed', reason: 'HTTP 404' });
  sender.close();
});
