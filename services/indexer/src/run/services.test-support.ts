/** The two services that the indexer calls, small and in memory, over real gRPC. */
import { createHash } from 'node:crypto';
import { type handleClientStreamingCall, type ServerWritableStream, status } from '@grpc/grpc-js';
import { OTHER_FORMAT } from '@libtrails/common/book-formats';
import { LibTrailsError } from '@libtrails/common/errors';
import { grpcLatency, startGrpcServer, toGrpcError, unary } from '@libtrails/common/grpc-server';
import { createLogger } from '@libtrails/common/log';
import { createMetrics } from '@libtrails/common/metrics';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType as EmbeddingTypes } from '@libtrails/proto/embedding';
import type { ProtoGrpcType as IngestTypes } from '@libtrails/proto/ingest';
import type { EmbedRequest__Out as EmbedRequest } from '@libtrails/proto/types/embedding/v1/EmbedRequest';
import type { Job__Out as Job } from '@libtrails/proto/types/ingest/v1/Job';
import type { PutBookRequest__Out as BookPart } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { PutGroupingRequest__Out as GroupingPart } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import type { Source__Out as Source } from '@libtrails/proto/types/ingest/v1/Source';
import type { UpdateMetadataRequest__Out as UpdateMetadataRequest } from '@libtrails/proto/types/ingest/v1/UpdateMetadataRequest';
import type { JobKind, JobState } from '@libtrails/proto/values';
import type { BookTopics } from '../book.ts';
import type { TokenCounter } from '../chunks/token-counter.ts';
import type { TopicExtractor } from '../pipeline/finish-book.ts';
import type { Grouper } from './regroup.ts';

const log = createLogger('test', 'silent');
const tools = () => ({ log, latency: grpcLatency(createMetrics('test')) });
export const DIMS = 8;

/** A vector that depends on the text alone. */
export function vectorOf(text: string): Float32Array {
  const bytes = createHash('sha256').update(text).digest();
  return Float32Array.from({ length: DIMS }, (_, i) => bytes[i]! / 255);
}

export class FakeEmbedding {
  fingerprint = 'fake/1';
  /** Texts of all calls. */
  readonly texts: string[] = [];
  /** Refuses so many of the next calls with this code. */
  failures: { code: 'resource_exhausted' | 'unavailable'; times: number } | undefined;
  delayMs = 0;
  #stop: (() => Promise<void>) | undefined;

  async start(port = 0): Promise<string> {
    const { definition, grpc } = loadContract<EmbeddingTypes>('embedding');
    const implementation = {
      Embed: unary(tools(), async ({ texts }: EmbedRequest) => {
        if (this.failures !== undefined && this.failures.times-- > 0) {
          throw new LibTrailsError(this.failures.code, 'not now', { retryAfterSeconds: 0.01 });
        }
        if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs).unref());
        this.texts.push(...texts);
        const vectors = Buffer.concat(texts.map((text) => Buffer.from(vectorOf(text).buffer)));
        return { vectors, dims: DIMS, fingerprint: this.fingerprint, tokenCounts: [], truncated: 0 };
      }),
      Info: unary(tools(), () => ({ fingerprint: this.fingerprint, dims: DIMS })),
    };
    const { EmbeddingService } = grpc.libtrails.embedding.v1;
    const name = 'libtrails.embedding.v1.EmbeddingService';
    const services = [{ name, service: EmbeddingService.service, implementation }];
    const server = await startGrpcServer({
      host: '127.0.0.1',
      port,
      services,
      definitions: [definition],
      log,
    });
    this.#stop = () => server.drain(0);
    return `127.0.0.1:${server.port}`;
  }

  async stop(): Promise<void> {
    await this.#stop?.();
  }
}

export interface StoredBook {
  id: number;
  source: Source;
  title: string;
  parts: BookPart[];
}

export class FakeLibrary {
  readonly books = new Map<string, StoredBook>();
  readonly refusals = new Map<string, { source: Source; code: string; reason: string }>();
  readonly jobs: (Job & { worker: string })[] = [];
  readonly groupings: GroupingPart[][] = [];
  readonly uploads = new Map<number, Buffer>();
  /** What was left out of the folder when it was last looked at. */
  skipped: { fileName: string; code: string; reason: string }[] = [];
  /** Every outcome of PutBook. */
  readonly puts: string[] = [];
  refuseEverything = false;
  paused = false;
  /** Answers that no new themes are needed. */
  groupingCurrent = false;
  #stop: (() => Promise<void>) | undefined;

