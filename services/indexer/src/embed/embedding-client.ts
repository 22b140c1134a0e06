/**
 * The embedding services as the indexer sees them: bulk work with patience, shared between all of them, every vector
 * looked up in the cache first.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ErrorCode, LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { unpackVectors } from '@libtrails/common/packed-vectors';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import type { EmbedResponse__Out } from '@libtrails/proto/types/embedding/v1/EmbedResponse';
import type { InfoResponse__Out } from '@libtrails/proto/types/embedding/v1/InfoResponse';
import type { EmbeddingCache } from '../cache/embedding-cache.ts';
import { endpointsOf } from './endpoints.ts';

export type BulkKind = 'PASSAGE' | 'LABEL';

/**
 * Texts in one call: under a second of work on one core, so that little is lost when a call is, and no service waits
 * long for the last call of another.
 */
const CALL_TEXTS: Readonly<Record<BulkKind, number>> = { PASSAGE: 8, LABEL: 128 };
/** Calls under way at each service: while one is computed the next one waits there. */
const CALLS_AT_ONCE = 2;
/** Deadline of one call. A busy one-core machine needs up to 10 s for it. */
const CALL_TIMEOUT_MS = 120_000;
/** Waits between attempts double from the first to the last, in milliseconds. */
const FIRST_WAIT_MS = 250;
const LAST_WAIT_MS = 10_000;

/** Passing states of the service: worth another attempt. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['unavailable', 'resource_exhausted', 'deadline_exceeded']);

export interface EmbeddingClientOptions {
  /** host:port, or several separated by commas (endpoints.ts). */
  address: string;
  /** Undefined: every text is sent. */
  cache: EmbeddingCache | undefined;
  /** How long a call is repeated while the service does not answer, in milliseconds. */
  patienceMs: number;
}

export interface EmbedCallOptions {
  signal?: AbortSignal | undefined;
  /** Called with the places of the texts that are done. */
  onDone?: (places: readonly number[]) => void;
}

type Client = InstanceType<ProtoGrpcType['libtrails']['embedding']['v1']['EmbeddingService']>;

export class EmbeddingClient {
  #clients: Promise<Client[]> | undefined;
  readonly #options: EmbeddingClientOptions;
  #info: InfoResponse__Out | undefined;

  constructor(options: EmbeddingClientOptions) {
    this.#options = options;
  }

