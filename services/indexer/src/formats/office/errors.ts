/** Why a file can't be read as DOCX or ODT. */
import { EPUB_ERRORS } from '../epub/errors.ts';
import { BookFileError } from '../errors.ts';
import { TEXT_ERRORS } from '../text/text-limits.ts';

export const OFFICE_ERRORS = {
  // The archive is refused for the same reasons as that of an EPUB, and XML for the same entities.
  ...EPUB_ERRORS,
  ...TEXT_ERRORS,
  not_office:
    'This is not a DOCX or ODT file that can be read: it is of an older kind, protected by a password, or damaged. Save it again without a password, or convert it with Calibre.',
} as const;

export function notOffice(detail: string): BookFileError {
  return new BookFileError('not_office', detail, { reason: OFFICE_ERRORS.not_office });
}