  async start(): Promise<string> {
    const { definition, grpc } = loadContract<IngestTypes>('ingest');
    const implementation = {
      ListSources: (call: ServerWritableStream<object, Source>) => {
        if (this.refuseEverything) {
          call.emit('error', { code: status.PERMISSION_DENIED, details: 'no' });
          return;
        }
        for (const source of this.sources()) call.write(source);
        call.end();
      },
      PutBook: receive<BookPart, object>((parts) => this.#put(parts)),
      PutGrouping: receive<GroupingPart, object>((parts) => {
        this.groupings.push(parts);
        return { generation: this.groupings.length };
      }),
      UpdateMetadata: unary(tools(), ({ source, metadata, catalogue }: UpdateMetadataRequest) => {
        const book = this.books.get(source?.fileName ?? '');
        if (book === undefined || source === null) throw new LibTrailsError('not_found', 'no such book');
        const { size, modifiedMs } = source;
        const catalogueVersion = catalogue?.version ?? '';
        book.source = { ...book.source, size, modifiedMs, catalogueVersion };
        book.title = metadata?.title ?? '';
        this.puts.push(`updated ${source.fileName}`);
        return {};
      }),
      DeleteBook: unary(tools(), ({ bookId }: { bookId: number }) => {
        const [name] = [...this.books].find(([, { id }]) => id === bookId) ?? [];
        if (name === undefined) throw new LibTrailsError('not_found', 'no such book');
        this.books.delete(name);
        this.puts.push(`deleted ${name}`);
        return {};
      }),
      RefuseSource: unary(
        tools(),
        ({ source, code, reason }: { source: Source; code: string; reason: string }) => {
          this.refusals.set(source.fileName, { source, code, reason });
          return {};
        },
      ),
      ReportSkipped: unary(tools(), ({ entries }: { entries: FakeLibrary['skipped'] }) => {
        this.skipped = entries;
        return {};
      }),
      StreamTopics: (call: ServerWritableStream<object, object>) => call.end(),
      CreateJob: unary(tools(), ({ kind, title, worker }: Job & { worker: string }) =>
        this.paused
          ? (this.jobs.find((job) => job.state === 'queued' && job.kind === kind) ??
            this.addJob(kind, title, ''))
          : this.addJob(kind, title, worker),
      ),
      LeaseJob: unary(tools(), ({ worker, kinds }: { worker: string; kinds: string[] }) => {
        const job = this.paused
          ? undefined
          : this.jobs.find((j) => j.state === 'queued' && kinds.includes(j.kind));
        if (job !== undefined) Object.assign(job, { state: 'running', worker });
        return job ?? { id: 0 };
      }),
      ReportProgress: unary(tools(), (report: Omit<Job, 'id'> & { jobId: number; worker: string }) => {
        const job = this.jobs.find((j) => j.id === report.jobId);
        if (job?.worker !== report.worker) throw new LibTrailsError('failed_precondition', 'not yours');
        const { state, stage, done, total, words, message } = report;
        Object.assign(job, { state: state || 'running', stage, done, total, words, message });
        return {};
      }),
      ReadUpload: (call: ServerWritableStream<{ jobId: number }, { data: Buffer }>) => {
        const data = this.uploads.get(call.request.jobId)!;
        for (let i = 0; i < data.length; i += 100) call.write({ data: data.subarray(i, i + 100) });
        call.end();
      },
    };
    const { IngestService } = grpc.libtrails.ingest.v1;
    const name = 'libtrails.ingest.v1.IngestService';
    const services = [{ name, service: IngestService.service, implementation }];
    const server = await startGrpcServer({
      host: '127.0.0.1',
      port: 0,
      services,
      definitions: [definition],
      log,
    });
    this.#stop = () => server.drain(0);
    return `127.0.0.1:${server.port}`;
  }

  async stop(): Promise<void> {
    await this.#stop?.();
  }

  sources(): Source[] {
    const known = new Map([...this.books].map(([name, book]) => [name, { ...book.source, bookId: book.id }]));
    for (const [name, { source, code }] of this.refusals) known.set(name, { ...source, refusedCode: code });
    return [...known.values()];
  }

  addJob(kind: JobKind, title: string, worker: string): Job & { worker: string } {
    const state: JobState = worker === '' ? 'queued' : 'running';
    const empty = { stage: '', done: 0, total: 0, words: 0, message: '', updatedAt: 0, fileName: '' };
    const job = { id: this.jobs.length + 1, kind, state, title, worker, ...empty };
    this.jobs.push(job);
    return job;
  }

  /** As CancelJob does it. */
  cancel(job: Job & { worker: string }): void {
    Object.assign(job, { state: 'failed', message: 'Cancelled.', worker: '' });
  }

  /** As PauseIndexing does it. */
  pause(): void {
    this.paused = true;
    this.expireLeases();
  }

  /** What the leases of a dead worker become. */
  expireLeases(): void {
    for (const job of this.jobs)
      if (job.state === 'running') Object.assign(job, { state: 'queued', worker: '' });
  }

  #put(parts: BookPart[]): object {
    const header = parts[0]?.header;
    const footer = parts.at(-1)?.footer;
    if (header?.source == null || footer == null) throw new LibTrailsError('invalid_argument', 'incomplete');
    const chunks = parts.flatMap((part) => part.chunks?.chunks ?? []);
    if (footer.chunks !== chunks.length) throw new LibTrailsError('invalid_argument', 'chunks do not add up');
    const { source, metadata, takesOver } = header;
    const title = metadata?.title ?? '';
    const taken = this.books.get(source.fileName) === undefined ? this.books.get(takesOver) : undefined;
    if (taken !== undefined) {
      this.books.delete(takesOver);
      this.refusals.set(takesOver, { source: taken.source, code: OTHER_FORMAT, reason: 'taken over' });
    }
    const known = this.books.get(source.fileName) ?? taken;
    const twin = [...this.books.values()].find((b) => b.source.contentHash === source.contentHash);
    if (twin !== undefined && twin.source.fileName !== source.fileName) {
      throw new LibTrailsError('already_exists', `the same as ${twin.source.fileName}`);
    }
    const outcome = known === undefined ? 'created' : 'replaced';
    const id = known?.id ?? Math.max(0, ...[...this.books.values()].map((book) => book.id)) + 1;
    const catalogueVersion = header.catalogue?.version ?? '';
    this.books.set(source.fileName, { id, source: { ...source, catalogueVersion }, title, parts });
    this.refusals.delete(source.fileName);
    this.puts.push(`${outcome} ${source.fileName}`);
    return { bookId: id, outcome, groupingCurrent: this.groupingCurrent };
  }
}

