import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { status } from '@grpc/grpc-js';
import { callUnary } from '@libtrails/common/grpc-client';
import type { Backup__Out as Backup } from '@libtrails/proto/types/ingest/v1/Backup';
import { bookParts } from '../ingest/parts.test-support.ts';
import { type OpenDoor, openIngestDoor, putBook, whale } from './ingest-door.test-support.ts';

const backUp = ({ client }: OpenDoor, request: object, options: object = {}) =>
  callUnary<object, Backup>(client, client.createBackup, request, { timeoutMs: 60_000, ...options });

test('a backup is made of the library that is served, and of no other, for who may write', async () => {
  const door = await openIngestDoor();
  try {
    await putBook(door, bookParts(whale));
    const made = await backUp(door, { folder: door.folder });
    assert.deepEqual([made.books, made.passages, made.revision], [1, 2, door.library.revision()]);
    assert.ok(existsSync(made.file));
    await assert.rejects(backUp(door, { folder: '/elsewhere' }), { code: status.FAILED_PRECONDITION });
    await assert.rejects(backUp(door, {}, { token: 'wrong' }), { code: status.PERMISSION_DENIED });
  } finally {
    await door.close();
  }
});

test('a caller that breaks off ends its backup', async () => {
  const begun = Promise.withResolvers<AbortSignal>();
  const door = await openIngestDoor({
    backups: {
      async create(_order, signal) {
        begun.resolve(signal);
        await once(signal, 'abort');
        throw signal.reason;
      },
    },
  });
  try {
    const leaving = new AbortController();
    const broken = assert.rejects(backUp(door, {}, { signal: leaving.signal }), { code: status.CANCELLED });
    const signal = await begun.promise;
    const aborted = once(signal, 'abort');
    leaving.abort();
    await Promise.all([broken, aborted]);
  } finally {
    await door.close();
  }
});
