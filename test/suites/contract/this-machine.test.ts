/** Who counts as this machine, asked by the same table at retrieval's HTTP API, at the web server and over gRPC. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect as connectTcp, createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { after, before, test } from 'node:test';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';
import { startTestStack, type TestStack } from '../../test-stack.ts';

/** What a proxy may add; an empty value is a header without a client. */
const FORWARDING = ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'].flatMap((name) =>
  ['', '127.0.0.1', '203.0.113.9'].map((value) => ({ [name]: value })),
);
const NO_SUCH_BOOK = '/api/v1/books/999999';
/** 404: the right to write was there, the book was not. */
const ALLOWED = 404;
const outer = Object.values(networkInterfaces())
  .flat()
  .find((i) => i?.family === 'IPv4' && !i.internal)?.address;
let stack: TestStack;

before(async () => {
  stack = await startTestStack({ withoutIndexer: true, env: { LIBTRAILS_HOST: '0.0.0.0' } });
});
after(() => stack?.stop());

async function remove(host: string, port: number, headers: Record<string, string> = {}): Promise<number> {
  const call = request({ host, port, path: NO_SUCH_BOOK, method: 'DELETE', headers }).end();
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
}

const httpPorts = () => [
  ['the HTTP API', stack.ports.retrievalHttp] as const,
  ['the web server', stack.ports.web] as const,
];

test('a program or browser on this machine writes without a token, through the web server as well', async () => {
  for (const [what, port] of httpPorts()) {
    assert.equal(await remove('127.0.0.1', port), ALLOWED, what);
    const page = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
    assert.equal(await remove('127.0.0.1', port, page), ALLOWED, what);
  }
  assert.equal(await removeByGrpc(), status.NOT_FOUND);
});

test('a request with a forwarding header is not from this machine, whatever the header says', async () => {
  for (const headers of FORWARDING) {
    const what = JSON.stringify(headers);
    for (const [where, port] of httpPorts()) {
      assert.equal(await remove('127.0.0.1', port, headers), 403, `${where}: ${what}`);
    }
    assert.equal(await removeByGrpc(headers), status.PERMISSION_DENIED, `gRPC: ${what}`);
  }
});

test('a client on the network is not this machine, whatever headers it sends or leaves empty', async (t) => {
  if (outer === undefined) {
    t.skip('this machine has no address beyond loopback');
    return;
  }
  const forged = [{}, { 'x-libtrails-client': 'local' }, { 'x-libtrails-client': '' }, ...FORWARDING];
  for (const headers of forged) {
    for (const [where, port] of httpPorts()) {
      assert.equal(await remove(outer, port, headers), 403, `${where}: ${JSON.stringify(headers)}`);
    }
  }
});

test('behind a forwarder that names no client, loopback has no rights once it is a trusted proxy', async () => {
  await stack.processes.stop();
  stack = await startTestStack({
    withoutIndexer: true,
    env: { LIBTRAILS_TRUSTED_PROXIES: '127.0.0.1' },
  });
  for (const [where, port] of httpPorts()) {
    const forwarder = createServer((socket) => {
      const onward = connectTcp(port, '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
    });
    await once(forwarder.listen(0, '127.0.0.1'), 'listening');
    assert.equal(await remove('127.0.0.1', portOf(forwarder)), 403, where);
    for (const headers of FORWARDING) {
      assert.equal(await remove('127.0.0.1', portOf(forwarder), headers), 403, where);
    }
    forwarder.close();
  }
  assert.equal(await removeByGrpc(), status.PERMISSION_DENIED);
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function removeByGrpc(headers: Record<string, string> = {}): Promise<number> {
  const { IngestService } = loadContract<ProtoGrpcType>('ingest').grpc.libtrails.ingest.v1;
  const client = new IngestService(`127.0.0.1:${stack.ports.retrievalGrpc}`, credentials.createInsecure());
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  return new Promise((resolve) => {
    client.deleteBook({ bookId: 999_999 }, metadata, (error) => {
      client.close();
      resolve(error?.code ?? status.OK);
    });
  });
}
