/** What a book that is one file of text may cost to read. */

const MIB = 1024 * 1024;

export const TEXT_LIMITS = {
  /** Bytes of the file. The longest novels have 8 MB, the Encyclopædia Britannica of 1911 about 250. */
  bytes: 32 * MIB,
  /** With fewer words a file of text is a note, and no book. */
  minWords: 100,
} as const;

export const TEXT_ERRORS = {
  too_short: 'The file holds fewer than 100 words: it is a note rather than a book.',
} as const;
