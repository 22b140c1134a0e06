/** Why a file can't be read as an EPUB. */
import { BOOK_FILE_ERRORS, BookFileError } from '../errors.ts';

export const EPUB_ERRORS = {
  ...BOOK_FILE_ERRORS,
  not_zip: 'This is not an EPUB: the file is not a ZIP archive.',
  truncated: 'The file is cut off or damaged: its ZIP archive has no valid end. Download or copy it again.',
  unsafe_path: 'The archive holds a path that leads out of it, which no honest EPUB does.',
  too_many_entries: 'The archive holds more files than a book can need.',
  zip_bomb: 'The archive unpacks to far more than its size; it looks made to exhaust the machine.',
  no_container:
    'META-INF/container.xml is missing or names no package file, so the book cannot be found in the archive.',
  no_package: 'The package file (OPF) that the container names is missing.',
  bad_xml: 'A file that describes the book is not well-formed XML.',
  entities:
    'A file in the book declares nested, external or too many XML entities, which can be made to exhaust the machine.',
  no_spine: 'The package file names no text: its spine is empty or points at files that are not there.',
} as const;

export type EpubErrorCode = keyof typeof EPUB_ERRORS;

export class EpubError extends BookFileError {
  declare readonly code: EpubErrorCode;

  constructor(code: EpubErrorCode, detail = '', options: { cause?: unknown } = {}) {
    super(code, detail, { ...options, reason: EPUB_ERRORS[code] });
    this.name = 'EpubError';
  }
}
