/** The library's part of the status page. */
import type { JobStatus__Out as JobStatus } from '@libtrails/proto/types/library/v1/JobStatus';
import type { StatusResponse__Out as StatusResponse } from '@libtrails/proto/types/library/v1/StatusResponse';
import type { Job } from '../store/job.ts';
import type { Store } from '../store/store.ts';

const JOBS_SHOWN = 20;
const REFUSED_SHOWN = 200;

/** Everything in the contract's status that is not about the process or the embedding service. */
export type LibraryStatus = Pick<
  StatusResponse,
  | 'state'
  | 'counts'
  | 'fingerprint'
  | 'jobs'
  | 'indexingPaused'
  | 'refused'
  | 'libraryBytes'
  | 'generation'
  | 'revision'
>;

export async function libraryStatus(store: Store): Promise<LibraryStatus> {
  const { catalogue } = store;
  const counts = await catalogue.counts();
  const jobs = (await store.jobs.jobs(JOBS_SHOWN)).map(toJobStatus);
  const busy = jobs.some(({ state }) => state === 'queued' || state === 'running');
  return {
    state: busy ? 'indexing' : counts.books === 0 ? 'empty' : 'ready',
    counts,
    fingerprint: store.fingerprint() ?? '',
    jobs,
    indexingPaused: await store.jobs.arePaused(),
    refused: await catalogue.refused(REFUSED_SHOWN),
    libraryBytes: await catalogue.bytes(),
    generation: store.generation(),
    revision: store.revision(),
  };
}

/** Stage of a failed upload whose file cannot be read: the indexer (worker/uploads.ts) sets it. */
const REFUSED_STAGE = 'refused';

/** A job as readers see it: without its file. It may be tried again where that can end otherwise. */
export function toJobStatus({ fileName, ...job }: Job): JobStatus {
  return { ...job, retryable: job.state === 'failed' && fileName !== '' && job.stage !== REFUSED_STAGE };
}
