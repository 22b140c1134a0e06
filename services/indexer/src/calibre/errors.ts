import { LibTrailsError } from '@libtrails/common/errors';

/** Why a Calibre library can't be read: the message says what is wrong. */
export class CalibreError extends LibTrailsError {
  constructor(message: string, options?: { cause?: unknown }) {
    super('failed_precondition', message, options);
    this.name = 'CalibreError';
  }
}
