/** What a MOBI or AZW3 file may cost to read. */

const MIB = 1024 * 1024;

export const MOBI_LIMITS = {
  /** Bytes of the file, which is read record by record. */
  bytes: 512 * MIB,
  /** Bytes of one record. Records of text have 4 KiB, pictures a few MiB. */
  recordBytes: 32 * MIB,
  /** Bytes of a record of text, which unpack to five times as many. */
  textRecordBytes: MIB,
  /** Bytes of the text unpacked, as for EPUB. */
  textBytes: 32 * MIB,
  /** Bytes of all phrases of a dictionary of HUFF/CDIC, unpacked; real ones have about 1 MiB. */
  phraseBytes: 16 * MIB,
  /** Phrases within phrases. */
  phraseDepth: 32,
  /** Bytes of one index: contents, skeletons, fragments. */
  indexBytes: 32 * MIB,
  /** Entries of one index. */
  indexEntries: 200_000,
  /** Bytes of one name or label. */
  labelBytes: 2_000,
  /** Nesting of the table of contents. */
  contentsDepth: 16,
  /** Records of metadata. */
  metadata: 2_000,
  coverBytes: 16 * MIB,
} as const;
