/** The embedding service as the search sees it: query vectors within a deadline, and no waiting for a dead one. */
import { type ServiceError, status } from '@grpc/grpc-js';
import { LibTrailsError } from '@libtrails/common/errors';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { unpackVectors } from '@libtrails/common/packed-vectors';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import type { EmbedResponse__Out } from '@libtrails/proto/types/embedding/v1/EmbedResponse';
import type { InfoResponse__Out } from '@libtrails/proto/types/embedding/v1/InfoResponse';
import type { EmbedKind, QueryEmbedder } from './signals/embedding-port.ts';

/** Calls in a row to a silent service after which the others are refused at once. */
const SILENT_CALLS = 3;
/** A call with less time than this, in milliseconds, says nothing when it runs out. */
const LEAST_SILENCE_MS = 300;
/** Then one call in so many milliseconds goes out, to see whether the service is back. */
const RETRY_MS = 1_000;

export class EmbeddingClient implements QueryEmbedder {
  readonly #client: InstanceType<ProtoGrpcType['libtrails']['embedding']['v1']['EmbeddingService']>;
  readonly #address: string;
  #fingerprint: string | undefined;
  #silentCalls = 0;
  /** By `performance.now()`: when the service answered last, and when a silent one is tried again. */
  #heardAt = Number.NEGATIVE_INFINITY;
  #nextTry = 0;

  /** `address` is host:port; the connection is made with the first call. */
  constructor(address: string) {
    const { grpc } = loadContract<ProtoGrpcType>('embedding');
    this.#client = connect(grpc.libtrails.embedding.v1.EmbeddingService, address);
    this.#address = address;
  }

  fingerprint(): string | undefined {
    return this.#fingerprint;
  }

  async embed(
    texts: readonly string[],
    kind: EmbedKind,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<Float32Array[]> {
    const sentAt = performance.now();
    if (this.#silentCalls >= SILENT_CALLS) {
      if (sentAt < this.#nextTry) {
        throw new LibTrailsError('unavailable', `The embedding service at ${this.#address} does not answer`);
      }
      this.#nextTry = sentAt + RETRY_MS;
    }
    let answer: EmbedResponse__Out;
    try {
      answer = await callUnary<object, EmbedResponse__Out>(
        this.#client,
        this.#client.embed,
        { texts: [...texts], kind, priority: 'INTERACTIVE' },
        { timeoutMs, signal },
      );
    } catch (error) {
      // Somebody who stops typing says nothing about the service's health.
      if (!signal?.aborted) this.#noteFailure(error as ServiceError, sentAt);
      throw error;
    }
    this.#noteAnswer();
    this.#fingerprint = answer.fingerprint;
    return unpack(answer, texts.length);
  }

  /** What the service runs. @throws grpc-js ServiceError if it does not answer within `timeoutMs` */
  async info(timeoutMs: number): Promise<InfoResponse__Out> {
    const info = await callUnary<object, InfoResponse__Out>(
      this.#client,
      this.#client.info,
      {},
      { timeoutMs },
    );
    this.#noteAnswer();
    this.#fingerprint = info.fingerprint;
    return info;
  }

  close(): void {
    this.#client.close();
  }

  /**
   * A service with more to do than it can answers late, or refuses: it is there, and the next call may be in time.
   * Only one from which nothing was heard while a call waited for it is taken for dead.
   */
  #noteFailure({ code }: ServiceError, sentAt: number): void {
    const now = performance.now();
    if (code !== status.UNAVAILABLE && code !== status.DEADLINE_EXCEEDED) {
      this.#noteAnswer();
      return;
    }
    const waited = code === status.UNAVAILABLE || now - sentAt >= LEAST_SILENCE_MS;
    if (!waited || this.#heardAt >= sentAt) return;
    this.#silentCalls += 1;
    if (this.#silentCalls === SILENT_CALLS) this.#nextTry = now + RETRY_MS;
  }

  #noteAnswer(): void {
    this.#silentCalls = 0;
    this.#heardAt = performance.now();
  }
}

function unpack({ vectors, dims }: EmbedResponse__Out, count: number): Float32Array[] {
  const unpacked = unpackVectors(vectors, dims, count);
  if (unpacked !== undefined) return unpacked;
  throw new LibTrailsError(
    'unavailable',
    'The embedding service sent vectors of another size than announced',
  );
}
