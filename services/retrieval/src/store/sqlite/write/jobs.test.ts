import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type Database from 'better-sqlite3';
import { KEPT_ENDED_JOBS, LEASE_MS, MAX_LEASES, type Progress } from '../../job.ts';
import { migrate } from '../migrate.ts';
import { openWriter } from '../open.ts';
import { QUERIES } from '../queries/queries.ts';
import { cancelJob, createJob, expireJobs, leaseJob, reportProgress } from './jobs.ts';
import { WriteSession } from './session.ts';

const NOW = 1_700_000_000_000;
const listSql = QUERIES['jobs-list'];
let folder: string;
let db: Database.Database;
let session: WriteSession;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-jobs-'));
  db = openWriter(folder);
  db.pragma('synchronous = OFF');
  migrate(db);
  session = new WriteSession(db);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const upload = (fileName: string) => ({ kind: 'index' as const, title: fileName, fileName, worker: '' });
const report = (jobId: number, worker: string, rest: Partial<Progress> = {}): Progress => ({
  jobId,
  worker,
  state: undefined,
  stage: 'chunks',
  done: 1,
  total: 9,
  words: 100,
  message: '',
  ...rest,
});

test('jobs are leased oldest first, each to one worker, by kind', () => {
  createJob(session, upload('a'), NOW);
  createJob(session, { kind: 'group', title: 'Themes', fileName: '', worker: '' }, NOW);
  createJob(session, upload('b'), NOW);
  const lease = (worker: string, kinds: string[]) => leaseJob(session, { worker, kinds }, NOW)?.title;
  assert.equal(lease('w1', ['group']), 'Themes');
  assert.equal(lease('w1', ['index', 'group']), 'a');
  assert.equal(lease('w2', ['index']), 'b');
  assert.equal(lease('w2', ['index', 'group', 'folder']), undefined);
});

test('asking twice for the same queued job gives one job', () => {
  const group = { kind: 'group' as const, title: 'Themes', fileName: '', worker: '' };
  const first = createJob(session, group, NOW);
  assert.equal(createJob(session, group, NOW).id, first.id);
  leaseJob(session, { worker: 'w1', kinds: ['group'] }, NOW);
  // The running one may have read the topics already.
  assert.notEqual(createJob(session, group, NOW).id, first.id);
});

test('a worker that reports keeps its job; one that is silent loses it to another, and is told so', () => {
  const { id } = createJob(session, upload('a'), NOW);
  leaseJob(session, { worker: 'w1', kinds: ['index'] }, NOW);
  reportProgress(session, report(id, 'w1'), NOW + LEASE_MS - 1);
  assert.deepEqual(expireJobs(session, NOW + 2 * LEASE_MS - 2), []);
  assert.equal(expireJobs(session, NOW + 2 * LEASE_MS)[0]?.state, 'queued');
  const again = leaseJob(session, { worker: 'w2', kinds: ['index'] }, NOW + 2 * LEASE_MS);
  assert.equal(again?.id, id);
  assert.equal(again?.done, 0);
  assert.throws(() => reportProgress(session, report(id, 'w1'), NOW + 2 * LEASE_MS), {
    code: 'failed_precondition',
  });
  assert.equal(
    reportProgress(session, report(id, 'w2', { state: 'done' }), NOW + 2 * LEASE_MS).state,
    'done',
  );
});

test('a job is not lost to a clock that was ahead and went back', () => {
  const { id } = createJob(session, upload('a'), NOW);
  const aYear = 365 * 86_400_000;
  leaseJob(session, { worker: 'w1', kinds: ['index'] }, NOW + aYear);
  assert.deepEqual(
    expireJobs(session, NOW).map((job) => [job.id, job.state]),
    [[id, 'queued']],
  );
  leaseJob(session, { worker: 'w2', kinds: ['index'] }, NOW);
  assert.deepEqual(expireJobs(session, NOW), []);
});

test('a job that no worker survives is given up', () => {
  createJob(session, upload('a'), NOW);
  let now = NOW;
  const states = Array.from({ length: MAX_LEASES }, (_, i) => {
    leaseJob(session, { worker: `w${i}`, kinds: ['index'] }, now);
    now += LEASE_MS + 1;
    return expireJobs(session, now)[0]?.state;
  });
  assert.deepEqual(states, ['queued', 'queued', 'failed']);
  assert.equal(leaseJob(session, { worker: 'w9', kinds: ['index'] }, now), undefined);
});

