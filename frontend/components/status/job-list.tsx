import { plural } from '../../lib/format.ts';
import { isOpen } from '../../lib/library/job-view.ts';
import type { JobStatus } from '../../lib/model.ts';
import * as strings from '../../lib/status/status-strings.ts';
import { CancelJob } from './cancel-job.tsx';

/** Indexing under way and lately done, with progress in words and as a bar. */
export function JobList({ jobs }: { jobs: readonly JobStatus[] }) {
  if (jobs.length === 0) return <p className="text-ink-2">{strings.status.noJobs}</p>;
  return (
    <ul className="max-w-reading border-t border-line">
      {jobs.map((job) => (
        <li key={job.id} className="border-b border-line py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{job.title || strings.status.jobKinds[job.kind] || job.kind}</span>
            <span className={job.state === 'failed' ? 'text-bad' : 'text-ink-2'}>
              {strings.status.jobStates[job.state] ?? job.state}
              {job.state === 'running' && job.stage ? ` · ${job.stage}` : ''}
            </span>
          </div>
          {job.state === 'running' && job.total > 0 ? (
            <progress
              value={job.done}
              max={job.total}
              aria-label={job.title || job.kind}
              className="progress mt-2 block h-2 w-full"
            />
          ) : null}
          <p className="mt-1 text-meta text-ink-3">
            {job.total > 0 ? strings.status.progress(job.done, job.total) : null}
            {job.words > 0 ? ` · ${plural(job.words, 'word')}` : null}
          </p>
          {job.message ? (
            <p className="text-meta break-words whitespace-pre-line text-ink-2">{job.message}</p>
          ) : null}
          {isOpen(job) ? <CancelJob id={job.id} title={job.title || job.kind} /> : null}
        </li>
      ))}
    </ul>
  );
}
