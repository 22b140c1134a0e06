/** One way to run a gRPC server: health, reflection, metrics, errors from the table, and a drain at the end. */
import {
  type handleUnaryCall,
  Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import { withValidMapEntries } from '@libtrails/proto/map-entries';
import { HealthImplementation, protoPath as healthProtoPath } from 'grpc-health-check';
import type { Caller } from './access.ts';
import { identifyClient, TrustedProxies } from './client-address.ts';
import { ERRORS, LibTrailsError, toLibTrailsError } from './errors.ts';
import { MAX_MESSAGE_BYTES } from './grpc-channel.ts';
import type { Logger } from './log.ts';
import { Histogram, LATENCY_BUCKETS_S, type Metrics } from './metrics.ts';
import { REQUEST_ID, requestIdOf, withRequestId } from './request-context.ts';

export interface GrpcServerOptions {
  host: string;
  port: number;
  /** Definition, implementation and full name of each service. */
  services: readonly {
    name: string;
    service: ServiceDefinition;
    implementation: UntypedServiceImplementation;
  }[];
  /** What reflection shows. */
  definitions: readonly PackageDefinition[];
  log: Logger;
  /** Plain HTTP/2 unless given (grpc-tls.ts). */
  credentials?: ServerCredentials;
}

export interface RunningGrpcServer {
  port: number;
  /** Sets the health of all services; a starting service is NOT_SERVING. */
  setServing(serving: boolean): void;
  /** Stops taking calls, lets those under way end, and cuts them off after `graceMs`. */
  drain(graceMs: number): Promise<void>;
}

/** Binds and starts; rejects with the cure if the port is taken. */
export async function startGrpcServer(options: GrpcServerOptions): Promise<RunningGrpcServer> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_concurrent_streams': 256,
  });
  const health = new HealthImplementation(
    Object.fromEntries(
      ['', ...options.services.map(({ name }) => name)].map((name) => [name, 'NOT_SERVING']),
    ),
  );
  health.addToServer(server);
  const definitions = Object.assign(
    {},
    loadSync(healthProtoPath),
    ...options.definitions,
  ) as PackageDefinition;
  new ReflectionService(withValidMapEntries(definitions)).addToServer(server);
  for (const { service, implementation } of options.services) server.addService(service, implementation);

  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(
      hostPort(options.host, options.port),
      options.credentials ?? ServerCredentials.createInsecure(),
      (error, bound) => {
        if (error) {
          reject(
            new Error(
              `Port ${options.port} on ${options.host} is in use or not allowed: stop the other program or set another port.`,
              {
                cause: error,
              },
            ),
          );
        } else resolve(bound);
      },
    );
  });
  const setServing = (serving: boolean) => {
    const value = serving ? 'SERVING' : 'NOT_SERVING';
    health.setStatus('', value);
    for (const { name } of options.services) health.setStatus(name, value);
  };
  return {
    port,
    setServing,
    drain(graceMs) {
      setServing(false);
      return new Promise((resolve) => {
        const cut = setTimeout(() => {
          options.log.warn({ graceMs }, 'calls still open after the grace time: cutting them off');
          server.forceShutdown();
          resolve();
        }, graceMs);
        server.tryShutdown(() => {
          clearTimeout(cut);
          resolve();
        });
      });
    },
  };
}

function hostPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The call as a use case sees it. */
export interface CallContext {
  /** Aborts when the caller cancels or its deadline passes. */
  signal: AbortSignal;
  /** Milliseconds since 1970; undefined if the caller set none. */
  deadline: number | undefined;
  caller: Caller;
}

const NO_PROXIES = new TrustedProxies('');

interface AnyCall {
  cancelled: boolean;
  metadata: Metadata;
  getPeer(): string;
  getDeadline(): Date | number;
  on(event: 'cancelled', listener: () => void): unknown;
}

/** Key under which the web server passes on the cookies of a browser. */
const COOKIE = 'libtrails-cookie';

