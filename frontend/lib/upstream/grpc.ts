/** One gRPC channel per upstream, calls with a deadline, and errors as outcomes. Server only. */
import { readFileSync } from 'node:fs';
import {
  type CallOptions,
  type Client,
  connectivityState,
  credentials,
  type GrpcObject,
  loadPackageDefinition,
  Metadata,
  type requestCallback,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { redirect } from 'next/navigation';
// The options that the committed types were generated with.
import options from '../../../proto/src/options.json' with { type: 'json' };
import { CHANNEL_OPTIONS } from '../../../services/common/src/grpc-channel.ts';
import { failed, type Outcome, type Problem, succeeded } from '../errors/outcome.ts';
import { loginUrl } from '../server/passed-on.ts';
import { settings } from '../server/settings.ts';
import { browserHeaders } from './browser-headers.ts';
import { RESTART_MS, throughRestart } from './through-restart.ts';

/**
 * Reads a contract and connects to the service in it. `P` is the generated `ProtoGrpcType`.
 * The bundler cannot follow the path in `@libtrails/proto`'s own loader, so the folder comes from the settings.
 */
export function connect<P, C extends Client>(
  contract: 'library' | 'embedding',
  address: string,
  pick: (
    grpc: P,
  ) => new (
    address: string,
    creds: ReturnType<typeof credentials.createInsecure>,
    o: object,
  ) => C,
): C {
  const definition = loadSync(`libtrails/${contract}/v1/${contract}.proto`, {
    ...options,
    longs: Number,
    enums: String,
    includeDirs: [settings().protoRoot],
  });
  const Service = pick(loadPackageDefinition(definition) as GrpcObject as P);
  return new Service(
    address,
    contract === 'library' ? retrievalCredentials() : credentials.createInsecure(),
    CHANNEL_OPTIONS,
  );
}

/** TLS where retrieval has a certificate: by the authority that LIBTRAILS_GRPC_CA names. */
function retrievalCredentials() {
  const { retrievalCa } = settings();
  if (retrievalCa === '') return credentials.createInsecure();
  return credentials.createSsl(retrievalCa === 'system' ? null : readFileSync(retrievalCa));
}

/** Request and answer of a generated unary method, read off its shortest overload. */
type RequestOf<M> = M extends (request: infer Req, callback: requestCallback<infer _>) => unknown
  ? Req
  : never;
type AnswerOf<M> = M extends (request: infer _, callback: requestCallback<infer Res>) => unknown
  ? Res
  : never;
type FullSignature<Req, Res> = (
  request: Req,
  metadata: Metadata,
  options: CallOptions,
  callback: requestCallback<Res>,
) => unknown;

/**
 * Calls a unary method on behalf of the browser whose page is made, and waits `restartMs` for a service that restarts;
 * one that is there has `timeoutMs` for its answer. A failure is an outcome; only a library with a password leads a
 * stranger to the login page.
 */
export async function call<C extends Client, M extends keyof C>(
  client: C,
  name: M,
  request: RequestOf<C[M]>,
  timeoutMs: number,
  restartMs: number = RESTART_MS,
): Promise<Outcome<AnswerOf<C[M]>>> {
  type Answer = AnswerOf<C[M]>;
  const method = client[name] as FullSignature<typeof request, Answer>;
  const { cookie, forwardedFor, requestId, path } = await browserHeaders();
  const metadata = new Metadata({ waitForReady: true });
  if (cookie !== '') metadata.set('libtrails-cookie', cookie);
  if (forwardedFor !== '') metadata.set('x-forwarded-for', forwardedFor);
  if (requestId !== '') metadata.set('x-request-id', requestId);
  const ask = () =>
    new Promise<Outcome<Answer>>((resolve) => {
      method.call(client, request, metadata, { deadline: Date.now() + timeoutMs }, (error, answer) => {
        resolve(error ? failed(toProblem(error, isConnected(client))) : succeeded(answer as Answer));
      });
    });
  const outcome = await throughRestart(ask, restartMs);
  if (!outcome.ok && outcome.problem.code === 'unauthenticated') redirect(loginUrl(path));
  return outcome;
}

function isConnected(client: Client): boolean {
  return client.getChannel().getConnectivityState(false) === connectivityState.READY;
}

/** `NOT_FOUND` → `not_found`: the table's codes are the gRPC names in lower case. */
function toProblem(error: ServiceError, connected: boolean): Problem {
  // The time is also up when a service that restarts did not come back in it.
  const unreachable =
    error.code === status.UNAVAILABLE || (error.code === status.DEADLINE_EXCEEDED && !connected);
  const name = status[unreachable ? status.UNAVAILABLE : error.code] ?? 'UNKNOWN';
  return {
    code: name.toLowerCase(),
    // grpc-js writes addresses and causes into the details of a connection error: not for readers.
    message: unreachable ? '' : error.details,
    ...(unreachable ? { away: true as const } : {}),
  };
}
