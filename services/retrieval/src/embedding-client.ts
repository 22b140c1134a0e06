/** The embedding service as the search sees it: query vectors within a deadline, and no waiting for a dead one. */
import { LibTrailsError } from '@libtrails/common/errors';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import type { EmbedResponse__Out } from '@libtrails/proto/types/embedding/v1/EmbedResponse';
import type { InfoResponse__Out } from '@libtrails/proto/types/embedding/v1/InfoResponse';
import type { EmbedKind, QueryEmbedder } from './library/embedding-port.ts';

/** Failures in a row after which calls are refused at once for a while. */
const FAILURES_TO_OPEN = 3;
/** How long they are refused before one call is let through again, in milliseconds. */
const OPEN_MS = 1_000;

export class EmbeddingClient implements QueryEmbedder {
  readonly #client: InstanceType<ProtoGrpcType['libtrails']['embedding']['v1']['EmbeddingService']>;
  readonly #address: string;
  #fingerprint: string | undefined;
  #failures = 0;
  #refuseUntil = 0;

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
    if (performance.now() < this.#refuseUntil) {
      throw new LibTrailsError('unavailable', `The embedding service at ${this.#address} does not answer`);
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
      if (!signal?.aborted) this.#noteFailure();
      throw error;
    }
    this.#failures = 0;
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
    this.#failures = 0;
    this.#refuseUntil = 0;
    this.#fingerprint = info.fingerprint;
    return info;
  }

  close(): void {
    this.#client.close();
  }

  #noteFailure(): void {
    this.#failures += 1;
    if (this.#failures >= FAILURES_TO_OPEN) this.#refuseUntil = performance.now() + OPEN_MS;
  }
}

/** Cuts the packed float32 vectors apart. */
function unpack({ vectors, dims }: EmbedResponse__Out, count: number): Float32Array[] {
  if (dims === 0 || vectors.byteLength !== count * dims * Float32Array.BYTES_PER_ELEMENT) {
    throw new LibTrailsError(
      'unavailable',
      'The embedding service sent vectors of another size than announced',
    );
  }
  // Copied once: the bytes may lie unaligned within the message.
  const all = new Float32Array(Uint8Array.from(vectors).buffer);
  return Array.from({ length: count }, (_, i) => all.subarray(i * dims, (i + 1) * dims));
}