/** Reads deadline, cancellation and caller off any kind of server call. */
export function callContext(
  call: AnyCall,
  { proxies = NO_PROXIES }: Pick<UnaryTools, 'proxies'>,
): CallContext {
  const controller = new AbortController();
  if (call.cancelled) controller.abort();
  else call.on('cancelled', () => controller.abort());
  const deadline = Number(call.getDeadline());
  const given = (key: string) => call.metadata.get(key)[0]?.toString();
  const address = call.getPeer();
  const client = identifyClient(address, headersOf(call.metadata), proxies);
  return {
    signal: controller.signal,
    deadline: Number.isFinite(deadline) ? deadline : undefined,
    caller: {
      address,
      client: client.address,
      local: client.local,
      authorization: given('authorization'),
      cookie: given(COOKIE),
    },
  };
}

/** Metadata as HTTP headers: several values of one key become a list, in the order they were sent. */
function headersOf(metadata: Metadata): Record<string, string> {
  const names = Object.keys(metadata.getMap());
  return Object.fromEntries(names.map((name) => [name, metadata.get(name).join(', ')]));
}

/** A thrown value as grpc-js wants it, with `retry-after` in the trailer of a refusal. */
export function toGrpcError(
  error: unknown,
  log: Logger,
): Error & { code: number; details: string; metadata: Metadata } {
  const known = toLibTrailsError(error);
  if (known.code === 'internal' || known.code === 'data_loss')
    log.error({ err: known.cause ?? known }, 'call failed');
  const metadata = new Metadata();
  if (known.retryAfterSeconds !== undefined) metadata.set('retry-after', String(known.retryAfterSeconds));
  return Object.assign(new Error(known.message), {
    code: ERRORS[known.code].grpc,
    details: known.message,
    metadata,
  });
}

export interface UnaryTools {
  log: Logger;
  latency: Histogram<'method' | 'code'>;
  /** Proxies that may name the client; none by default. */
  proxies?: TrustedProxies;
  /** Called before every call; throws if the caller may not make it now. */
  admit?: (context: CallContext) => void;
}

/** Runs a call under the request id that its metadata carry, or a new one. */
export function inRequest<T>(call: { metadata: Metadata }, work: () => T): T {
  return withRequestId(requestIdOf(call.metadata.get(REQUEST_ID)[0]?.toString()), work);
}

/** The latency histogram that `unary` observes. */
export function grpcLatency(metrics: Metrics): Histogram<'method' | 'code'> {
  return new Histogram({
    name: 'libtrails_grpc_seconds',
    help: 'Duration of gRPC calls',
    labelNames: ['method', 'code'],
    buckets: LATENCY_BUCKETS_S,
    registers: [metrics],
  });
}

/** Wraps an async use case as a unary handler: errors from the table, latency measured. */
export function unary<Req, Res>(
  tools: UnaryTools,
  handle: (request: Req, context: CallContext) => Promise<Res> | Res,
): handleUnaryCall<Req, Res> {
  return (call: ServerUnaryCall<Req, Res>, callback) => {
    const stop = tools.latency.startTimer({ method: call.getPath() });
    const work = async () => {
      const context = callContext(call, tools);
      tools.admit?.(context);
      return handle(call.request, { ...context, signal: withLimit(context) });
    };
    void inRequest(call, work).then(
      (answer) => {
        stop({ code: 'ok' });
        callback(null, answer);
      },
      (error: unknown) => {
        stop({ code: toLibTrailsError(error).code });
        callback(toGrpcError(error, tools.log));
      },
    );
  };
}

/** Time limit of a call without a deadline, in milliseconds. */
const LONGEST_UNARY_MS = 60_000;

function withLimit({ signal, deadline }: CallContext): AbortSignal {
  return deadline === undefined ? AbortSignal.any([signal, AbortSignal.timeout(LONGEST_UNARY_MS)]) : signal;
}

/** Throws `deadline_exceeded` or `cancelled` if the caller no longer waits for the answer. */
export function ensureWanted(context: Pick<CallContext, 'signal' | 'deadline'>): void {
  if (context.deadline !== undefined && Date.now() >= context.deadline) {
    throw new LibTrailsError('deadline_exceeded', 'The deadline passed before the work began');
  }
  if (context.signal.aborted) throw new LibTrailsError('cancelled', 'The caller went away');
}
