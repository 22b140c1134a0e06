'use client';

import { useEffect, useState } from 'react';
import { type Job, listJobs } from '../upstream/jobs-api.ts';

/** Milliseconds between looks where the stream of events does not come through. */
const POLL_MS = 3_000;

export interface LiveJobs {
  jobs: readonly Job[];
  /** "live": by events; "polling": asked for; "offline": neither works at the moment. */
  state: 'connecting' | 'live' | 'polling' | 'offline';
}

const byId = (jobs: readonly Job[]): ReadonlyMap<number, Job> => new Map(jobs.map((job) => [job.id, job]));

/**
 * All jobs as they change: one stream of server-sent events, else the list every three seconds.
 * @param known those that the server knew when it made the page
 */
export function useJobs(known: readonly Job[] = []): LiveJobs {
  const [jobs, setJobs] = useState(() => byId(known));
  const [state, setState] = useState<LiveJobs['state']>('connecting');

  useEffect(() => {
    const events = new EventSource('/api/v1/jobs/events');
    events.addEventListener('open', () => setState('live'));
    events.addEventListener('error', () => setState((now) => (now === 'offline' ? now : 'polling')));
    events.addEventListener('job', (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as Job;
      setJobs((now) => new Map(now).set(job.id, job));
    });
    return () => events.close();
  }, []);

  const polls = state === 'polling' || state === 'offline';
  useEffect(() => {
    if (!polls) return;
    const look = async () => {
      const outcome = await listJobs();
      setState((now) => (now === 'live' ? now : outcome.ok ? 'polling' : 'offline'));
      if (outcome.ok) setJobs(byId(outcome.value.jobs));
    };
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [polls]);

  return { jobs: [...jobs.values()], state };
}