  /** How many services share the work. */
  async services(): Promise<number> {
    return (await this.#connected()).length;
  }

  #connected(): Promise<Client[]> {
    const { EmbeddingService } = loadContract<ProtoGrpcType>('embedding').grpc.libtrails.embedding.v1;
    this.#clients ??= endpointsOf(this.#options.address).then((endpoints) =>
      endpoints.map((endpoint) => connect(EmbeddingService, endpoint)),
    );
    return this.#clients;
  }

  /** What the vectors are made with. @throws LibTrailsError if the service does not answer in time */
  async info(timeoutMs: number, signal?: AbortSignal): Promise<InfoResponse__Out> {
    const call = { timeoutMs, signal };
    const clients = await this.#connected();
    // The first that answers; each answer with vectors names its fingerprint as well.
    for (const [i, client] of clients.entries()) {
      try {
        this.#info = await callUnary<object, InfoResponse__Out>(client, client.info, {}, call);
        return this.#info;
      } catch (error) {
        const known = toLibTrailsError(error);
        if (i === clients.length - 1 || !PASSING.has(known.code)) throw known;
      }
    }
    throw new LibTrailsError('unavailable', 'No embedding service is named');
  }

  /**
   * Vectors in the order of the texts, from the cache where it has them.
   * @throws LibTrailsError cancelled; unavailable if the service stays away longer than the patience;
   *   failed_precondition if it has changed its model since `info`
   */
  async embed(
    texts: readonly string[],
    kind: BulkKind,
    { signal, onDone }: EmbedCallOptions = {},
  ): Promise<Float32Array[]> {
    const { fingerprint } = this.#info ?? (await this.info(CALL_TIMEOUT_MS, signal));
    const known = this.#options.cache?.get(fingerprint, kind, texts) ?? texts.map(() => undefined);
    const vectors: (Float32Array | undefined)[] = known;
    const missing = texts.flatMap((_, i) => (vectors[i] === undefined ? [i] : []));
    onDone?.(texts.flatMap((_, i) => (vectors[i] === undefined ? [] : [i])));

    const calls: number[][] = [];
    for (let i = 0; i < missing.length; i += CALL_TEXTS[kind]) {
      calls.push(missing.slice(i, i + CALL_TEXTS[kind]));
    }
    // When one caller fails the others stop before their next call.
    const failed = new AbortController();
    const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
    const clients = await this.#connected();
    const work = async (own: number) => {
      for (let places = calls.shift(); places !== undefined; places = calls.shift()) {
        const part = places.map((place) => texts[place]!);
        const computed = await this.#call(part, kind, fingerprint, clients, own, stop);
        for (const [i, place] of places.entries()) vectors[place] = computed[i]!;
        this.#options.cache?.put(fingerprint, kind, part, computed);
        onDone?.(places);
      }
    };
    const workers = Array.from({ length: CALLS_AT_ONCE * clients.length }, (_, i) =>
      work(i % clients.length).catch((error: unknown) => {
        failed.abort();
        throw error;
      }),
    );
    const settled = await Promise.allSettled(workers);
    const errors = settled.flatMap((s) => (s.status === 'rejected' ? [toLibTrailsError(s.reason)] : []));
    // The one that stopped the others is the telling one.
    const telling = errors.find((error) => error.code !== 'cancelled') ?? errors[0];
    if (telling !== undefined) throw telling;
    return vectors as Float32Array[];
  }

  close(): void {
    void this.#clients?.then((clients) => {
      for (const client of clients) client.close();
    });
  }

  /** Asks the service at place `own`, and if that one is away the others in turn. */
  async #call(
    texts: readonly string[],
    kind: BulkKind,
    fingerprint: string,
    clients: readonly Client[],
    own: number,
    signal: AbortSignal,
  ): Promise<Float32Array[]> {
    const giveUpAt = performance.now() + this.#options.patienceMs;
    let wait = FIRST_WAIT_MS;
    for (let attempt = 0; ; attempt += 1) {
      const client = clients[(own + attempt) % clients.length]!;
      try {
        const answer = await callUnary<object, EmbedResponse__Out>(
          client,
          client.embed,
          { texts: [...texts], kind, priority: 'BULK' },
          { timeoutMs: CALL_TIMEOUT_MS, signal },
        );
        return unpack(answer, texts.length, fingerprint);
      } catch (error) {
        const known = toLibTrailsError(error);
        if (signal.aborted) throw new LibTrailsError('cancelled', 'The work was stopped', { cause: error });
        // A full queue is no absence: it empties, however long it takes.
        const absent = known.code !== 'resource_exhausted';
        const allAsked = attempt + 1 >= clients.length;
        if (!PASSING.has(known.code) || (absent && allAsked && performance.now() >= giveUpAt)) throw known;
        // Another one may answer at once.
        if ((attempt + 1) % clients.length !== 0) continue;
        const seconds = known.retryAfterSeconds;
        await sleep(seconds === undefined ? wait : seconds * 1000, undefined, { signal });
        wait = Math.min(2 * wait, LAST_WAIT_MS);
      }
    }
  }
}

/** Cuts the packed vectors apart. */
function unpack(answer: EmbedResponse__Out, count: number, fingerprint: string): Float32Array[] {
  if (answer.fingerprint !== fingerprint) {
    throw new LibTrailsError(
      'failed_precondition',
      `The embedding service changed from "${fingerprint}" to "${answer.fingerprint}" meanwhile: start the indexer again`,
    );
  }
  const unpacked = unpackVectors(answer.vectors, answer.dims, count);
  if (unpacked !== undefined) return unpacked;
  throw new LibTrailsError('internal', 'The embedding service sent vectors of another size than announced');
}
