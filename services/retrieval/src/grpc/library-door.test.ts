import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { status as grpcStatus } from '@grpc/grpc-js';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import type { SearchRequest } from '@libtrails/proto/types/library/v1/SearchRequest';
import type { SearchResponse__Out } from '@libtrails/proto/types/library/v1/SearchResponse';
import { type RunningShelfService, startShelfService } from '../service.test-support.ts';

const { LibraryService } = loadContract<ProtoGrpcType>('library').grpc.libtrails.library.v1;

describe('the gRPC API to the library', () => {
  let service: RunningShelfService;
  let client: InstanceType<typeof LibraryService>;
  before(async () => {
    service = await startShelfService();
    client = connect(LibraryService, service.grpc);
  });
  after(async () => {
    client.close();
    await service.stop();
  });
  // The generated client has one overload per shape of call; callUnary wants the fullest.
  // biome-ignore lint/suspicious/noExplicitAny: the answers are checked field by field below
  const call = (method: any, request: object): Promise<any> =>
    callUnary(client, method, request, { timeoutMs: 5_000 });
  const search = (request: SearchRequest): Promise<SearchResponse__Out> => call(client.search, request);

  it('searches with the defaults of the contract', async () => {
    const answer = await search({ query: 'whale' });
    assert.equal(answer.scope, 'BOOKS');
    assert.equal(answer.mode, 'HYBRID');
    assert.equal(answer.results[0]?.book?.title, 'The Whaling Voyage');
    assert.equal(answer.results[0].topic, null);
    assert.deepEqual(answer.results[0].signals, []);
    assert.equal(answer.relevant, true);
  });

  it('searches as asked', async () => {
    const answer = await search({
      ...{ query: 'kitchen', scope: 'PASSAGES', mode: 'KEYWORD', limit: 1, offset: 1, explain: true },
      ...{ signals: ['fts_chunks'] },
    });
    assert.equal(answer.scope, 'PASSAGES');
    assert.equal(answer.mode, 'KEYWORD');
    assert.equal(answer.results.length, 1);
    assert.equal(answer.results[0]?.rank, 2);
    assert.deepEqual(
      answer.results[0].signals.map((s) => s.name),
      ['fts_chunks'],
    );
    assert.deepEqual(Object.keys(answer.tookMs?.signals ?? {}), ['fts_chunks']);
  });

  it('answers every other call', async () => {
    assert.ok((await call(client.related, { bookId: 1 })).results.length > 0);
    assert.equal((await call(client.listBooks, {})).total, 8);
    assert.equal((await call(client.getBook, { bookId: 1 })).book.title, 'The Whaling Voyage');
    assert.deepEqual([...(await call(client.getCover, { bookId: 1 })).data], [1, 2, 3]);
    assert.equal((await call(client.getSection, { bookId: 1, index: 0 })).section.kind, 'body');
    assert.equal(
      (await call(client.getPassage, { passageId: 1, around: 1, query: 'ship' })).passage.highlights.length,
      1,
    );
    assert.equal((await call(client.getTopic, { topicId: 1 })).topic.id, 1);
    assert.equal((await call(client.listThemes, {})).themes.length, 2);
    assert.ok((await call(client.getTheme, { themeId: 1 })).topics.length > 0);
    assert.equal((await call(client.listDomains, {})).domains.length, 2);
    assert.equal((await call(client.getDomain, { domainId: 1 })).domain.label, 'Adventure');
    assert.equal((await call(client.universe, {})).points.length, 2);
    const status = await call(client.status, {});
    assert.equal(status.counts.books, 8);
    assert.equal(status.embedding.state, 'up');
    assert.match(status.version, /^\d+\.\d+\.\d+$/);
  });

  it('refuses with the codes of the contract', async () => {
    const refused = async (method: unknown, request: object, code: grpcStatus) =>
      assert.rejects(call(method, request), { code });
    await refused(client.search, { query: '' }, grpcStatus.INVALID_ARGUMENT);
    await refused(client.search, { query: 'a', limit: 101 }, grpcStatus.INVALID_ARGUMENT);
    await refused(client.search, { query: 'a', signals: ['none_such'] }, grpcStatus.INVALID_ARGUMENT);
    await refused(client.search, { query: 'a', bookId: 3 }, grpcStatus.INVALID_ARGUMENT);
    await refused(client.getBook, { bookId: 0 }, grpcStatus.INVALID_ARGUMENT);
    await refused(client.getBook, { bookId: 999 }, grpcStatus.NOT_FOUND);
    await refused(client.getPassage, { passageId: 99_999 }, grpcStatus.NOT_FOUND);
    await refused(client.related, { bookId: 999 }, grpcStatus.NOT_FOUND);
  });

  it('answers by word and says so while the embedding service is away', async () => {
    service.embedding.down = true;
    const answer = await search({ query: 'white whale' });
    assert.equal(answer.degraded, true);
    assert.equal(answer.results[0]?.book?.title, 'The Whaling Voyage');
    assert.equal((await call(client.status, {})).embedding.state, 'down');
    service.embedding.down = false;
    await call(client.status, {});
    assert.equal((await search({ query: 'white whale' })).degraded, false);
  });

  it('says in its status that the models differ, with the cure', async () => {
    service.embedding.model = 'other/fp32';
    const { embedding } = await call(client.status, {});
    assert.equal(embedding.state, 'mismatch');
    assert.match(embedding.message, /index the books again/);
    // Not asked before: an answer that is remembered stays right whatever model runs now.
    assert.equal((await search({ query: 'a grey harpoon' })).degraded, true);
    service.embedding.model = undefined;
  });
});
