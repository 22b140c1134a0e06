/** Streaming gRPC calls over plain use cases: errors from the table, latency measured, backpressure kept. */
import { once } from 'node:events';
import type {
  handleClientStreamingCall,
  handleServerStreamingCall,
  ServerWritableStream,
} from '@grpc/grpc-js';
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import {
  type CallContext,
  callContext,
  inRequest,
  toGrpcError,
  type UnaryTools,
} from '@libtrails/common/grpc-server';
import type { Receiver } from '../ingest/receiver.ts';

/** Wraps a use case that takes a stream of parts: the first error answers the call and the rest is not read. */
export function clientStream<Part, Inner, Answer>(
  tools: UnaryTools,
  begin: (context: CallContext) => Receiver<Part, Inner> | Promise<Receiver<Part, Inner>>,
  toAnswer: (result: Inner) => Answer,
): handleClientStreamingCall<Part, Answer> {
  return (call, callback) => {
    const stop = tools.latency.startTimer({ method: call.getPath() });
    let receiver: Receiver<Part, Inner> | undefined;
    let ended = false;
    const end = (error: unknown, answer?: Answer) => {
      if (ended) return;
      ended = true;
      receiver?.abandon();
      stop({ code: error === null ? 'ok' : toLibTrailsError(error).code });
      if (error === null) callback(null, answer);
      else callback(toGrpcError(error, tools.log));
    };
    const receive = (begun: Receiver<Part, Inner>) => {
      receiver = begun;
      if (ended) {
        begun.abandon();
        return;
      }
      // Parts wait in the stream until somebody listens.
      call.on('data', async (part: Part) => {
        if (ended) return;
        try {
          await begun.add(part);
        } catch (error) {
          end(error);
        }
      });
      call.on('end', () => {
        if (ended) return;
        begun.finish().then(
          (result) => end(null, toAnswer(result)),
          (error: unknown) => end(error),
        );
      });
    };
    const admitted = async () => {
      const context = callContext(call, tools);
      tools.admit?.(context);
      return begin(context);
    };
    inRequest(call, admitted).then(receive, end);
    call.on('cancelled', () => end(new LibTrailsError('cancelled', 'The caller broke off')));
    call.on('error', (error: unknown) => end(error));
  };
}

/** Wraps a use case that answers with a stream; a slow caller is waited for, a gone one ends it. */
export function serverStream<Request, Item>(
  tools: UnaryTools,
  produce: (request: Request, context: CallContext) => AsyncIterable<Item> | Iterable<Item>,
): handleServerStreamingCall<Request, Item> {
  return (call) => {
    const stop = tools.latency.startTimer({ method: call.getPath() });
    const context = callContext(call, tools);
    const work = async () => {
      tools.admit?.(context);
      await pump(call, context.signal, () => produce(call.request, context));
    };
    inRequest(call, work).then(
      () => {
        stop({ code: 'ok' });
        call.end();
      },
      (error: unknown) => {
        stop({ code: toLibTrailsError(error).code });
        call.emit('error', toGrpcError(error, tools.log));
      },
    );
  };
}

async function pump<Request, Item>(
  call: ServerWritableStream<Request, Item>,
  signal: AbortSignal,
  produce: () => AsyncIterable<Item> | Iterable<Item>,
): Promise<void> {
  for await (const item of produce()) {
    if (signal.aborted) return;
    if (call.write(item)) continue;
    try {
      await once(call, 'drain', { signal });
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
  }
}
