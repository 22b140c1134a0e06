import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { TrustedProxies } from '../../../services/common/src/client-address.ts';
import { CLIENT_HEADER, forwardedFor, nameClients } from './client-header.ts';

const server = createServer(({ headers }, response) => {
  response.end(forwardedFor(headers[CLIENT_HEADER]?.toString() ?? null));
});

before(async () => {
  nameClients(new TrustedProxies(''));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

after(() => server.close());

async function clientOf(headers: Record<string, string>): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const call = request({ host: '127.0.0.1', port, headers }).end();
  const [answer] = await once(call, 'response');
  let text = '';
  for await (const piece of answer) text += piece;
  return text;
}

test('a browser on this machine is named by its socket, not by a header', async () => {
  assert.equal(await clientOf({}), '');
  assert.equal(await clientOf({ [CLIENT_HEADER]: 'forged 203.0.113.9' }), '');
});

test('what came through a proxy never counts as this machine, with an empty header neither', async () => {
  for (const headers of [
    { 'x-forwarded-for': '' },
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=203.0.113.9' },
    { via: '1.1 tunnel' },
    { 'x-real-ip': '203.0.113.9', [CLIENT_HEADER]: 'local' },
  ]) {
    assert.equal(await clientOf(headers), '127.0.0.1', JSON.stringify(headers));
  }
});

test('a header that this process did not write is ignored', () => {
  for (const header of [null, '', 'local', ' local', 'undefined local']) {
    assert.equal(forwardedFor(header), 'unknown', String(header));
  }
});
