/** Why a file can't be read as FB2. */
import { EPUB_ERRORS } from '../epub/errors.ts';

export const FB2_ERRORS = {
  // An archive is refused for the same reasons as that of an EPUB, and XML for the same entities.
  ...EPUB_ERRORS,
  not_fb2: 'This is not an FB2 book: it has no FictionBook element with a body.',
  no_fb2: 'The ZIP archive holds no .fb2 file.',
} as const;
