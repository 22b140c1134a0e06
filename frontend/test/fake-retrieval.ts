/**
 * Stands in for retrieval (gRPC and HTTP) and embedding while the pages are developed:
 *   node test/fake-retrieval.ts --grpc 50952 --http 8980 --embedding 50951 [--state empty|degraded|indexing]
 */
import { createServer, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType as EmbeddingProto } from '@libtrails/proto/embedding';
import type { ProtoGrpcType as LibraryProto } from '@libtrails/proto/library';
import type { Scope } from '../lib/search/search-url.ts';
import { browse, type FakeState, NotFound, searchFor } from './fake-answers.ts';
import { httpForm } from './fake-http.ts';
import { coverSvg } from './fake-library.ts';

const { values } = parseArgs({
  options: {
    grpc: { type: 'string', default: '50952' },
    http: { type: 'string', default: '8980' },
    embedding: { type: 'string', default: '50951' },
    state: { type: 'string', default: 'ready' },
  },
});
const state = values.state as FakeState;

function sendProblem(response: ServerResponse, code: number, detail: string): void {
  response.writeHead(code, { 'content-type': 'application/problem+json' });
  response.end(
    JSON.stringify({
      title: 'Problem',
      status: code,
      code: code === 404 ? 'not_found' : 'internal',
      detail,
      requestId: 'fake-0001',
    }),
  );
}

const http = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://fake');
  const parts = url.pathname.replace('/api/v1/', '').split('/');
  const param = (name: string) => url.searchParams.get(name) ?? '';
  try {
    if (parts[0] === 'search') {
      const answer = searchFor(state, {
        query: param('q'),
        scope: (param('scope') || 'books') as Scope,
        mode: (param('mode') || 'hybrid') as 'hybrid',
        limit: Number(param('limit') || 10),
        offset: Number(param('offset')),
        bookId: Number(param('book')),
      });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(httpForm(answer)));
    } else if (parts[0] === 'books' && parts[2] === 'cover') {
      const svg = coverSvg(Number(parts[1]));
      if (!svg) return sendProblem(response, 404, 'This book has no cover');
      response.writeHead(200, {
        'content-type': 'image/svg+xml',
        'cache-control': 'private, max-age=31536000, immutable',
      });
      response.end(svg);
    } else if (parts[0] === 'status') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(httpForm(browse(state, 'Status', {}))));
    } else sendProblem(response, 404, `There is nothing at ${url.pathname}`);
  } catch (error) {
    sendProblem(response, error instanceof NotFound ? 404 : 500, String(error));
  }
});
http.listen(Number(values.http), '127.0.0.1');

type Call = ServerUnaryCall<Record<string, never>, unknown>;
const answer =
  (make: (request: Record<string, never>) => unknown) => (call: Call, callback: sendUnaryData<unknown>) => {
    try {
      callback(null, make(call.request));
    } catch (error) {
      const code = error instanceof NotFound ? status.NOT_FOUND : status.INTERNAL;
      callback({ code, details: error instanceof Error ? error.message : String(error) });
    }
  };

const library = loadContract<LibraryProto>('library').grpc.libtrails.library.v1.LibraryService;
const implementation: UntypedServiceImplementation = {
  Search: answer((r) => {
    const { query, scope, mode, limit, offset, bookId } = r as unknown as Record<string, string & number>;
    const scopeName = scope === 'SCOPE_UNSPECIFIED' ? 'books' : String(scope).toLowerCase();
    const modeName = mode === 'MODE_UNSPECIFIED' ? 'hybrid' : String(mode).toLowerCase();
    return searchFor(state, {
      query: query ?? '',
      scope: scopeName as Scope,
      mode: modeName as 'hybrid',
      limit: limit || 10,
      offset: offset ?? 0,
      bookId: bookId ?? 0,
    });
  }),
};
for (const method of Object.keys(library.service)) {
  implementation[method] ??= answer((request) => browse(state, method, request));
}
const grpc = new Server();
grpc.addService(library.service, implementation);
grpc.bindAsync(`127.0.0.1:${values.grpc}`, ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
  console.log(`fake retrieval: gRPC ${values.grpc}, HTTP ${values.http}, state ${state}`);
});

if (state !== 'degraded') {
  const embedding = loadContract<EmbeddingProto>('embedding').grpc.libtrails.embedding.v1.EmbeddingService;
  const server = new Server();
  server.addService(embedding.service, {
    Info: answer(() => ({
      model: 'bge-small-en-v1.5',
      precision: 'int8',
      dims: 384,
      backend: 'onnx',
      queueDepth: 0,
      queueLimit: 64,
    })),
    Embed: answer(() => ({})),
  });
  server.bindAsync(`127.0.0.1:${values.embedding}`, ServerCredentials.createInsecure(), () => {});
}
