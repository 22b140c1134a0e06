'use client';

import { useEffect, useState } from 'react';
import { duration } from '../../lib/format.ts';
import { isOpen, type Sample, timeLeft } from '../../lib/library/job-view.ts';
import * as strings from '../../lib/library/library-strings.ts';
import type { Job } from '../../lib/upstream/jobs-api.ts';

/** Looks kept: about the last two minutes of a busy stream. */
const SAMPLES = 60;

/** The whole of what is under way: one bar, and how long it will take as a range. Nothing while nothing is. */
export function OverallProgress({ jobs }: { jobs: readonly Job[] }) {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const open = jobs.filter(isOpen);
  // A folder counts its books; every other job is one piece of work.
  const total = open.reduce((sum, job) => sum + (job.kind === 'folder' ? job.total : 1), 0);
  const done = open.reduce((sum, job) => sum + (job.kind === 'folder' ? job.done : part(job)), 0);

  useEffect(() => {
    setSamples((now) => (total === 0 ? [] : [...now, { at: Date.now(), done }].slice(-SAMPLES)));
  }, [done, total]);

  if (total === 0) return null;
  const left = timeLeft(samples, total);
  return (
    <div className="mb-4 max-w-reading">
      <progress
        value={done}
        max={total}
        aria-label={strings.library.overall}
        className="progress block h-2 w-full"
      />
      <p className="mt-1 text-ink-2">
        {strings.library.underWay(open.length)}
        {left ? ` · ${strings.library.timeLeft(duration(left.from), duration(left.to))}` : ''}
      </p>
    </div>
  );
}

const part = (job: Job) => (job.total > 0 ? Math.min(1, job.done / job.total) : 0);