test("a worker's own job fails in silence, and lives on when the worker is back", () => {
  const { id, state } = createJob(
    session,
    { kind: 'folder', title: 'Books', fileName: '', worker: 'w1' },
    NOW,
  );
  assert.equal(state, 'running');
  assert.equal(expireJobs(session, NOW + LEASE_MS + 1)[0]?.state, 'failed');
  assert.equal(reportProgress(session, report(id, 'w1'), NOW + LEASE_MS + 2).state, 'running');
});

test("a worker's own job that it left behind is taken up by the next one, but not one that it ended", () => {
  const own = { kind: 'folder' as const, title: 'Books', fileName: '', worker: 'w1' };
  const left = createJob(session, own, NOW);
  const ended = createJob(session, own, NOW);
  reportProgress(session, report(ended.id, 'w1', { state: 'failed' }), NOW);
  const lease = (now: number) => leaseJob(session, { worker: 'w2', kinds: ['folder'] }, now)?.id;
  assert.equal(lease(NOW), undefined);
  expireJobs(session, NOW + LEASE_MS + 1);
  assert.equal(lease(NOW + LEASE_MS + 1), left.id);
  assert.equal(lease(NOW + LEASE_MS + 1), undefined);
});

test('an ended job can not be reported on', () => {
  const { id } = createJob(session, { kind: 'folder', title: 'Books', fileName: '', worker: 'w1' }, NOW);
  reportProgress(session, report(id, 'w1', { state: 'failed', message: 'disk full' }), NOW);
  assert.throws(() => reportProgress(session, report(id, 'w1'), NOW), { code: 'failed_precondition' });
  assert.throws(() => reportProgress(session, report(99, 'w1'), NOW), { code: 'not_found' });
});

test('of ended jobs the latest are kept', () => {
  const waiting = createJob(session, upload('waiting'), NOW);
  for (let i = 0; i < KEPT_ENDED_JOBS + 5; i++) {
    const { id } = createJob(session, { kind: 'folder', title: `${i}`, fileName: '', worker: 'w1' }, NOW);
    reportProgress(session, report(id, 'w1', { state: 'done' }), NOW + i * 1000);
  }
  const kept = db.prepare('SELECT id FROM jobs ORDER BY id').pluck().all() as number[];
  assert.equal(kept.length, KEPT_ENDED_JOBS + 1);
  assert.equal(kept[0], waiting.id);
  assert.equal(kept[1], 7);
});

test('a job ends and is kept, though the clock went back and newer or later ones have ended', () => {
  const old = createJob(session, { kind: 'folder', title: 'long', fileName: '', worker: 'w0' }, NOW);
  const end = (title: string, now: number) => {
    const { id } = createJob(session, { kind: 'folder', title, fileName: '', worker: 'w1' }, now);
    return reportProgress(session, report(id, 'w1', { state: 'done' }), now);
  };
  for (let i = 0; i < KEPT_ENDED_JOBS; i++) end(`${i}`, NOW + i * 1000);
  const back = end('after the clock went back', NOW - 365 * 24 * 3_600_000);
  assert.equal(back.state, 'done');
  const listed = db.prepare(listSql).pluck().all(1);
  assert.deepEqual(listed, [old.id], 'what is to be done comes first');
  assert.equal(reportProgress(session, report(old.id, 'w0', { state: 'done' }), NOW).state, 'done');
  assert.deepEqual(db.prepare(listSql).pluck().all(1), [back.id]);
});

test('a job is cancelled while it waits or runs: its worker hears so with its next report', () => {
  const waiting = createJob(session, upload('a.epub'), NOW);
  const { id } = createJob(session, { kind: 'folder', title: '', fileName: '', worker: 'w' }, NOW);
  assert.deepEqual(
    [waiting.id, id].map((job) => cancelJob(session, job, NOW)).map(({ state, message }) => [state, message]),
    [
      ['failed', 'Cancelled.'],
      ['failed', 'Cancelled.'],
    ],
  );
  assert.throws(() => reportProgress(session, report(id, 'w'), NOW), { code: 'failed_precondition' });
  // Neither is taken up by the next worker.
  assert.equal(leaseJob(session, { worker: 'v', kinds: ['index', 'folder'] }, NOW), undefined);
  assert.throws(() => cancelJob(session, id, NOW), { code: 'failed_precondition' });
  assert.throws(() => cancelJob(session, 999, NOW), { code: 'not_found' });
});
