import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { type Metadata, status } from '@grpc/grpc-js';
import { authMetadata, callUnary } from '@libtrails/common/grpc-client';
import type { PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { Source__Out as Source } from '@libtrails/proto/types/ingest/v1/Source';
import { bookParts } from '../ingest/parts.test-support.ts';
import {
  collect,
  type OpenDoor,
  openIngestDoor,
  putBook,
  TIMEOUT,
  TOKEN,
  whale,
} from './ingest-door.test-support.ts';

let door: OpenDoor;
beforeEach(async () => {
  door = await openIngestDoor();
});
afterEach(() => door.close());

const sources = () => collect<Source>(door.client.listSources({}));

test('a streamed book is stored and listed with its source', async () => {
  assert.deepEqual(await putBook(door, bookParts(whale)), {
    bookId: 1,
    outcome: 'created',
    groupingCurrent: false,
  });
  const [source] = await sources();
  assert.equal(source?.fileName, 'whale.epub');
  assert.equal(source?.bookId, 1);
  assert.equal(source?.modifiedMs, 1_700_000_000_000);
  assert.equal(source?.refusedCode, '');
});

test("an indexer from before the metadata were a message sends them as the header's own fields", async () => {
  const [first, ...rest] = bookParts({ ...whale, authors: ['Ada Harbour'], year: 1851, series: 'Voyages' });
  const { metadata, ...header } = first!.header!;
  await putBook(door, [{ header: { ...header, ...metadata } }, ...rest]);
  const book = (await door.store.catalogue.books([1])).get(1);
  assert.deepEqual(
    [book?.title, book?.authors, book?.year, book?.series],
    ['The Whale', ['Ada Harbour'], 1851, 'Voyages'],
  );
});

test('a page goes on into the next section, and pages out of order are refused', async () => {
  const pages = [
    { label: '1', at: 0 },
    { label: '2', at: 5 },
  ];
  await putBook(door, bookParts({ ...whale, pages }));
  const section = (index: number) => door.store.catalogue.section(1, index);
  assert.deepEqual((await section(0))?.pages, pages);
  assert.deepEqual((await section(1))?.pages, [{ label: '2', at: 0 }]);
  await assert.rejects(putBook(door, bookParts({ ...whale, edition: 2, pages: pages.toReversed() })), {
    code: status.INVALID_ARGUMENT,
    message: /out of order/,
  });
});

test('the same book again is unchanged, another version of its file takes its place', async () => {
  await putBook(door, bookParts(whale));
  assert.deepEqual(await putBook(door, bookParts(whale)), {
    bookId: 1,
    outcome: 'unchanged',
    groupingCurrent: true,
  });
  assert.deepEqual(await putBook(door, bookParts({ ...whale, edition: 2 })), {
    bookId: 1,
    outcome: 'replaced',
    groupingCurrent: false,
  });
  assert.deepEqual(await putBook(door, bookParts({ ...whale, edition: 2, pipeline: 'test-2' })), {
    bookId: 1,
    outcome: 'replaced',
    groupingCurrent: false,
  });
});

test('the same content under another name is refused, and the message names the other file', async () => {
  await putBook(door, bookParts(whale));
  const copy = bookParts(whale);
  if (copy[0]?.header?.source) copy[0].header.source = { ...copy[0].header.source, fileName: 'copy.epub' };
  await assert.rejects(putBook(door, copy), { code: status.ALREADY_EXISTS, message: /"whale.epub"/ });
  await callUnary(door.client, door.client.deleteBook, { bookId: 1 }, TIMEOUT);
  assert.equal((await putBook(door, copy)).outcome, 'created');
});

test('a book whose vectors have another fingerprint is refused with the cure, until the library is empty', async () => {
  await putBook(door, bookParts(whale));
  const other = bookParts({ ...whale, fileName: 'b.epub', fingerprint: 'test-model/float32' });
  await assert.rejects(putBook(door, other), {
    code: status.FAILED_PRECONDITION,
    message: /same model and precision/,
  });
  await callUnary(door.client, door.client.deleteBook, { bookId: 1 }, TIMEOUT);
  assert.equal((await putBook(door, other)).outcome, 'created');
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
    await assert.rejects(putBook(door, parts), { code: status.INVALID_ARGUMENT, message });
    assert.equal(door.library.revision(), 0);
    assert.deepEqual(await sources(), []);
  });
}

