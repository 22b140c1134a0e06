/** What the library itself has to say on the status page. */
import { statSync } from 'node:fs';
import type { Counts__Out as Counts } from '@libtrails/proto/types/library/v1/Counts';
import type { JobStatus__Out as JobStatus } from '@libtrails/proto/types/library/v1/JobStatus';
import type { RefusedFile__Out as RefusedFile } from '@libtrails/proto/types/library/v1/RefusedFile';
import type { StatusResponse__Out as StatusResponse } from '@libtrails/proto/types/library/v1/StatusResponse';
import type { Library } from '../store/sqlite/library.ts';
import { libraryPath } from '../store/sqlite/open.ts';
import type { Job } from '../store/sqlite/write/jobs.ts';

const JOBS_SHOWN = 20;
const REFUSED_SHOWN = 200;

/** Everything in the contract's status that is not about the process or the embedding service. */
export type LibraryStatus = Pick<
  StatusResponse,
  'state' | 'counts' | 'fingerprint' | 'jobs' | 'refused' | 'libraryBytes' | 'generation' | 'revision'
>;

/** Counting takes some milliseconds and changes only with the revision. */
const COUNTED = new WeakMap<Library, { revision: number; counts: Counts }>();

export function libraryStatus(library: Library): LibraryStatus {
  const counts = countLibrary(library);
  const jobs = library.statement<Job>('jobs-list').all(JOBS_SHOWN).map(toJobStatus);
  const busy = jobs.some(({ state }) => state === 'queued' || state === 'running');
  return {
    state: busy ? 'indexing' : counts.books === 0 ? 'empty' : 'ready',
    counts,
    fingerprint: library.fingerprint() ?? '',
    jobs,
    refused: library.statement<RefusedFile>('refused-list').all(REFUSED_SHOWN),
    libraryBytes: fileBytes(library),
    generation: library.generation(),
    revision: library.revision(),
  };
}

/** Stage of a failed upload whose file cannot be read: the indexer (worker/uploads.ts) sets it. */
const REFUSED_STAGE = 'refused';

/** A job as readers see it: without its file. It may be tried again where that can end otherwise. */
export function toJobStatus({ fileName, ...job }: Job): JobStatus {
  return { ...job, retryable: job.state === 'failed' && fileName !== '' && job.stage !== REFUSED_STAGE };
}

function countLibrary(library: Library): Counts {
  const known = COUNTED.get(library);
  if (known?.revision === library.revision()) return known.counts;
  const counts = library.statement<Counts>('status-counts').get() as Counts;
  COUNTED.set(library, { revision: library.revision(), counts });
  return counts;
}

/** The file and its write-ahead log. */
function fileBytes({ folder }: Library): number {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return sizeOf(libraryPath(folder)) + sizeOf(`${libraryPath(folder)}-wal`);
}
