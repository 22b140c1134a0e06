import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { type ClientReadableStream, type Metadata, status } from '@grpc/grpc-js';
import { authMetadata, callUnary, connect } from '@libtrails/common/grpc-client';
import { grpcLatency, type RunningGrpcServer, startGrpcServer } from '@libtrails/common/grpc-server';
import { createLogger } from '@libtrails/common/log';
import { createMetrics } from '@libtrails/common/metrics';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';
import type { IngestServiceClient } from '@libtrails/proto/types/ingest/v1/IngestService';
import type { Job__Out as Job } from '@libtrails/proto/types/ingest/v1/Job';
import type { PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { PutBookResponse__Out as PutBookResponse } from '@libtrails/proto/types/ingest/v1/PutBookResponse';
import type { PutGroupingRequest } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import type { Source__Out as Source } from '@libtrails/proto/types/ingest/v1/Source';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import type { UploadPiece__Out as UploadPiece } from '@libtrails/proto/types/ingest/v1/UploadPiece';
import { Access } from '../access/access.ts';
import { Ingest } from '../ingest/ingest.ts';
import { bookParts, packed } from '../ingest/test-parts.ts';
import { Jobs } from '../jobs/jobs.ts';
import { toInt8 } from '../library/int8-vector.ts';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { vectorOf } from '../library/test-book.ts';
import { VectorMirrors } from '../vectors/mirrors.ts';
import { ingestDoor } from './ingest-door.ts';

const TOKEN = 'a-token-for-this-test';
const whale = {
  fileName: 'whale.epub',
  title: 'The Whale',
  chunks: [
    { text: 'Call me Ishmael.', topics: ['whaling voyage', 'concept:obsession'] },
    { text: 'The white whale.', topics: ['white whale', 'concept:obsession'] },
  ],
  names: ['Ahab'],
  phrases: ['white whale'],
};

let folder: string;
let library: Library;
let jobs: Jobs;
let server: RunningGrpcServer;
let client: IngestServiceClient;
let stopping: AbortController;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-door-'));
  library = await openLibrary(folder);
  jobs = new Jobs(library);
  await jobs.start();
  stopping = new AbortController();
  const log = createLogger('test', 'silent');
  const { definition, grpc } = loadContract<ProtoGrpcType>('ingest');
  const { IngestService } = grpc.libtrails.ingest.v1;
  const implementation = ingestDoor({
    library,
    vectors: new VectorMirrors(library),
    ingest: new Ingest(library),
    jobs,
    access: new Access(
      { token: TOKEN, serviceKey: undefined, password: undefined, trustLoopback: true },
      () => ({ sessionKey: 'unused' }),
    ),
    tools: { log, latency: grpcLatency(createMetrics('test')) },
    stopping: stopping.signal,
  });
  server = await startGrpcServer({
    host: '127.0.0.1',
    port: 0,
    services: [{ name: 'libtrails.ingest.v1.IngestService', service: IngestService.service, implementation }],
    definitions: [definition],
    log,
  });
  client = connect(IngestService, `127.0.0.1:${server.port}`);
});

afterEach(async () => {
  stopping.abort();
  client.close();
  await server.drain(1_000);
  jobs.stop();
  await library.close();
  rmSync(folder, { recursive: true });
});

function put(parts: readonly PutBookRequest[], metadata?: Metadata): Promise<PutBookResponse> {
  return new Promise((resolve, reject) => {
    const call = client.putBook(metadata ?? authMetadata(undefined), (error, answer) => {
      if (error) reject(error);
      else resolve(answer as PutBookResponse);
    });
    // The server may answer before all parts are written.
    call.on('error', () => undefined);
    for (const part of parts) call.write(part);
    call.end();
  });
}

function group(parts: readonly PutGroupingRequest[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = client.putGrouping((error, answer) => (error ? reject(error) : resolve(answer)));
    call.on('error', () => undefined);
    for (const part of parts) call.write(part);
    call.end();
  });
}

