/** The real service on free ports over the test shelf, with an embedding service of its own. For tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { serverCredentials } from '@libtrails/common/grpc-tls';
import { createLogger } from '@libtrails/common/log';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import type { EmbedRequest__Out } from '@libtrails/proto/types/embedding/v1/EmbedRequest';
import type { AccessSettings } from './access/access.ts';
import {
  bagOfWords,
  groupShelf,
  meaningfulBook,
  SHELF,
  TEST_FINGERPRINT,
} from './search/shelf.test-support.ts';
import { startRetrieval } from './service.ts';
import { DIMS } from './store/sqlite/int8-vector.ts';
import type { Library } from './store/sqlite/library.ts';
import { DEFAULT_VECTOR_BYTES } from './store/sqlite/vectors/mirrors.ts';

export interface FakeEmbedding {
  /** Refuses every call. */
  down: boolean;
  /** Claims to run this model. */
  model: string | undefined;
}

export interface RunningShelfService {
  /** Address of the gRPC API. */
  grpc: string;
  /** Base address of the HTTP API. */
  api: string;
  library: Library;
  embedding: FakeEmbedding;
  maxUploadBytes: number;
  /** "get /books/:id", relative to the API's root. */
  routes: readonly string[];
  /** Adds a book of one passage; returns its id. */
  addBook(fileName: string, title: string): Promise<number>;
  stop(): Promise<void>;
}

const MAX_UPLOAD_BYTES = 1024 * 1024;

export interface ShelfServiceOptions extends Partial<AccessSettings> {
  requestsPerSecond?: number;
  /** "127.0.0.1": the test is a proxy that names others. Otherwise it is this machine. */
  trustedProxies?: string;
}

/** Starts everything. */
export async function startShelfService(options: ShelfServiceOptions = {}): Promise<RunningShelfService> {
  const embedding: FakeEmbedding = { down: false, model: undefined };
  const { server, port } = await startFakeEmbedding(embedding);
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-service-'));
  const service = await startRetrieval(
    {
      host: '127.0.0.1',
      grpcPort: 0,
      httpPort: 0,
      access: {
        // Without a name in the environment the service would make a token and show it.
        token: 'token' in options ? options.token : 'a-token-for-the-test',
        serviceKey: options.serviceKey,
        password: options.password,
        trustLoopback: options.trustLoopback ?? true,
      },
      hosts: ['books.example.org'],
      trustedProxies: options.trustedProxies ?? '',
      requestsPerSecond: options.requestsPerSecond ?? 50,
      grpcCredentials: serverCredentials({}),
      embedding: `127.0.0.1:${port}`,
      embedTimeoutMs: 5_000,
      maxUploadBytes: MAX_UPLOAD_BYTES,
      vectorBytes: DEFAULT_VECTOR_BYTES,
      data: folder,
      logLevel: 'silent',
    },
    createLogger('retrieval', 'error'),
  );
  const { library } = service;
  for (const book of SHELF) await library.write('putBook', meaningfulBook(book));
  await groupShelf(library);
  return {
    grpc: `127.0.0.1:${service.grpcPort}`,
    api: `http://127.0.0.1:${service.httpPort}/api/v1`,
    library,
    embedding,
    maxUploadBytes: MAX_UPLOAD_BYTES,
    routes: service.routes,
    async addBook(fileName, title) {
      const book = meaningfulBook({ fileName, title, chunks: [{ text: `This is ${title}.` }] });
      return (await library.write('putBook', book)).bookId;
    },
    async stop() {
      await service.stop();
      server.forceShutdown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An embedding service whose vectors are bags of words. */
async function startFakeEmbedding(fake: FakeEmbedding): Promise<{ server: Server; port: number }> {
  const { service } = loadContract<ProtoGrpcType>('embedding').grpc.libtrails.embedding.v1.EmbeddingService;
  const fingerprint = () => fake.model ?? TEST_FINGERPRINT;
  const answer = (make: () => object, callback: (error: object | null, answer?: object) => void) => {
    if (fake.down) callback({ code: status.UNAVAILABLE, details: 'switched off' });
    else callback(null, make());
  };
  const server = new Server();
  server.addService(service, {
    Embed: (call: { request: EmbedRequest__Out }, callback: Parameters<typeof answer>[1]) =>
      answer(() => {
        const { texts } = call.request;
        const all = new Float32Array(texts.length * DIMS);
        for (const [i, text] of texts.entries()) all.set(bagOfWords(text), i * DIMS);
        return { vectors: Buffer.from(all.buffer), dims: DIMS, fingerprint: fingerprint() };
      }, callback),
    Info: (_call: unknown, callback: Parameters<typeof answer>[1]) =>
      answer(() => ({ fingerprint: fingerprint(), backend: 'fake', dims: DIMS }), callback),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { server, port };
}
