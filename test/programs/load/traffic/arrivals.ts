/**
 * Readers who do not wait for each other: requests are due at random moments (a Poisson process), whatever the
 * answers take, and a latency counts from the moment its request was due. A driver that waits for an answer before
 * it asks again would hide just the waiting that is to be measured ("coordinated omission", Tene 2013).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@libtrails/indexer/grouping/random';
import type { LoadStack } from '../box/load-stack.ts';
import { grpcSender } from './grpc-sender.ts';
import { httpSender } from './http-sender.ts';
import type { LoadRequest, NextRequest } from './mix.ts';
import type { Outcome } from './outcome.ts';

export interface Sender {
  /** Never rejects. */
  send(request: LoadRequest): Promise<Pick<Outcome, 'fate' | 'reason'>>;
  close(): void;
}

/** By HTTP through Caddy, by gRPC to retrieval's own door. */
export function senderTo(stack: Pick<LoadStack, 'url' | 'grpc'>): Sender {
  const http = httpSender(stack.url);
  const grpc = grpcSender(stack.grpc);
  return {
    send: (request) => ('path' in request ? http.send(request.path) : grpc.send(request.call)),
    close() {
      http.close();
      grpc.close();
    },
  };
}

export interface Arrivals {
  /** Requests a second on average. */
  rate: number;
  seconds: number;
  next: NextRequest;
  sender: Sender;
  /** Called with each outcome and the second at which its request was due. */
  onOutcome: (outcome: Outcome, second: number) => void;
  signal?: AbortSignal | undefined;
  seed?: number;
}

/** Resolves when the last answer is there. */
export async function runArrivals(arrivals: Arrivals): Promise<void> {
  const { rate, seconds, next, sender, onOutcome, signal, seed = 7 } = arrivals;
  const random = seededRandom(seed);
  const began = performance.now();
  const open = new Set<Promise<void>>();
  let due = 0;
  while (!signal?.aborted) {
    // Exponential gaps make a Poisson process.
    due += (-Math.log(1 - random()) / rate) * 1_000;
    if (due >= seconds * 1_000) break;
    const wait = began + due - performance.now();
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (signal?.aborted) break;
    const dueAt = due;
    const request = next();
    const one = sender.send(request).then((seen) => {
      onOutcome(
        { kind: request.kind, ...seen, milliseconds: performance.now() - began - dueAt },
        dueAt / 1_000,
      );
      open.delete(one);
    });
    open.add(one);
  }
  await Promise.all(open);
}
