'use client';

import { useState } from 'react';
import * as strings from '../../lib/status/status-strings.ts';
import { cancelJob } from '../../lib/upstream/jobs-api.ts';

/** Ends a job that waits or runs; the list shows it as ended when it hears so. */
export function CancelJob({ id, title }: { id: number; title: string }) {
  const [problem, setProblem] = useState('');
  const [asked, setAsked] = useState(false);
  const cancel = async () => {
    setAsked(true);
    const outcome = await cancelJob(id);
    setAsked(outcome.ok);
    setProblem(outcome.ok ? '' : outcome.problem.message);
  };
  return (
    <p className="flex flex-wrap gap-x-4">
      <button
        type="button"
        className="link min-h-8"
        disabled={asked}
        aria-label={strings.status.cancelLabel(title)}
        onClick={cancel}
      >
        {strings.status.cancel}
      </button>
      {problem ? <span className="text-bad">{problem}</span> : null}
    </p>
  );
}
