/** Files that readers upload: fetched from the library, indexed like those of the folder. */
import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hashFile } from '../folder/scan.ts';
import type { BookFormat } from '../formats/book-format.ts';
import { formatByName, sniffFormat } from '../formats/registry.ts';
import type { IngestClient, Job } from '../ingest-client.ts';
import { type IndexTools, indexFile } from '../run/index-file.ts';
import { JobReport } from '../run/job-report.ts';
import { makeUploadFolder, removeLeftovers } from './upload-folders.ts';

export interface UploadTools extends Omit<IndexTools, 'ingest' | 'onProgress'> {
  ingest: Pick<IngestClient, 'putBook' | 'refuse' | 'upload' | 'leaseJob' | 'report'>;
  /** Version that a file is made with now. */
  pipelineOf: (fileName: string) => string;
  worker: string;
}

/** Uploads stand beside the files of the folder, whose names they can't take. */
const UPLOAD_FOLDER = 'uploads';
/** Stage of a job that failed by its file; retrieval (browse/status.ts) knows it. */
const REFUSED_STAGE = 'refused';

/**
 * Does all waiting uploads.
 * @param leased one that this worker holds already
 * @returns how many of them call for new themes and domains
 * @throws LibTrailsError if a service is gone or the work was stopped; the upload is done again then
 */
export async function indexUploads(tools: UploadTools, leased?: Job | undefined): Promise<number> {
  await removeLeftovers();
  let changed = 0;
  for (let job = leased; ; job = undefined) {
    job ??= await tools.ingest.leaseJob(tools.worker, ['index']);
    if (job === undefined) return changed;
    if (await indexUpload(job, tools)) changed++;
  }
}

async function indexUpload(job: Job, tools: UploadTools): Promise<boolean> {
  const report = new JobReport(tools.ingest, job, tools.worker);
  const signal = AbortSignal.any([tools.signal, report.lost]);
  const folder = await makeUploadFolder();
  try {
    // The name of the upload may be too long for a file.
    const path = join(folder, `book${formatByName(job.title)?.extensions[0] ?? ''}`);
    await pipeline(tools.ingest.upload(job.id, tools.worker), createWriteStream(path), { signal });
    const { size } = await stat(path);
    const name = uploadName(job.title, await sniffFormat(path, job.title));
    const fileName = `${UPLOAD_FOLDER}/${name}`;
    const source = {
      fileName,
      contentHash: await hashFile(path),
      size,
      modifiedMs: 0,
      pipeline: tools.pipelineOf(fileName),
      bookId: 0,
      refusedCode: '',
    };
    const onProgress: IndexTools['onProgress'] = (stage, done, total) => {
      report.update({ stage, done, total, words: done });
    };
    // The uploader reads the reason on the job; the list of refused files is for files that are still there.
    const ingest = { putBook: tools.ingest.putBook.bind(tools.ingest), refuse: async () => {} };
    const outcome = await indexFile(path, source, { ...tools, ingest, signal, onProgress });
    const stored = 'title' in outcome;
    // A file that is refused is refused again: the stage says so, and no page offers another try.
    if (outcome.kind === 'refused') report.update({ stage: REFUSED_STAGE });
    await report.end(stored ? 'done' : 'failed', stored ? described(outcome) : outcome.reason);
    return (outcome.kind === 'created' || outcome.kind === 'replaced') && !outcome.groupingCurrent;
  } catch (error) {
    // Cancelled: nothing to report.
    if (report.lost.aborted && !tools.signal.aborted) return false;
    // The job stays: another worker, or this one later, gets it when the lease has run out.
    report.abandon();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** "Title", or "Title (not searched: 40 words (contents 40))". */
function described({ title, remarks }: { title: string; remarks?: string }): string {
  return remarks ? `${title} (${remarks})` : title;
}

/** The name of the uploaded file, as the name of a file of its format. */
function uploadName(title: string, format: BookFormat | undefined): string {
  const name = title.replaceAll(/[/\\]/g, '_').trim() || 'book';
  return format === undefined || formatByName(name) === format ? name : `${name}${format.extensions[0]}`;
}
