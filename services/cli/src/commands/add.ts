/** `libtrails add FILE...`. */
import type { JobStatus, ListJobsResponse } from '@libtrails/proto/http';
import { fromCaller } from '../data-folder.ts';
import { EXIT } from '../exit-codes.ts';
import { type ApiFlags, LibraryApi } from '../library-api.ts';
import { json } from '../output.ts';
import { safe } from '../reading-text.ts';

/** Between two looks at the jobs, in milliseconds. */
const LOOK_MS = 1_000;

/** Uploads files one after the other; a file that is not taken does not stop the others. */
export async function add(
  files: string[],
  flags: ApiFlags & { json?: boolean; wait?: boolean },
): Promise<void> {
  const api = new LibraryApi(flags);
  const jobs: JobStatus[] = [];
  const failed: { file: string; message: string }[] = [];
  let firstError: unknown;
  for (const file of files) {
    try {
      jobs.push(await api.upload(fromCaller(file)));
    } catch (error) {
      firstError ??= error;
      failed.push({ file, message: error instanceof Error ? error.message : String(error) });
    }
  }
  if (jobs.length === 0) throw firstError;
  const done = flags.wait ? await untilEnded(api, jobs) : jobs;
  if (flags.json) console.log(json({ jobs: done, failed }));
  else
    for (const { id, title, state, message } of done)
      console.log(safe(`${title}: job ${id} ${state} ${message}`.trim()));
  for (const { file, message } of failed) console.error(`libtrails: ${file}: ${message}`);
  if (failed.length > 0 || done.some(({ state }) => state === 'failed')) process.exitCode = EXIT.failed;
}

/** The jobs as they ended. Those that are no longer listed ended long ago. */
async function untilEnded(api: LibraryApi, jobs: readonly JobStatus[]): Promise<JobStatus[]> {
  for (;;) {
    const { jobs: listed } = await api.get<ListJobsResponse>('/jobs');
    const now = jobs.map((job) => listed.find(({ id }) => id === job.id) ?? job);
    const isOpen = ({ id, state }: JobStatus) =>
      (state === 'queued' || state === 'running') && listed.some((job) => job.id === id);
    if (!now.some(isOpen)) return now;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
