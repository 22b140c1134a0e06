/** Why a file can't be read as a book. The codes are stable: they are stored with the refused file. */

/** Reasons of any format; each format adds its own (`BookFormat.errors`). */
export const BOOK_FILE_ERRORS = {
  not_a_book: 'This is not a book that can be read: its content is of another kind than its name says.',
  empty: 'The file is empty. Download or copy it again.',
  damaged: 'A part of the file is damaged and cannot be unpacked. Download or copy it again.',
  too_large: 'The book, or a file in it, is larger than what is read.',
  encrypted: 'The book is protected (DRM). Only files without protection can be read.',
  bad_encoding: 'The text is in an encoding other than the one it declares, and cannot be read.',
  too_heavy: 'Reading the book takes more memory or time than this machine gives the indexer.',
  no_text: 'The book holds no text: it may consist of pictures only.',
} as const;

export type BookFileErrorCode = keyof typeof BOOK_FILE_ERRORS;

/** A file that is refused; the message says why in plain words, and `detail` where. */
export class BookFileError extends Error {
  readonly code: string;
  readonly reason: string;
  readonly detail: string;

  /**
   * @param detail what exactly was found, such as the path inside the archive
   * @param options `reason`: the sentence for a code that a format has of its own
   */
  constructor(code: string, detail = '', options: { reason?: string | undefined; cause?: unknown } = {}) {
    const reason = options.reason ?? BOOK_FILE_ERRORS[code as BookFileErrorCode] ?? code;
    super(detail === '' ? reason : `${reason} (${detail})`, options);
    this.name = 'BookFileError';
    this.code = code;
    this.reason = reason;
    this.detail = detail;
  }
}
