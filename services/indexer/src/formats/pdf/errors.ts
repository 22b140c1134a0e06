/** Why a file can't be read as a PDF. */
import { BOOK_FILE_ERRORS, BookFileError } from '../errors.ts';

export const PDF_ERRORS = {
  ...BOOK_FILE_ERRORS,
  not_pdf: 'This is not a PDF that can be read: it is damaged, or of another kind than its name says.',
  needs_password:
    'The PDF needs a password to be opened. Save a copy without one, for example with qpdf --decrypt.',
  no_text_layer: 'The PDF has no text layer: run OCR first, for example ocrmypdf.',
  too_many_pages: 'The PDF has more pages than a book can have.',
} as const;

export type PdfErrorCode = keyof typeof PDF_ERRORS;

export function pdfError(code: PdfErrorCode, detail = '', cause?: unknown): BookFileError {
  return new BookFileError(code, detail, { reason: PDF_ERRORS[code], cause });
}
