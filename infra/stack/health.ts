/** Waits until services answer: grpc.health.v1 for gRPC, any answer for HTTP. */
import { connect as connectTcp, createServer } from 'node:net';
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

/**
 * Asks until the answer is yes.
 * @throws Error naming `what` after `timeoutMs`, or at once when `signal` aborts.
 */
export async function waitUntil(
  what: string,
  ask: () => Promise<boolean>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await ask())) {
    signal?.throwIfAborted();
    if (Date.now() > end) throw new Error(`${what} did not answer within ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** True if something listens on the port of this machine. */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTcp({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
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
