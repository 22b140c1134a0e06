/** One book out of a multipart form. */
import { LibTrailsError } from '@libtrails/common/errors';
import busboy from 'busboy';
import type { Request } from 'express';
import type { Job, Jobs } from '../jobs/jobs.ts';

/**
 * Stores the form's first file, whatever its field's name, and queues the job that indexes it.
 * @throws LibTrailsError invalid_argument (no form, no file), unsupported_media_type (no book), too_large
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
      // A form that ends within the file also fails here, where the stream may have no reader any more.
      content.on('error', () => {});
      jobs.createUpload(content, filename ?? '', maxBytes).then(resolve, (error: unknown) => {
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
