/** Promise calls with deadline and cancellation on a generated gRPC client. */
import {
  type CallOptions,
  type ChannelCredentials,
  type Client,
  credentials,
  Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import { CHANNEL_OPTIONS } from './grpc-channel.ts';
import { currentRequestId, REQUEST_ID } from './request-context.ts';

/** A client made by `new Ctor(address, credentials, options)`; over plain HTTP/2 unless told otherwise (grpc-tls.ts). */
export function connect<C extends Client>(
  ctor: new (address: string, creds: ChannelCredentials, options: object) => C,
  address: string,
  creds: ChannelCredentials = credentials.createInsecure(),
): C {
  return new ctor(address, creds, CHANNEL_OPTIONS);
}

/** A generated method's last overload, which is the one that type inference sees. */
type UnaryMethod<Req, Res> = (
  request: Req,
  callback: (error: ServiceError | null, answer?: Res) => void,
) => unknown;

/** The overload that is called. */
type FullMethod<Req, Res> = (
  request: Req,
  metadata: Metadata,
  options: CallOptions,
  callback: (error: ServiceError | null, answer?: Res) => void,
) => { cancel(): void };

export interface UnaryOptions {
  /** Milliseconds from now. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  token?: string | undefined;
}

/** Metadata with the token, if there is one, and the id of the request that the call is made for. */
export function authMetadata(token: string | undefined): Metadata {
  const metadata = new Metadata();
  const requestId = currentRequestId();
  if (requestId !== undefined) metadata.set(REQUEST_ID, requestId);
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  return metadata;
}

/**
 * Calls a unary method: `await callUnary(client, client.embed, request, { timeoutMs: 500 })`.
 * Rejects with grpc-js's ServiceError; an aborted signal cancels the call on the wire.
 */
export function callUnary<Req, Res>(
  client: Client,
  method: UnaryMethod<Req, Res>,
  request: Req,
  options: UnaryOptions,
): Promise<Res> {
  return new Promise((resolve, reject) => {
    if (options.signal?.aborted) {
      reject(options.signal.reason ?? new DOMException('Aborted', 'AbortError'));
      return;
    }
    const call = (method as unknown as FullMethod<Req, Res>).call(
      client,
      request,
      authMetadata(options.token),
      { deadline: Date.now() + options.timeoutMs },
      (error, answer) => {
        options.signal?.removeEventListener('abort', cancel);
        if (error) reject(error);
        else resolve(answer as Res);
      },
    );
    const cancel = () => call.cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
  });
}
