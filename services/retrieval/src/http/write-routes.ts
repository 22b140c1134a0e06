/** Routes that write: uploads, deletions, backups. */
import { requestSignal } from '@libtrails/common/http-server';
import type { Router } from 'express';
import type { Access } from '../access/access.ts';
import { toJobStatus } from '../browse/status.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { parseRequest } from '../requests/parse.ts';
import { backupRequest, idRequest } from '../requests/requests.ts';
import type { BackupMaker } from '../store/backups.ts';
import type { Store } from '../store/store.ts';
import { onlyWriters } from './guard.ts';
import { listJobs } from './job-routes.ts';
import { receiveUpload } from './upload.ts';

export interface WriteParts {
  store: Pick<Store, 'write'>;
  jobs: Jobs;
  backups: BackupMaker;
  access: Access;
  maxUploadBytes: number;
}

export function writeRoutes(router: Router, parts: WriteParts): void {
  const { store, jobs, backups, access, maxUploadBytes } = parts;
  router.post('/books', onlyWriters(access), async (request, response) => {
    const job = await receiveUpload(request, jobs, maxUploadBytes);
    response.status(202).json(toJobStatus(job));
  });
  router.post('/jobs/:id/retry', onlyWriters(access), async (request, response) => {
    const { id } = parseRequest(idRequest, request.params);
    response.status(202).json(toJobStatus(await jobs.retry(id)));
  });
  router.post('/jobs/:id/cancel', onlyWriters(access), async (request, response) => {
    const { id } = parseRequest(idRequest, request.params);
    response.status(202).json(toJobStatus(await jobs.cancel(id)));
  });
  router.post('/jobs/pause', onlyWriters(access), async (_request, response) => {
    await jobs.pause();
    response.json(await listJobs(jobs));
  });
  router.post('/jobs/resume', onlyWriters(access), async (_request, response) => {
    await jobs.resume();
    response.json(await listJobs(jobs));
  });
  router.delete('/books/:id', onlyWriters(access), async (request, response) => {
    const { id } = parseRequest(idRequest, request.params);
    await store.write('deleteBook', id);
    response.status(204).end();
  });
  router.post('/backups', onlyWriters(access), async (request, response) => {
    const order = parseRequest(backupRequest, request.query);
    response.status(201).json(await backups.create(order, requestSignal(response)));
  });
}
