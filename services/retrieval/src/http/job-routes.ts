/** Jobs as a list and as a stream of server-sent events. */
import { limitKey } from '@libtrails/common/client-address';
import { LibTrailsError } from '@libtrails/common/errors';
import { httpCaller } from '@libtrails/common/http-server';
import type { ListJobsResponse__Out as ListJobsResponse } from '@libtrails/proto/types/library/v1/ListJobsResponse';
import type { Response, Router } from 'express';
import { toJobStatus } from '../browse/status.ts';
import type { Job, Jobs } from '../jobs/jobs.ts';

/** Jobs in a list: those to be done, then those that ended last. */
const LISTED_JOBS = 50;
/** A comment line keeps proxies from closing a silent stream, in milliseconds. */
const HEARTBEAT_MS = 15_000;
/** Browsers that may watch at once; each holds one connection open. */
const MAX_WATCHERS = 64;
/** Of these one client's: as many tabs of one household as watch at the same time. */
const MAX_WATCHERS_OF_CLIENT = 8;

/** The answer of GET /jobs. */
export async function listJobs(jobs: Jobs): Promise<ListJobsResponse> {
  const listed = await jobs.list(LISTED_JOBS);
  return { jobs: listed.map(toJobStatus), paused: await jobs.arePaused() };
}

/** Adds the routes; `stopping` ends the open streams. */
export function jobRoutes(router: Router, jobs: Jobs, stopping: AbortSignal): void {
  const watchers = new Map<Response, string>();
  stopping.addEventListener('abort', () => {
    for (const response of watchers.keys()) response.end();
  });
  router.get('/jobs', async (_request, response) => {
    response.setHeader('cache-control', 'no-store').json(await listJobs(jobs));
  });
  router.get('/jobs/events', async (request, response) => {
    const client = limitKey(httpCaller(request).client);
    const ofClient = [...watchers.values()].filter((other) => other === client).length;
    if (watchers.size >= MAX_WATCHERS || ofClient >= MAX_WATCHERS_OF_CLIENT || stopping.aborted) {
      throw new LibTrailsError('resource_exhausted', 'Too many are watching the jobs: ask /jobs instead', {
        retryAfterSeconds: 10,
      });
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const sent = new Set<number>();
    const send = (job: Job) => {
      sent.add(job.id);
      // A reader that takes nothing up is cut off rather than buffered for.
      if (response.writableNeedDrain) response.destroy();
      else response.write(`event: job\nid: ${job.id}\ndata: ${JSON.stringify(toJobStatus(job))}\n\n`);
    };
    const unwatch = jobs.watch(send);
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    watchers.set(response, client);
    response.on('close', () => {
      unwatch();
      clearInterval(heartbeat);
      watchers.delete(response);
    });
    // What changed while the list was read is newer than the list.
    for (const job of await jobs.list(LISTED_JOBS)) if (!sent.has(job.id)) send(job);
    response.write(': ready\n\n');
  });
}
