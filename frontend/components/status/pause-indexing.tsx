'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import * as strings from '../../lib/status/status-strings.ts';
import { pauseIndexing, resumeIndexing } from '../../lib/upstream/jobs-api.ts';

/** Pauses all indexing, or resumes it; the page shows the new state at once. */
export function PauseIndexing({ paused }: { paused: boolean }) {
  const router = useRouter();
  const [problem, setProblem] = useState('');
  const [asked, setAsked] = useState(false);
  const change = async () => {
    setAsked(true);
    const outcome = await (paused ? resumeIndexing() : pauseIndexing());
    setAsked(false);
    setProblem(outcome.ok ? '' : outcome.problem.message);
    if (outcome.ok) router.refresh();
  };
  return (
    <p className="mb-3 flex flex-wrap items-baseline gap-x-4">
      {paused ? <span className="text-ink-2">{strings.status.paused}</span> : null}
      <button type="button" className="link min-h-8" disabled={asked} onClick={change}>
        {paused ? strings.status.resume : strings.status.pause}
      </button>
      {problem ? <span className="text-bad">{problem}</span> : null}
    </p>
  );
}
