import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import type { PutGroupingRequest } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import { bookParts, packed } from '../ingest/parts.test-support.ts';
import { vectorOf } from '../store/sqlite/book.test-support.ts';
import { toInt8 } from '../store/sqlite/int8-vector.ts';
import { collect, type OpenDoor, openIngestDoor, putBook, whale } from './ingest-door.test-support.ts';

let door: OpenDoor;
beforeEach(async () => {
  door = await openIngestDoor();
});
afterEach(() => door.close());

function group(parts: readonly PutGroupingRequest[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = door.client.putGrouping((error, answer) => (error ? reject(error) : resolve(answer)));
    call.on('error', () => undefined);
    for (const part of parts) call.write(part);
    call.end();
  });
}

/** The int8 form of `vector`, give or take one step of rounding. */
function assertNear(bytes: Uint8Array | undefined, vector: Float32Array): void {
  const wanted = toInt8(vector);
  assert.equal(bytes?.length, wanted.length);
  for (const [i, x] of new Int8Array(bytes!).entries()) assert.ok(Math.abs(x - wanted[i]!) <= 1);
}

test('topics stream with their vectors and the mean direction of their passages, names left out', async () => {
  await putBook(door, bookParts(whale));
  const topics = await collect<TopicVector>(door.client.streamTopics({}));
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
  await putBook(door, bookParts(whale));
  assert.deepEqual(await group(WHALES), { generation: 1 });
  assert.equal(door.library.generation(), 1);
  assert.deepEqual(door.library.db.prepare('SELECT id, label, topics, passages, books FROM themes').all(), [
    { id: 1, label: 'Whales', topics: 2, passages: 2, books: 1 },
  ]);
  assert.deepEqual(await group(WHALES), { generation: 2 });
  assert.deepEqual(door.library.db.prepare('SELECT id FROM themes').pluck().all(), [1]);
});

test('a grouping with a chain of merges is refused', async () => {
  await putBook(door, bookParts(whale));
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
  assert.equal(door.library.generation(), 0);
});