async function collect<T>(stream: ClientReadableStream<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item as T);
  return items;
}

const TIMEOUT = { timeoutMs: 5_000 };
const sources = () => collect<Source>(client.listSources({}));

test('a streamed book is stored and listed with its source', async () => {
  assert.deepEqual(await put(bookParts(whale)), { bookId: 1, outcome: 'created' });
  const [source] = await sources();
  assert.equal(source?.fileName, 'whale.epub');
  assert.equal(source?.bookId, 1);
  assert.equal(source?.modifiedMs, 1_700_000_000_000);
  assert.equal(source?.refusedCode, '');
});

test('the same book again is unchanged, another version of its file takes its place', async () => {
  await put(bookParts(whale));
  assert.deepEqual(await put(bookParts(whale)), { bookId: 1, outcome: 'unchanged' });
  assert.deepEqual(await put(bookParts({ ...whale, edition: 2 })), { bookId: 1, outcome: 'replaced' });
  assert.deepEqual(await put(bookParts({ ...whale, edition: 2, pipeline: 'test-2' })), {
    bookId: 1,
    outcome: 'replaced',
  });
});

test('the same content under another name is refused, and the message names the other file', async () => {
  await put(bookParts(whale));
  const copy = bookParts(whale);
  if (copy[0]?.header?.source) copy[0].header.source = { ...copy[0].header.source, fileName: 'copy.epub' };
  await assert.rejects(put(copy), { code: status.ALREADY_EXISTS, message: /"whale.epub"/ });
  await callUnary(client, client.deleteBook, { bookId: 1 }, TIMEOUT);
  assert.equal((await put(copy)).outcome, 'created');
});

test('a book whose vectors have another fingerprint is refused with the cure, until the library is empty', async () => {
  await put(bookParts(whale));
  const other = bookParts({ ...whale, fileName: 'b.epub', fingerprint: 'test-model/float32' });
  await assert.rejects(put(other), { code: status.FAILED_PRECONDITION, message: /same model and precision/ });
  await callUnary(client, client.deleteBook, { bookId: 1 }, TIMEOUT);
  assert.equal((await put(other)).outcome, 'created');
});

const BROKEN: [what: string, change: (parts: PutBookRequest[]) => void, message: RegExp][] = [
  ['without a header', (parts) => parts.shift(), /first part must be the header/],
  ['without its footer', (parts) => parts.pop(), /ended before the footer/],
  ['with a part after the footer', (parts) => parts.push({ topics: { topics: [] } }), /after the footer/],
  [
    'with a chunk less than its footer says',
    (parts) => parts[3]?.chunks?.chunks?.pop(),
    /footer says 3 chunks/,
  ],
  [
    'with a topic that is not there',
    (parts) => parts[3]?.chunks?.chunks?.[0]?.topics?.push({ topic: 99, score: 1 }),
    /names topic 99, but there are 4/,
  ],
  [
    'with a vector of the wrong length',
    (parts) => Object.assign(parts[3]?.chunks?.chunks?.[0] as object, { vector: Buffer.alloc(8) }),
    /vector of chunk 0 has 8 bytes/,
  ],
  [
    'with a vector that is not finite',
    (parts) =>
      Object.assign(parts[0]?.header as object, {
        vector: Buffer.from(new Float32Array(384).fill(NaN).buffer),
      }),
    /vector of the book can't be used/,
  ],
  [
    'with chunks that overlap',
    (parts) => Object.assign(parts[3]?.chunks?.chunks?.[1] as object, { start: 5, end: 21 }),
    /Chunk 1 has 16 characters at 5..21/,
  ],
  ['with a section out of order', (parts) => parts.splice(2, 2), /Section 1 came where section 0 was due/],
];
for (const [what, change, message] of BROKEN) {
  test(`a book ${what} is refused, and the library is unchanged`, async () => {
    const parts = bookParts(whale);
    change(parts);
    await assert.rejects(put(parts), { code: status.INVALID_ARGUMENT, message });
    assert.equal(library.revision(), 0);
    assert.deepEqual(await sources(), []);
  });
}

