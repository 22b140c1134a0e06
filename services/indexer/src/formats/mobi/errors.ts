/** Why a file can't be read as MOBI or AZW3. */
import { EPUB_ERRORS } from '../epub/errors.ts';
import { BookFileError } from '../errors.ts';

export const MOBI_ERRORS = {
  // Its text is read as that of a chapter of an EPUB.
  ...EPUB_ERRORS,
  not_mobi:
    'This is not a MOBI or AZW3 file that can be read: it is damaged, or of another kind than its name says.',
  other_kindle:
    'This Kindle file is of a kind that is not read (Topaz or KFX). Convert it with Calibre, for example to EPUB.',
} as const;

export type MobiErrorCode = keyof typeof MOBI_ERRORS;

export function mobiError(code: MobiErrorCode, detail = ''): BookFileError {
  return new BookFileError(code, detail, { reason: MOBI_ERRORS[code] });
}
