/** Themes and domains anew: topics out of the library, one grouping back in. */
import { type ErrorCode, toLibTrailsError } from '@libtrails/common/errors';
import type { Embedder } from '../book.ts';
import type { EmbeddingClient } from '../embed/embedding-client.ts';
import type { Grouping } from '../grouping/group.ts';
import { type GroupingInput, groupingParts } from '../grouping/run.ts';
import type { IngestClient, Job } from '../ingest-client.ts';
import { JobReport } from './job-report.ts';

/** The grouping recipe. */
export type Grouper = (input: GroupingInput) => Promise<Grouping>;

export interface RegroupTools {
  ingest: Pick<IngestClient, 'topics' | 'putGrouping' | 'createJob' | 'leaseJob' | 'report'>;
  embedding: Pick<EmbeddingClient, 'embed'>;
  group: Grouper;
  worker: string;
  signal: AbortSignal;
  /** Hears the stage and how much of it is done, 0..1. */
  onGrouping?: (stage: string, share: number) => void;
}

const PASSING: ReadonlySet<ErrorCode> = new Set([
  'cancelled',
  'unavailable',
  'deadline_exceeded',
  'resource_exhausted',
]);

/** Title of the job. */
export const GROUPING_TITLE = 'Themes and domains';

/** A grouping that is due and held by this worker. */
export interface HeldGrouping {
  job: Job;
  report: JobReport;
  /** Somebody else left it: it is due even if this worker changes nothing. */
  inherited: boolean;
}

/**
 * Notes that the library needs a new grouping, before its books change. Whoever dies in between leaves the job
 * to the next worker.
 * @param leased a job that this worker holds already
 */
export async function holdGrouping(
  { ingest, worker }: RegroupTools,
  leased: Job | undefined,
): Promise<HeldGrouping> {
  const left = leased ?? (await ingest.leaseJob(worker, ['group']));
  const job = left ?? (await ingest.createJob('group', GROUPING_TITLE, worker));
  const report = new JobReport(ingest, job, worker);
  report.update({ stage: 'waiting for the books' });
  return { job, report, inherited: left !== undefined };
}

/**
 * Does a grouping that somebody left or asked for.
 * @param leased a job that this worker holds already
 * @returns the new generation; undefined if there is none
 */
export async function takeWaitingGrouping(
  tools: RegroupTools,
  leased?: Job | undefined,
): Promise<number | undefined> {
  const job = leased ?? (await tools.ingest.leaseJob(tools.worker, ['group']));
  if (job === undefined) return undefined;
  return regroup(new JobReport(tools.ingest, job, tools.worker), tools);
}

/**
 * Groups and swaps the result in.
 * @returns the new generation; undefined if the job was cancelled
 * @throws LibTrailsError if the library is gone, or the work was stopped
 */
export async function regroup(report: JobReport, tools: RegroupTools): Promise<number | undefined> {
  const onStage = (stage: string, share: number) => {
    report.update({ stage, done: Math.round(100 * share), total: 100 });
    tools.onGrouping?.(stage, share);
  };
  const signal = AbortSignal.any([tools.signal, report.lost]);
  const embed: Embedder = (texts, kind) => tools.embedding.embed(texts, kind, { signal });
  // Whatever asked for a grouping until now is served by this one.
  const reports = [report, ...(await takeAllGroupings(tools))];
  try {
    onStage('reading topics', 0);
    await report.heard();
    signal.throwIfAborted();
    const grouping = await tools.group({
      streamTopics: tools.ingest.topics(signal),
      embed,
      onProgress: (share) => onStage('grouping topics', share),
    });
    onStage('storing themes', 1);
    const { generation } = await tools.ingest.putGrouping(groupingParts(grouping), signal);
    for (const done of reports) await done.end('done', '');
    return generation;
  } catch (error) {
    // Stopped, or a service is away: the jobs stay, and the next worker does them.
    const passing = tools.signal.aborted || PASSING.has(toLibTrailsError(error).code);
    const cancelled = report.lost.aborted && !tools.signal.aborted;
    const reason = error instanceof Error ? error.message : String(error);
    for (const each of reports) {
      if (passing) each.abandon();
      else await each.end('failed', reason);
    }
    if (cancelled) return undefined;
    throw error;
  }
}

async function takeAllGroupings({ ingest, worker }: RegroupTools): Promise<JobReport[]> {
  const reports: JobReport[] = [];
  for (;;) {
    const job = await ingest.leaseJob(worker, ['group']);
    if (job === undefined) return reports;
    reports.push(new JobReport(ingest, job, worker));
  }
}
