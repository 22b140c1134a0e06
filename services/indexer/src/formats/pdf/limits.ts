/** What a PDF may cost to read. */

const MIB = 1024 * 1024;

export const PDF_LIMITS = {
  /** Bytes of the file, which is read piece by piece. */
  bytes: 1024 * MIB,
  pages: 20_000,
  /** Characters of one page; a page of a newspaper has 60,000. */
  pageCharacters: 200_000,
  /** Characters of the book: ten times the longest novel. */
  characters: 64 * MIB,
  /** Pages of 64 KiB that PDFium may use: 256 MiB. A stream that unpacks to more ends the reading of the file. */
  memoryPages: 4_096,
  /** Entries of the outline. */
  outline: 10_000,
  outlineDepth: 32,
  /** Pixels of the cover. */
  coverWidth: 640,
  coverHeight: 1_280,
  /** Bytes that are searched for XMP, at the beginning and at the end of the file, each. */
  xmpBytes: 4 * MIB,
} as const;
