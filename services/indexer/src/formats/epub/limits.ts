/** What a book may cost to read. Far above real books, far below what would hurt a machine with 1 GB. */

const MIB = 1024 * 1024;

export interface EpubLimits {
  /** Files in the archive. */
  entries: number;
  /** Bytes of all files unpacked. */
  totalBytes: number;
  /** Bytes of any one file unpacked. */
  entryBytes: number;
  /** Unpacked / packed bytes of one file. Plain prose reaches about 4, repetitive tables about 50. */
  ratio: number;
  /** Files smaller than this may have any ratio: they can't do harm. */
  ratioFromBytes: number;
  /** Bytes of one text file (XHTML). The longest in the test library has 1.8 MB, a dictionary in one file 18 MB. */
  textBytes: number;
  /** Bytes of all text files. */
  totalTextBytes: number;
  /** Bytes of container, OPF, nav and NCX, each. */
  packageBytes: number;
  /** Bytes of all style sheets that are read. */
  styleBytes: number;
  /** Bytes of the cover image. */
  coverBytes: number;
}

export const EPUB_LIMITS: EpubLimits = {
  entries: 10_000,
  totalBytes: 512 * MIB,
  entryBytes: 64 * MIB,
  ratio: 200,
  ratioFromBytes: MIB,
  textBytes: 32 * MIB,
  totalTextBytes: 64 * MIB,
  packageBytes: 8 * MIB,
  styleBytes: MIB,
  coverBytes: 16 * MIB,
};
