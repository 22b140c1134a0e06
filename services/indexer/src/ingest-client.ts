/** The retrieval service as the indexer sees it: what it holds, finished books in, refusals, groupings, jobs. */
import { once } from 'node:events';
import type { ClientReadableStream, ClientWritableStream, ServiceError } from '@grpc/grpc-js';
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import { authMetadata, callUnary, connect } from '@libtrails/common/grpc-client';
import type { ChannelCredentials } from '@libtrails/common/grpc-tls';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';
import type { BookMetadata } from '@libtrails/proto/types/ingest/v1/BookMetadata';
import type { CatalogueEntry } from '@libtrails/proto/types/ingest/v1/CatalogueEntry';
import type { Job__Out as Job } from '@libtrails/proto/types/ingest/v1/Job';
import type { PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { PutBookResponse__Out as PutBookResponse } from '@libtrails/proto/types/ingest/v1/PutBookResponse';
import type { PutGroupingRequest } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import type { PutGroupingResponse__Out as PutGroupingResponse } from '@libtrails/proto/types/ingest/v1/PutGroupingResponse';
import type { ReportProgressRequest } from '@libtrails/proto/types/ingest/v1/ReportProgressRequest';
import type { SkippedEntry } from '@libtrails/proto/types/ingest/v1/SkippedEntry';
import type { Source__Out } from '@libtrails/proto/types/ingest/v1/Source';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import type { UploadPiece__Out as UploadPiece } from '@libtrails/proto/types/ingest/v1/UploadPiece';
import type { JobKind } from '@libtrails/proto/values';

export type { Job };

/** A file as the library knows it; only the library's answers have the version of its catalogue. */
export type Source = Omit<Source__Out, 'catalogueVersion'> & Partial<Pick<Source__Out, 'catalogueVersion'>>;

/** Deadline of a call that only reads or writes a few rows. Writes may wait for a book's transaction. */
const CALL_TIMEOUT_MS = 30_000;
/** Deadline of a book or a grouping on its way into the file. */
const PUT_TIMEOUT_MS = 300_000;

export interface IngestClientOptions {
  /** host:port. */
  address: string;
  /** Needed when retrieval runs on another machine. */
  token: string | undefined;
  /** Plain HTTP/2 unless given (grpc-tls.ts). */
  credentials?: ChannelCredentials | undefined;
}

export class IngestClient {
  readonly #client: InstanceType<ProtoGrpcType['libtrails']['ingest']['v1']['IngestService']>;
  readonly #token: string | undefined;

  constructor({ address, token, credentials }: IngestClientOptions) {
    const { grpc } = loadContract<ProtoGrpcType>('ingest');
    this.#client = connect(grpc.libtrails.ingest.v1.IngestService, address, credentials);
    this.#token = token;
  }

  /** Every file the library knows. All methods throw LibTrailsError with the code of the call. */
  async sources(timeoutMs = CALL_TIMEOUT_MS): Promise<Source[]> {
    const deadline = Date.now() + timeoutMs;
    return collect(this.#client.listSources({}, authMetadata(this.#token), { deadline }));
  }

  /** Sends one finished book; it is stored whole or not at all. */
  putBook(parts: Iterable<PutBookRequest>, signal?: AbortSignal): Promise<PutBookResponse> {
    return sendAll<PutBookRequest, PutBookResponse>(parts, signal, (done) =>
      this.#client.putBook(authMetadata(this.#token), { deadline: Date.now() + PUT_TIMEOUT_MS }, done),
    );
  }

  /** Sends one grouping; it is swapped in whole or not at all. */
  putGrouping(
    parts: Iterable<PutGroupingRequest> | AsyncIterable<PutGroupingRequest>,
    signal?: AbortSignal,
  ): Promise<PutGroupingResponse> {
    return sendAll<PutGroupingRequest, PutGroupingResponse>(parts, signal, (done) =>
      this.#client.putGrouping(authMetadata(this.#token), { deadline: Date.now() + PUT_TIMEOUT_MS }, done),
    );
  }

  /** Every phrase and concept topic with its vector, in ascending id. */
  async *topics(signal?: AbortSignal): AsyncGenerator<TopicVector> {
    const stream = this.#client.streamTopics({}, authMetadata(this.#token));
    const cancel = () => stream.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      yield* items<TopicVector>(stream);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  async refuse(source: Source, code: string, reason: string): Promise<void> {
    await this.#unary(this.#client.refuseSource, { source, code, reason });
  }

  /** Replaces the metadata of the book that a source has. */
  async updateMetadata(source: Source, metadata: BookMetadata, catalogue: CatalogueEntry): Promise<void> {
    await this.#unary(this.#client.updateMetadata, { source, metadata, catalogue });
  }

  async deleteBook(bookId: number): Promise<void> {
    await this.#unary(this.#client.deleteBook, { bookId });
  }

  /** What was left out of the folder, for the status page; replaces what was told before. */
  async reportSkipped(entries: readonly SkippedEntry[], total: number): Promise<void> {
    await this.#unary(this.#client.reportSkipped, { entries: [...entries], total });
  }

  createJob(kind: Exclude<JobKind, 'index'>, title: string, worker: string): Promise<Job> {
    return this.#unary(this.#client.createJob, { kind, title, worker });
  }

  /** The next job of these kinds, or undefined. */
  async leaseJob(worker: string, kinds: readonly JobKind[]): Promise<Job | undefined> {
    const job: Job = await this.#unary(this.#client.leaseJob, { worker, kinds: [...kinds] });
    return job.id === 0 ? undefined : job;
  }

  async report(progress: ReportProgressRequest): Promise<void> {
    await this.#unary(this.#client.reportProgress, progress);
  }

  /** The file of an "index" job that this worker holds. */
  async *upload(jobId: number, worker: string): AsyncGenerator<Buffer> {
    const stream = this.#client.readUpload({ jobId, worker }, authMetadata(this.#token));
    for await (const { data } of items<UploadPiece>(stream)) yield data;
  }

  close(): void {
    this.#client.close();
  }

  async #unary<Req, Res>(method: Parameters<typeof callUnary<Req, Res>>[1], request: Req): Promise<Res> {
    try {
      return await callUnary(this.#client, method, request, {
        timeoutMs: CALL_TIMEOUT_MS,
        token: this.#token,
      });
    } catch (error) {
      throw toLibTrailsError(error);
    }
  }
}

async function* items<T>(stream: ClientReadableStream<T>): AsyncGenerator<T> {
  try {
    for await (const item of stream) yield item as T;
  } catch (error) {
    throw toLibTrailsError(error);
  } finally {
    stream.cancel();
  }
}

async function collect<T>(stream: ClientReadableStream<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items(stream)) all.push(item);
  return all;
}

/** Writes the parts no faster than they are taken, and stops at once when the server has already answered. */
async function sendAll<Part, Answer>(
  parts: Iterable<Part> | AsyncIterable<Part>,
  signal: AbortSignal | undefined,
  open: (done: (error: ServiceError | null, answer?: Answer) => void) => ClientWritableStream<Part>,
): Promise<Answer> {
  if (signal?.aborted) throw new LibTrailsError('cancelled', 'The work was stopped');
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  let answered = false;
  const call = open((error, answer) => {
    answered = true;
    if (error) reject(toLibTrailsError(error));
    else resolve(answer as Answer);
  });
  // Errors come through the callback as well; without a listener the stream would throw.
  call.on('error', () => undefined);
  const cancel = () => call.cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    for await (const part of parts) {
      if (answered) break;
      if (!call.write(part)) await Promise.race([once(call, 'drain'), promise.catch(() => undefined)]);
    }
    call.end();
    return await promise;
  } catch (error) {
    // A part that could not be made: the server must not take the stream for complete.
    if (!answered) call.cancel();
    promise.catch(() => undefined);
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
