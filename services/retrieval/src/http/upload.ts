/** One EPUB out of a multipart form. */
import type { Readable } from 'node:stream';
import { LibTrailsError } from '@libtrails/common/errors';
import busboy from 'busboy';
import type { Request } from 'express';
import type { Job, Jobs } from '../jobs/jobs.ts';

/** First bytes of every ZIP file, and so of every EPUB. */
const ZIP_MAGIC = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * Stores the form's first file, whatever its field's name, and queues the job that indexes it.
 * @throws LibTrailsError invalid_argument (no form, no file), unsupported_media_type (no EPUB), too_large
 */
export function receiveUpload(request: Request, jobs: Jobs, maxBytes: number): Promise<Job> {
  return new Promise((resolve, reject) => {
    let form: busboy.Busboy;
    try {
      form = busboy({ headers: request.headers, limits: { files: 1, fields: 0 }, defParamCharset: 'utf8' });
    } catch (cause) {
      throw new LibTrailsError('invalid_argument', 'Send the file as multipart/form-data', { cause });
    }
    let found = false;
    form.on('file', (_field, content, { filename }) => {
      found = true;
      jobs.createUpload(onlyEpub(content), filename ?? '', maxBytes).then(resolve, (error: unknown) => {
        content.resume();
        reject(error);
      });
    });
    form.on('error', (cause) =>
      reject(new LibTrailsError('invalid_argument', 'The form is damaged', { cause })),
    );
    form.on('close', () => {
      if (!found) reject(new LibTrailsError('invalid_argument', 'The form holds no file'));
    });
    request.on('aborted', () => form.destroy(new Error('The connection broke off')));
    request.pipe(form);
  });
}

/** Passes the content on if it begins like an EPUB. */
async function* onlyEpub(content: Readable): AsyncGenerator<Uint8Array> {
  let start = Buffer.alloc(0);
  let checked = false;
  for await (const piece of content as AsyncIterable<Buffer>) {
    if (checked) {
      yield piece;
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < ZIP_MAGIC.length) continue;
    requireZip(start);
    checked = true;
    yield start;
  }
  if (!checked && start.length > 0) requireZip(start);
}

function requireZip(start: Buffer): void {
  if (!start.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) {
    throw new LibTrailsError(
      'unsupported_media_type',
      'This is not an EPUB file: it does not begin like one',
    );
  }
}
