/** Retrieval's HTTP API for what changes the library: uploads, jobs, removing a book. In the browser. */
import type * as Http from '@libtrails/proto/http';
import { failed, type Outcome, succeeded } from '../errors/outcome.ts';
import * as strings from '../strings.ts';
import { readProblem } from './problem.ts';

/** A job; a failed upload whose file is still there can be tried again. */
export type Job = Http.JobStatus;

async function send<T>(path: string, init: RequestInit): Promise<Outcome<T>> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, init);
  } catch {
    return failed({ code: 'unavailable', message: strings.errors.offline });
  }
  if (!response.ok) return failed(await readProblem(response));
  return succeeded((response.status === 204 ? undefined : await response.json()) as T);
}

/** Uploads one EPUB; the answer is the job that indexes it. */
export function uploadBook(file: File): Promise<Outcome<Job>> {
  const form = new FormData();
  form.append('file', file, file.name);
  return send('/books', { method: 'POST', body: form });
}

export function listJobs(): Promise<Outcome<Http.ListJobsResponse>> {
  return send('/jobs', {});
}

export function retryJob(id: number): Promise<Outcome<Job>> {
  return send(`/jobs/${id}/retry`, { method: 'POST' });
}

/** Ends a job that waits or runs. */
export function cancelJob(id: number): Promise<Outcome<Job>> {
  return send(`/jobs/${id}/cancel`, { method: 'POST' });
}

export function pauseIndexing(): Promise<Outcome<Http.ListJobsResponse>> {
  return send('/jobs/pause', { method: 'POST' });
}

export function resumeIndexing(): Promise<Outcome<Http.ListJobsResponse>> {
  return send('/jobs/resume', { method: 'POST' });
}

/** Takes a book out of the index; its file stays where it is. */
export function removeBook(id: number): Promise<Outcome<undefined>> {
  return send(`/books/${id}`, { method: 'DELETE' });
}
