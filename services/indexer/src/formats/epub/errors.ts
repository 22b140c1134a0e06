/** Why a file can't be read as a book. The codes are stable: they are stored with the refused file. */

export const EPUB_ERRORS = {
  not_zip: 'This is not an EPUB: the file is not a ZIP archive.',
  truncated: 'The file is cut off or damaged: its ZIP archive has no valid end. Download or copy it again.',
  damaged: 'A part of the file is damaged and cannot be unpacked. Download or copy it again.',
  unsafe_path: 'The archive holds a path that leads out of it, which no honest EPUB does.',
  too_many_entries: 'The archive holds more files than a book can need.',
  too_large: 'The book, or a file in it, is larger than what is read.',
  zip_bomb: 'The archive unpacks to far more than its size; it looks made to exhaust the machine.',
  no_container:
    'META-INF/container.xml is missing or names no package file, so the book cannot be found in the archive.',
  no_package: 'The package file (OPF) that the container names is missing.',
  bad_xml: 'A file that describes the book is not well-formed XML.',
  entities:
    'A file in the book declares nested, external or too many XML entities, which can be made to exhaust the machine.',
  no_spine: 'The package file names no text: its spine is empty or points at files that are not there.',
  encrypted: 'The book is protected (DRM). Only files without protection can be read.',
  bad_encoding: 'The text is in an encoding other than the one it declares, and cannot be read.',
  too_heavy: 'Reading the book takes more memory or time than this machine gives the indexer.',
  no_text: 'The book holds no text: it may consist of pictures only.',
} as const;

export type EpubErrorCode = keyof typeof EPUB_ERRORS;

/** A file that is refused; the message says why in plain words, and `detail` where. */
export class EpubError extends Error {
  readonly code: EpubErrorCode;
  readonly detail: string;

  /** @param detail what exactly was found, such as the path inside the archive */
  constructor(code: EpubErrorCode, detail = '', options: { cause?: unknown } = {}) {
    super(detail === '' ? EPUB_ERRORS[code] : `${EPUB_ERRORS[code]} (${detail})`, options);
    this.name = 'EpubError';
    this.code = code;
    this.detail = detail;
  }
}
