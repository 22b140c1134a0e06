/** Jobs as a list and as a stream of server-sent events. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Response, Router } from 'express';
import { toJobStatus } from '../browse/status.ts';
import type { Job, Jobs } from '../jobs/jobs.ts';

/** Jobs in a list: those to be done, then those that ended last. */
const LISTED_JOBS = 50;
/** A comment line keeps proxies from closing a silent stream, in milliseconds. */
const HEARTBEAT_MS = 15_000;
/** Browsers that may watch at once; each holds one connection open. */
const MAX_WATCHERS = 64;

/** Adds the routes; `stopping` ends the open streams. */
export function jobRoutes(router: Router, jobs: Jobs, stopping: AbortSignal): void {
  const watchers = new Set<Response>();
  stopping.addEventListener('abort', () => {
    for (const response of watchers) response.end();
  });
  router.get('/jobs', (_request, response) => {
    response.setHeader('cache-control', 'no-store').json({ jobs: jobs.list(LISTED_JOBS).map(toJobStatus) });
  });
  router.get('/jobs/events', (_request, response) => {
    if (watchers.size >= MAX_WATCHERS || stopping.aborted) {
      throw new LibTrailsError('resource_exhausted', 'Too many are watching the jobs: ask /jobs instead', {
        retryAfterSeconds: 10,
      });
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const send = (job: Job) => {
      // A reader that takes nothing up is cut off rather than buffered for.
      if (response.writableNeedDrain) response.destroy();
      else response.write(`event: job\nid: ${job.id}\ndata: ${JSON.stringify(toJobStatus(job))}\n\n`);
    };
    for (const job of jobs.list(LISTED_JOBS)) send(job);
    response.write(': ready\n\n');
    const unwatch = jobs.watch(send);
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    watchers.add(response);
    response.on('close', () => {
      unwatch();
      clearInterval(heartbeat);
      watchers.delete(response);
    });
  });
}
