/** IngestService, the gRPC API for indexers. Every call needs the right to write. */
import type { CallContext, UnaryTools } from '@libtrails/common/grpc-server';
import { unary } from '@libtrails/common/grpc-server';
import type { IngestServiceHandlers } from '@libtrails/proto/types/ingest/v1/IngestService';
import type { Job, Job__Out as JobMessage } from '@libtrails/proto/types/ingest/v1/Job';
import type { Access } from '../access/access.ts';
import type { Ingest } from '../ingest/ingest.ts';
import { isOneOf, wrong } from '../ingest/refusal.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { SkippedEntries } from '../jobs/skipped-entries.ts';
import type { BackupMaker } from '../store/backups.ts';
import type { Store } from '../store/store.ts';
import { clientStream, serverStream } from './streams.ts';

/** Jobs that WatchJobs begins with. */
const WATCHED_JOBS = 50;

/** What a report may say about its job; empty keeps it running. */
const REPORTED_STATES = ['', 'running', 'done', 'failed'] as const;

/** Nothing to do. */
const NO_JOB: Job = { id: 0 };

export interface IngestDoorParts {
  store: Pick<Store, 'sources'>;
  ingest: Ingest;
  jobs: Jobs;
  skipped: SkippedEntries;
  backups: BackupMaker;
  access: Pick<Access, 'requireWriter'>;
  tools: UnaryTools;
  /** Aborts when the service stops: ends streams that would stay open for ever. */
  stopping: AbortSignal;
}

/** The implementation to register with the server. */
export function ingestDoor(parts: IngestDoorParts): IngestServiceHandlers {
  const { store, ingest, jobs, skipped, backups, access, stopping } = parts;
  // No call is made from a browser, so a session counts for nothing here.
  const admit = ({ caller }: CallContext) => void access.requireWriter(caller, { cookies: false });
  const tools = { ...parts.tools, admit };
  const writing = <Req, Res>(handle: (request: Req, context: CallContext) => Promise<Res> | Res) =>
    unary<Req, Res>(tools, handle);
  const streaming = <Req, Item>(
    produce: (request: Req, context: CallContext) => AsyncIterable<Item> | Iterable<Item>,
  ) => serverStream<Req, Item>(tools, produce);

  return {
    ListSources: streaming(() => ingest.sources()),
    PutBook: clientStream(
      tools,
      () => ingest.receiveBook(),
      (result) => result,
    ),
    UpdateMetadata: writing(async (update) => {
      await ingest.updateMetadata(update);
      return {};
    }),
    RefuseSource: writing(async ({ source, code, reason }) => {
      await ingest.refuse(source, code, reason);
      return {};
    }),
    ReportSkipped: writing(({ entries, total }) => {
      skipped.replace(entries, total);
      return {};
    }),
    DeleteBook: writing(async ({ bookId }) => {
      await ingest.deleteBook(bookId);
      return {};
    }),
    StreamTopics: streaming(async function* () {
      for await (const page of store.sources.topicVectors()) yield* page;
    }),
    PutGrouping: clientStream(
      tools,
      () => ingest.receiveGrouping(),
      (result) => result,
    ),
    CreateJob: writing(({ kind, title, worker }) => jobs.create(kind, title, worker)),
    LeaseJob: writing(async ({ worker, kinds }) => (await jobs.lease(worker, kinds)) ?? NO_JOB),
    ReportProgress: writing(async ({ state, ...progress }) => {
      if (!isOneOf(REPORTED_STATES, state)) throw wrong(`A job can't be reported as "${state}"`);
      await jobs.report({ ...progress, state: state === 'done' || state === 'failed' ? state : undefined });
      return {};
    }),
    RetryJob: writing(({ jobId }) => jobs.retry(jobId)),
    CancelJob: writing(({ jobId }) => jobs.cancel(jobId)),
    PauseIndexing: writing(async () => {
      await jobs.pause();
      return { paused: true };
    }),
    ResumeIndexing: writing(async () => {
      await jobs.resume();
      return { paused: false };
    }),
    ReadUpload: streaming(async function* ({ jobId, worker }) {
      for await (const data of jobs.readUpload(jobId, worker)) yield { data };
    }),
    WatchJobs: streaming((_request, { signal }) => watchJobs(jobs, AbortSignal.any([signal, stopping]))),
    CreateBackup: writing(({ folder, ...order }, { signal }) => backups.create(order, signal, folder)),
  };
}

/** The present jobs, then every change, until `signal` aborts. A job that changes faster than it is read is sent in its latest form only. */
async function* watchJobs(jobs: Jobs, signal: AbortSignal): AsyncGenerator<JobMessage> {
  const news = new Map<number, JobMessage>();
  let wake = () => {};
  const unwatch = jobs.watch((job) => {
    news.set(job.id, job);
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    // What changed while the list was read is newer than the list.
    for (const job of await jobs.list(WATCHED_JOBS)) if (!news.has(job.id)) news.set(job.id, job);
    while (!signal.aborted) {
      for (const [id, job] of news) {
        news.delete(id);
        yield job;
      }
      if (news.size > 0 || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    unwatch();
  }
}