test('streams that break off leave room for others', async () => {
  for (let i = 0; i < 6; i++) {
    const call = door.client.putBook(() => undefined);
    call.on('error', () => undefined);
    const [header] = bookParts(whale);
    call.write(header as PutBookRequest);
    await new Promise((resolve) => setTimeout(resolve, 20));
    call.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal((await putBook(door, bookParts(whale))).outcome, 'created');
});

test('more books at a time than there is room for are refused with a time to come back', async () => {
  const [header] = bookParts(whale) as [PutBookRequest];
  const open = Array.from({ length: 4 }, () => {
    const call = door.client.putBook(() => undefined);
    call.on('error', () => undefined);
    call.write(header);
    return call;
  });
  await assert.rejects(putBook(door, bookParts(whale)), (error: { code: number; metadata: Metadata }) => {
    assert.equal(error.code, status.RESOURCE_EXHAUSTED);
    assert.deepEqual(error.metadata.get('retry-after'), ['2']);
    return true;
  });
  for (const call of open) call.cancel();
});

test('a refused file is noted; a book of its earlier version stays', async () => {
  await putBook(door, bookParts(whale));
  const source = bookParts({ ...whale, edition: 2 })[0]?.header?.source ?? null;
  await callUnary(
    door.client,
    door.client.refuseSource,
    { source, code: 'no_spine', reason: 'No spine' },
    TIMEOUT,
  );
  const [row] = await sources();
  assert.equal(row?.refusedCode, 'no_spine');
  assert.equal(row?.bookId, 1);
  assert.equal(row?.contentHash, source?.contentHash);
});

test('a wrong token is refused on every kind of call, the right one passes', async () => {
  const wrong = authMetadata('a-token-for-another');
  const refused = { code: status.PERMISSION_DENIED };
  await assert.rejects(putBook(door, bookParts(whale), wrong), refused);
  await assert.rejects(collect(door.client.listSources({}, wrong)), refused);
  await assert.rejects(
    callUnary(door.client, door.client.deleteBook, { bookId: 1 }, { ...TIMEOUT, token: 'nope-nope' }),
    refused,
  );
  assert.equal((await putBook(door, bookParts(whale), authMetadata(TOKEN))).outcome, 'created');
});

test('metadata of a catalogue replace those of a book; links that a browser would run are refused', async () => {
  const [first, ...rest] = bookParts(whale);
  const catalogue = { version: 'v1', link: 'calibre://show-book/_hex_-41/7', rating: 4 };
  await putBook(door, [{ header: { ...first!.header!, catalogue } }, ...rest]);
  const [source] = await sources();
  assert.equal(source?.catalogueVersion, 'v1');
  const update = (changes: object, title = 'Renamed') =>
    callUnary(
      door.client,
      door.client.updateMetadata,
      { source: source!, metadata: { title }, catalogue: { ...catalogue, version: 'v2', ...changes } },
      TIMEOUT,
    );
  await update({});
  assert.equal((await door.store.catalogue.books([1])).get(1)?.title, 'Renamed');
  assert.equal((await sources())[0]?.catalogueVersion, 'v2');
  for (const link of ['javascript:alert(1)', 'https://example.org/1', 'calibre://show-book/a/1"onclick="x'])
    await assert.rejects(update({ link }), { code: status.INVALID_ARGUMENT });
  await assert.rejects(update({ rating: 6 }), { code: status.INVALID_ARGUMENT });
  await assert.rejects(update({ version: '' }), { code: status.INVALID_ARGUMENT });
  await assert.rejects(update({}, ' '), { code: status.INVALID_ARGUMENT });
});
