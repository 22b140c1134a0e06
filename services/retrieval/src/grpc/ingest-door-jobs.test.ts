import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import { callUnary } from '@libtrails/common/grpc-client';
import type { Job__Out as Job } from '@libtrails/proto/types/ingest/v1/Job';
import type { UploadPiece__Out as UploadPiece } from '@libtrails/proto/types/ingest/v1/UploadPiece';
import type { JobState } from '@libtrails/proto/values';
import { collect, type OpenDoor, openIngestDoor, TIMEOUT } from './ingest-door.test-support.ts';

let door: OpenDoor;
beforeEach(async () => {
  door = await openIngestDoor();
});
afterEach(() => door.close());

const content = async function* () {
  yield Buffer.from('P');
  yield Buffer.concat([Buffer.from('K\x03\x04'), Buffer.alloc(1_500_000, 1)]);
  yield Buffer.alloc(1_000_000, 2);
};

test('an uploaded file becomes a job; its worker reads it, reports, and it is gone when the job is done', async () => {
  const made = await door.jobs.createUpload(content(), '../evil/Moby\u0000 Dick.epub', 10_000_000);
  assert.equal(made.title, 'Moby Dick.epub');
  const lease = () =>
    callUnary<object, Job>(
      door.client,
      door.client.leaseJob,
      { worker: 'w1', kinds: ['index', 'group'] },
      TIMEOUT,
    );
  const job = await lease();
  assert.equal(job.id, made.id);
  assert.equal(job.state, 'running');
  assert.equal((await lease()).id, 0);

  const pieces = await collect<UploadPiece>(door.client.readUpload({ jobId: job.id, worker: 'w1' }));
  assert.ok(pieces.every(({ data }) => data.length <= 1024 * 1024));
  assert.deepEqual(
    Buffer.concat(pieces.map(({ data }) => data)),
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1_500_000, 1), Buffer.alloc(1_000_000, 2)]),
  );
  const report = (worker: string, state: JobState | '') =>
    callUnary(
      door.client,
      door.client.reportProgress,
      { jobId: job.id, worker, state, stage: 'topics', done: 1, total: 2 },
      TIMEOUT,
    );
  await report('w1', '');
  assert.equal((await door.jobs.list(1))[0]?.stage, 'topics');
  await assert.rejects(report('w2', ''), { code: status.FAILED_PRECONDITION });
  assert.deepEqual(readdirSync(join(door.folder, 'uploads')), [job.fileName]);
  await report('w1', 'done');
  assert.deepEqual(readdirSync(join(door.folder, 'uploads')), []);
});

test('a watcher sees the present jobs, then each change', async () => {
  const first = await door.jobs.create('group', 'Themes', '');
  const stream = door.client.watchJobs({});
  const seen: [number, string][] = [];
  const watched = (async () => {
    for await (const job of stream as AsyncIterable<Job>) {
      seen.push([job.id, job.state]);
      if (seen.length === 1) await door.jobs.lease('w1', ['group']);
      if (seen.length === 2) break;
    }
  })();
  await watched;
  assert.deepEqual(seen, [
    [first.id, 'queued'],
    [first.id, 'running'],
  ]);
});

test('a job is cancelled over gRPC: its worker may report no more, and the file of an upload is kept', async () => {
  const upload = await door.jobs.createUpload(content(), 'x.epub', 5_000_000);
  await door.jobs.lease('w1', ['index']);
  const cancel = (jobId: number) => callUnary(door.client, door.client.cancelJob, { jobId }, TIMEOUT);
  const cancelled = (await cancel(upload.id)) as Job;
  assert.deepEqual([cancelled.state, cancelled.message], ['failed', 'Cancelled.']);
  await assert.rejects(
    callUnary(
      door.client,
      door.client.reportProgress,
      { jobId: upload.id, worker: 'w1', state: '' },
      TIMEOUT,
    ),
    { code: status.FAILED_PRECONDITION },
  );
  assert.deepEqual(readdirSync(join(door.folder, 'uploads')), [upload.fileName]);
  await assert.rejects(cancel(upload.id), { code: status.FAILED_PRECONDITION });
  await assert.rejects(cancel(999), { code: status.NOT_FOUND });
});

test('indexing is paused and resumed over gRPC: a running job waits again', async () => {
  const { id } = await door.jobs.create('folder', 'Books', 'w1');
  const { client } = door;
  assert.deepEqual(await callUnary(client, client.pauseIndexing, {}, TIMEOUT), { paused: true });
  assert.equal((await door.jobs.list(1))[0]?.state, 'queued');
  const lease = { worker: 'w1', kinds: ['folder'] };
  assert.equal((await callUnary<object, Job>(client, client.leaseJob, lease, TIMEOUT)).id, 0);
  assert.deepEqual(await callUnary(client, client.resumeIndexing, {}, TIMEOUT), { paused: false });
  assert.equal((await callUnary<object, Job>(client, client.leaseJob, lease, TIMEOUT)).id, id);
});