function receive<Part, Answer>(finish: (parts: Part[]) => Answer): handleClientStreamingCall<Part, Answer> {
  return (call, callback) => {
    const parts: Part[] = [];
    call.on('data', (part: Part) => parts.push(part));
    call.on('error', () => undefined);
    call.on('end', () => {
      // A stream that was cancelled ends as well.
      if (call.cancelled) return;
      try {
        callback(null, finish(parts));
      } catch (error) {
        callback(toGrpcError(error, log));
      }
    });
  };
}

/** One token a word. */
export const wordTokens: TokenCounter = async (texts) => texts.map((text) => text.match(/\S+/g)?.length ?? 0);

/** Every passage is about its first word, which is embedded as a label. */
export const firstWords: TopicExtractor = async (book, chunks, _vectors, embed): Promise<BookTopics> => {
  const labels = [...new Set(chunks.map((chunk) => chunk.text.split(/\s/)[0]!))];
  const vectors = await embed(labels, 'LABEL');
  const base = { kind: 'phrase' as const, domain: '', count: 0, nameKind: '' as const };
  return {
    topics: labels.map((label, i) => ({
      ...base,
      label,
      key: label.toLowerCase(),
      aliases: [],
      vector: vectors[i],
    })),
    chunks: chunks.map(({ text }, chunk) => ({
      chunk,
      topics: [{ topic: labels.indexOf(text.split(/\s/)[0]!), score: 1 }],
    })),
    phrases: [],
    vector: (await embed([book.title], 'LABEL'))[0]!,
  };
};

export const noThemes: Grouper = async ({ streamTopics }) => {
  for await (const _ of streamTopics);
  return { merges: [], domains: [], themes: [] };
};
