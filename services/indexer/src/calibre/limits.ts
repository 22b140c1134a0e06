/** How much of a Calibre library is read. A library of 50,000 books stays below all of these. */
export const LIMITS = {
  /** Size of metadata.db, in bytes: a large library has about 2 KB a book. */
  databaseBytes: 1024 ** 3,
  /** Rows of one table. */
  rows: 1_000_000,
  books: 100_000,
  /** Values of one kind for one book, such as tags. */
  values: 100,
  /** Text of a name or title, in UTF-16 units. */
  line: 500,
  /** HTML of a description, in UTF-16 units. */
  comments: 40_000,
  /** Time in which all must be read, in milliseconds: Calibre waits ten seconds for a reader. */
  readMs: 5_000,
} as const;

export type Limits = { readonly [N in keyof typeof LIMITS]: number };
