import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Client } from '@grpc/grpc-js';
import { startGrpcServer } from './grpc-server.ts';
import { clientCredentials, serverCredentials } from './grpc-tls.ts';
import { createLogger } from './log.ts';

function selfSigned(): { cert: string; key: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-tls-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const about = ['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  try {
    execFileSync('openssl', [...request, ...about, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { cert, key };
  } catch {
    return undefined;
  }
}

const connects = (client: Client, ms: number) =>
  new Promise<boolean>((resolve) =>
    client.waitForReady(Date.now() + ms, (error) => {
      client.close();
      resolve(error === undefined || error === null);
    }),
  );

test('with a certificate gRPC uses TLS, for clients that trust it only', async (t) => {
  const pair = selfSigned();
  if (pair === undefined) {
    t.skip('openssl is not installed: no certificate to test with');
    return;
  }
  const server = await startGrpcServer({
    host: '127.0.0.1',
    port: 0,
    services: [],
    definitions: [],
    log: createLogger('test', 'silent'),
    credentials: serverCredentials({ LIBTRAILS_GRPC_CERT: pair.cert, LIBTRAILS_GRPC_KEY: pair.key }),
  });
  const address = `localhost:${server.port}`;
  assert.equal(
    await connects(new Client(address, clientCredentials({ LIBTRAILS_GRPC_CA: pair.cert })), 5_000),
    true,
  );
  assert.equal(await connects(new Client(address, clientCredentials({})), 500), false, 'plain HTTP/2');
  const system = clientCredentials({ LIBTRAILS_GRPC_CA: 'system' });
  assert.equal(await connects(new Client(address, system), 500), false, 'an authority that did not sign it');
  await server.drain(100);
});

test('half a certificate, or one that is not there, is an error that names the variable', () => {
  assert.throws(() => serverCredentials({ LIBTRAILS_GRPC_CERT: 'x' }), /LIBTRAILS_GRPC_KEY/);
  assert.throws(
    () => serverCredentials({ LIBTRAILS_GRPC_CERT: '/none.pem', LIBTRAILS_GRPC_KEY: '/none.pem' }),
    /LIBTRAILS_GRPC_CERT=\/none\.pem/,
  );
  assert.throws(() => clientCredentials({ LIBTRAILS_GRPC_CA: '/none.pem' }), /LIBTRAILS_GRPC_CA/);
});
