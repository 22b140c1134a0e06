/** Waits until services answer: grpc.health.v1 for gRPC, any answer for HTTP. */
import { createServer } from 'node:net';
import { credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { protoPath } from 'grpc-health-check';

const POLL_MS = 40;

interface HealthClient {
  check(
    request: { service: string },
    options: { deadline: number },
    callback: (error: ServiceError | null, answer?: { status: string }) => void,
  ): void;
  close(): void;
}

interface HealthPackage {
  grpc: {
    health: {
      v1: {
        Health: new (address: string, creds: ReturnType<typeof credentials.createInsecure>) => HealthClient;
      };
    };
  };
}

/** One health check; false on any error. */
export function isServing(address: string): Promise<boolean> {
  const { grpc } = loadPackageDefinition(loadSync(protoPath, { enums: String })) as unknown as HealthPackage;
  const client = new grpc.health.v1.Health(address, credentials.createInsecure());
  return new Promise((resolve) => {
    client.check({ service: '' }, { deadline: Date.now() + 1_000 }, (error, answer) => {
      client.close();
      resolve(!error && answer?.status === 'SERVING');
    });
  });
}

/** True once something answers `url` with a status below 500. */
export async function answersHttp(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** How often a long wait is reported, in milliseconds. */
const REPORT_MS = 5_000;

/**
 * Asks until the answer is yes.
 * @param onWaiting called every few seconds with the seconds waited so far
 * @throws Error naming `what` after `timeoutMs`, or at once when `signal` aborts.
 */
export async function waitUntil(
  what: string,
  ask: () => Promise<boolean>,
  timeoutMs: number,
  signal?: AbortSignal,
  onWaiting: (seconds: number) => void = () => {},
): Promise<void> {
  const start = Date.now();
  const end = start + timeoutMs;
  let reportAt = start + REPORT_MS;
  while (!(await ask())) {
    signal?.throwIfAborted();
    if (Date.now() > end) throw new Error(`${what} did not answer within ${timeoutMs / 1000} s`);
    if (Date.now() >= reportAt) {
      onWaiting(Math.round((Date.now() - start) / 1000));
      reportAt += REPORT_MS;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Returns why a service cannot listen on a port of this machine; undefined if it can. The port may be published by
 * a container or be held on all addresses; only listening shows it.
 */
export function whyNotListen(port: number): Promise<'in use' | 'not allowed' | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EACCES' ? 'not allowed' : 'in use'),
    );
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** A port that was free a moment ago (tests). */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