test('streams that break off leave room for others', async () => {
  for (let i = 0; i < 6; i++) {
    const call = client.putBook(() => undefined);
    call.on('error', () => undefined);
    const [header] = bookParts(whale);
    call.write(header as PutBookRequest);
    await new Promise((resolve) => setTimeout(resolve, 20));
    call.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal((await put(bookParts(whale))).outcome, 'created');
});

test('more books at a time than there is room for are refused with a time to come back', async () => {
  const [header] = bookParts(whale) as [PutBookRequest];
  const open = Array.from({ length: 4 }, () => {
    const call = client.putBook(() => undefined);
    call.on('error', () => undefined);
    call.write(header);
    return call;
  });
  await assert.rejects(put(bookParts(whale)), (error: { code: number; metadata: Metadata }) => {
    assert.equal(error.code, status.RESOURCE_EXHAUSTED);
    assert.deepEqual(error.metadata.get('retry-after'), ['2']);
    return true;
  });
  for (const call of open) call.cancel();
});

test('a refused file is noted; a book of its earlier version stays', async () => {
  await put(bookParts(whale));
  const source = bookParts({ ...whale, edition: 2 })[0]?.header?.source ?? null;
  await callUnary(client, client.refuseSource, { source, code: 'no_spine', reason: 'No spine' }, TIMEOUT);
  const [row] = await sources();
  assert.equal(row?.refusedCode, 'no_spine');
  assert.equal(row?.bookId, 1);
  assert.equal(row?.contentHash, source?.contentHash);
});

/** The int8 form of `vector`, give or take one step of rounding. */
function assertNear(bytes: Uint8Array | undefined, vector: Float32Array): void {
  const wanted = toInt8(vector);
  assert.equal(bytes?.length, wanted.length);
  for (const [i, x] of new Int8Array(bytes!).entries()) assert.ok(Math.abs(x - wanted[i]!) <= 1);
}

test('topics stream with their vectors and the mean direction of their passages, names left out', async () => {
  await put(bookParts(whale));
  const topics = await collect<TopicVector>(client.streamTopics({}));
  assert.deepEqual(
    topics.map(({ id, label, kind, passages, books }) => ({ id, label, kind, passages, books })),
    [
      { id: 1, label: 'whaling voyage', kind: 'phrase', passages: 1, books: 1 },
      { id: 2, label: 'obsession', kind: 'concept', passages: 2, books: 1 },
      { id: 3, label: 'white whale', kind: 'phrase', passages: 1, books: 1 },
    ],
  );
  assertNear(topics[0]?.vector, vectorOf('whaling voyage'));
  // One passage: its own direction.
  assertNear(topics[0]?.context, vectorOf('Call me Ishmael.'));
});

const WHALES: PutGroupingRequest[] = [
  { header: { recipe: 'test' } },
  { merges: { merges: [{ topic: 3, into: 1 }] } },
  { domains: { domains: [{ label: 'Sea' }] } },
  {
    themes: {
      themes: [
        {
          label: 'Whales',
          subtitle: 'whaling voyage',
          domain: 0,
          members: [
            { topic: 1, weight: 2 },
            { topic: 2, weight: 1 },
            { topic: 99, weight: 1 },
          ],
          centroid: packed('Whales'),
          x: 0.5,
          y: 0,
          z: -1,
        },
      ],
    },
  },
  { footer: { merges: 1, domains: 1, themes: 1 } },
];

test('a grouping is swapped in as a new generation; topics that are gone are left out', async () => {
  await put(bookParts(whale));
  assert.deepEqual(await group(WHALES), { generation: 1 });
  assert.equal(library.generation(), 1);
  assert.deepEqual(library.db.prepare('SELECT id, label, topics, passages, books FROM themes').all(), [
    { id: 1, label: 'Whales', topics: 2, passages: 2, books: 1 },
  ]);
  assert.deepEqual(await group(WHALES), { generation: 2 });
  assert.deepEqual(library.db.prepare('SELECT id FROM themes').pluck().all(), [1]);
});

test('a grouping with a chain of merges is refused', async () => {
  await put(bookParts(whale));
  const chain = [
    WHALES[0],
    {
      merges: {
        merges: [
          { topic: 3, into: 1 },
          { topic: 1, into: 2 },
        ],
      },
    },
    { footer: { merges: 2, domains: 0, themes: 0 } },
  ] as PutGroupingRequest[];
  await assert.rejects(group(chain), { code: status.INVALID_ARGUMENT, message: /which is merged itself/ });
  assert.equal(library.generation(), 0);
});

test('an uploaded file becomes a job; its worker reads it, reports, and it is gone when the job is done', async () => {
  const content = async function* () {
    yield Buffer.from('P');
    yield Buffer.concat([Buffer.from('K\x03\x04'), Buffer.alloc(1_500_000, 1)]);
    yield Buffer.alloc(1_000_000, 2);
  };
  const made = await jobs.createUpload(content(), '../evil/Moby\u0000 Dick.epub', 10_000_000);
  assert.equal(made.title, 'Moby Dick.epub');
  const lease = () =>
    callUnary<object, Job>(client, client.leaseJob, { worker: 'w1', kinds: ['index', 'group'] }, TIMEOUT);
  const job = await lease();
  assert.equal(job.id, made.id);
  assert.equal(job.state, 'running');
  assert.equal((await lease()).id, 0);

  const pieces = await collect<UploadPiece>(client.readUpload({ jobId: job.id, worker: 'w1' }));
  assert.ok(pieces.every(({ data }) => data.length <= 1024 * 1024));
  assert.deepEqual(
    Buffer.concat(pieces.map(({ data }) => data)),
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1_500_000, 1), Buffer.alloc(1_000_000, 2)]),
  );
  const report = (worker: string, state: string) =>
    callUnary(
      client,
      client.reportProgress,
      { jobId: job.id, worker, state, stage: 'topics', done: 1, total: 2 },
      TIMEOUT,
    );
  await report('w1', '');
  assert.equal(jobs.list(1)[0]?.stage, 'topics');
  await assert.rejects(report('w2', ''), { code: status.FAILED_PRECONDITION });
  assert.deepEqual(readdirSync(join(folder, 'uploads')), [job.fileName]);
  await report('w1', 'done');
  assert.deepEqual(readdirSync(join(folder, 'uploads')), []);
});

test('a watcher sees the present jobs, then each change', async () => {
  const first = await jobs.create('group', 'Themes', '');
  const stream = client.watchJobs({});
  const seen: [number, string][] = [];
  const watched = (async () => {
    for await (const job of stream as AsyncIterable<Job>) {
      seen.push([job.id, job.state]);
      if (seen.length === 1) await jobs.lease('w1', ['group']);
      if (seen.length === 2) break;
    }
  })();
  await watched;
  assert.deepEqual(seen, [
    [first.id, 'queued'],
    [first.id, 'running'],
  ]);
});

test('a wrong token is refused on every kind of call, the right one passes', async () => {
  const wrong = authMetadata('a-token-for-another');
  const refused = { code: status.PERMISSION_DENIED };
  await assert.rejects(put(bookParts(whale), wrong), refused);
  await assert.rejects(collect(client.listSources({}, wrong)), refused);
  await assert.rejects(
    callUnary(client, client.deleteBook, { bookId: 1 }, { ...TIMEOUT, token: 'nope-nope' }),
    refused,
  );
  assert.equal((await put(bookParts(whale), authMetadata(TOKEN))).outcome, 'created');
});
