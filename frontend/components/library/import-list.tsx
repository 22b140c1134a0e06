'use client';

import { useState } from 'react';
import { isOpen, type JobFilter, sortedJobs } from '../../lib/library/job-view.ts';
import * as libraryStrings from '../../lib/library/library-strings.ts';
import { useDismissed } from '../../lib/library/use-dismissed.ts';
import * as statusStrings from '../../lib/status/status-strings.ts';
import * as strings from '../../lib/strings.ts';
import { type Job, retryJob } from '../../lib/upstream/jobs-api.ts';
import { CancelJob } from '../status/cancel-job.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';

const FILTERS: readonly JobFilter[] = ['all', 'open', 'failed'];
/** Lines shown at first: thousands of files must not make a page of thousands of lines. */
const SHOWN = 50;

const LOOKS: Readonly<Record<string, { icon: IconName; colour: string }>> = {
  running: { icon: 'retry', colour: 'text-accent' },
  queued: { icon: 'wait', colour: 'text-ink-3' },
  done: { icon: 'check', colour: 'text-ok' },
  failed: { icon: 'warn', colour: 'text-bad' },
};

/** Every book on its way in, live: its stage, how far it is, what went wrong and what to do about it. */
export function ImportList({ jobs: all }: { jobs: readonly Job[] }) {
  const [filter, setFilter] = useState<JobFilter>('all');
  const [shown, setShown] = useState(SHOWN);
  const { dismissed, dismiss } = useDismissed();
  const jobs = all.filter((job) => job.state !== 'failed' || !dismissed.has(job.id));
  if (jobs.length === 0) return <p className="text-ink-2">{libraryStrings.library.noJobs}</p>;
  const counts: Record<JobFilter, number> = {
    all: jobs.length,
    open: jobs.filter(isOpen).length,
    failed: jobs.filter((job) => job.state === 'failed').length,
  };
  const listed = sortedJobs(jobs, filter);
  return (
    <div className="max-w-reading">
      <div className="mb-2 flex flex-wrap gap-2">
        {FILTERS.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={filter === name}
            onClick={() => setFilter(name)}
          >
            {libraryStrings.library.filters[name](counts[name])}
          </button>
        ))}
      </div>
      <ul className="border-t border-line">
        {listed.slice(0, shown).map((job) => (
          <Import key={job.id} job={job} onDismiss={() => dismiss(job.id)} />
        ))}
      </ul>
      {listed.length > shown ? (
        <button type="button" className="button mt-3" onClick={() => setShown((n) => n + SHOWN)}>
          {libraryStrings.library.more(listed.length - shown)}
        </button>
      ) : null}
    </div>
  );
}

function Import({ job, onDismiss }: { job: Job; onDismiss: () => void }) {
  const [problem, setProblem] = useState('');
  const look = LOOKS[job.state] ?? { icon: 'wait', colour: 'text-ink-3' };
  const title = job.title || statusStrings.status.jobKinds[job.kind] || job.kind;
  const retry = async () => {
    const outcome = await retryJob(job.id);
    setProblem(outcome.ok ? '' : outcome.problem.message);
  };
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-line py-2.5">
      <Icon name={look.icon} className={`mt-0.5 size-4 ${look.colour}`} />
      <div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium break-words">{title}</span>
          <span className={job.state === 'failed' ? 'text-bad' : 'text-ink-2'}>
            {statusStrings.status.jobStates[job.state] ?? job.state}
            {job.state === 'running' && job.stage
              ? `: ${libraryStrings.library.stages[job.stage] ?? job.stage}`
              : ''}
          </span>
        </div>
        {job.state === 'running' && job.total > 0 ? (
          <>
            <progress
              value={job.done}
              max={job.total}
              aria-label={title}
              className="progress mt-1.5 block h-1.5 w-full"
            />
            <p className="mt-1 text-meta text-ink-3">
              {job.kind === 'folder'
                ? libraryStrings.library.searchable(job.done, job.total)
                : statusStrings.status.progress(job.done, job.total)}
            </p>
          </>
        ) : null}
        {job.message ? (
          <p
            className={`break-words whitespace-pre-line ${job.state === 'failed' ? 'text-ink' : 'text-ink-2'}`}
          >
            {job.message}
          </p>
        ) : null}
        {isOpen(job) ? <CancelJob id={job.id} title={title} /> : null}
        {job.state === 'failed' ? (
          <p className="flex flex-wrap gap-x-4">
            {job.retryable ? (
              <button type="button" className="link min-h-8" onClick={retry}>
                {strings.errors.retry}
              </button>
            ) : null}
            <button
              type="button"
              className="link min-h-8"
              onClick={() => navigator.clipboard.writeText(`${title}: ${job.message}`)}
            >
              {libraryStrings.library.copyDetails}
            </button>
            <button
              type="button"
              className="link min-h-8"
              aria-label={libraryStrings.library.dismissFile(title)}
              onClick={onDismiss}
            >
              {libraryStrings.library.dismiss}
            </button>
          </p>
        ) : null}
        {problem ? <p className="text-bad">{problem}</p> : null}
      </div>
    </li>
  );
}
