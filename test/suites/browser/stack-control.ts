/**
 * Stopping and starting services of the stack that the browser tests share: an HTTP API of the test runner on loopback,
 * because the tests run in processes of their own.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import { isServing, waitUntil } from '../../../infra/stack/health.ts';
import type { RunningStack } from '../../../infra/stack/stack.ts';

export type Service = 'embedding' | 'retrieval';

/** A busy machine takes its time to load the model. */
const START_TIMEOUT_MS = 120_000;

/** In the runner: serves this API until `close`. */
export async function serveControl(stack: RunningStack): Promise<{ url: string; close(): void }> {
  const ports: Record<Service, number> = {
    embedding: stack.ports.embedding,
    retrieval: stack.ports.retrievalGrpc,
  };
  const run = async (path: string): Promise<string> => {
    const [, verb = '', name = ''] = path.split('/');
    if (verb === 'passes') return String(await passes(ports.embedding));
    const port = ports[name as Service];
    if (verb === 'stop') await stack.processes.stopOne(name);
    else {
      stack.processes.startAgain(name);
      await waitUntil(name, () => isServing(`127.0.0.1:${port}`), START_TIMEOUT_MS);
    }
    return '';
  };
  const server = createServer((request, response) => {
    run(request.url ?? '').then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Texts that the model has read since its service started: what its cache knew is not among them. */
function passes(port: number): Promise<number> {
  const { grpc } = loadContract<ProtoGrpcType>('embedding');
  const client = connect(grpc.libtrails.embedding.v1.EmbeddingService, `127.0.0.1:${port}`);
  return new Promise((resolve, reject) => {
    client.info({}, (error, answer) => {
      client.close();
      if (error || !answer) reject(error ?? new Error('no answer'));
      else resolve(answer.cacheMisses);
    });
  });
}

export interface StackControl {
  stop(service: Service): Promise<void>;
  start(service: Service): Promise<void>;
  /** Texts that the model has read so far. */
  passes(): Promise<number>;
}

/** In a test: the API of the runner; undefined, with the reason on the console, if the stack is not the runner's. */
export function stackControl(): StackControl | undefined {
  const url = process.env.LIBTRAILS_CONTROL;
  if (url === undefined || url === '') {
    console.log(
      'tests that stop services skipped: they need the stack of npm run test:browser, without LIBTRAILS_URL',
    );
    return undefined;
  }
  const ask = async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.text();
  };
  return {
    stop: async (service) => void (await ask(`/stop/${service}`)),
    start: async (service) => void (await ask(`/start/${service}`)),
    passes: async () => Number(await ask('/passes')),
  };
}
