/**
 * The first record of a book: headers of PalmDOC and MOBI, then metadata (EXTH). Field places are those of the
 * MobileRead wiki (wiki.mobileread.com/wiki/MOBI).
 */
import { mobiError } from './errors.ts';
import { MOBI_LIMITS } from './limits.ts';
import type { PalmDatabase } from './palm-database.ts';

const MOBI_AT = 16;
/** Of a reference to a record: there is none. */
const NONE = 0xffffffff;
const HAS_EXTH = 0x40;
const UTF_8 = 65001;
/** AZW3 files are of this version of the format (KF8), older ones of 6 or less. */
const KF8 = 8;
const KF8_BOUNDARY = 121;

export interface MobiHeader {
  /** Record with this header; those of a KF8 book behind an older one are counted from it. */
  start: number;
  isKf8: boolean;
  compression: number;
  textRecords: number;
  /** Which entries follow the text in each record. */
  trailing: number;
  charset: 'utf-8' | 'windows-1252';
  title: string;
  /** Language of Windows, as a number. */
  locale: number;
  /** First record with a picture, counted from the first record of the file. */
  firstPicture: number;
  huffman: { first: number; count: number };
  /** Records, counted from `start`; undefined if there is none. */
  contents: number | undefined;
  flows: number | undefined;
  fragments: number | undefined;
  skeletons: number | undefined;
  /** Number of a kind of metadata → values, undecoded. */
  metadata: ReadonlyMap<number, readonly Buffer[]>;
}

/**
 * Of a file with both an old and a KF8 book the header of the latter: both hold the same text, KF8 with more markup.
 * @throws BookFileError not_mobi, encrypted, too_large
 */
export function readHeader(database: PalmDatabase): MobiHeader {
  const old = headerAt(database, 0);
  if (old === undefined) throw mobiError('not_mobi');
  if (old.isKf8) return old;
  const boundary = numberOf(old.metadata.get(KF8_BOUNDARY)?.[0]);
  if (boundary === undefined || boundary === NONE || boundary === 0) return old;
  const newer = headerAt(database, boundary);
  if (newer === undefined || !newer.isKf8) return old;
  // Pictures stand before the boundary, where the first header counts them.
  return { ...newer, firstPicture: old.firstPicture };
}

function headerAt(database: PalmDatabase, start: number): MobiHeader | undefined {
  const record = database.record(start);
  if (record === undefined || record.length < MOBI_AT + 24) return undefined;
  if (record.toString('latin1', MOBI_AT, MOBI_AT + 4) !== 'MOBI') return undefined;
  const length = record.readUInt32BE(20);
  // Fields beyond the header's own length do not exist.
  const field = (at: number) =>
    at + 4 <= Math.min(MOBI_AT + length, record.length) ? record.readUInt32BE(at) : NONE;
  const reference = (at: number) => (field(at) === NONE ? undefined : field(at));
  if (record.readUInt16BE(12) !== 0) throw mobiError('encrypted');
  const charset = record.readUInt32BE(28) === UTF_8 ? 'utf-8' : 'windows-1252';
  const isKf8 = field(36) === KF8;
  const titleAt = reference(84) ?? 0;
  const titleBytes = Math.min(reference(88) ?? 0, MOBI_LIMITS.labelBytes);
  return {
    start,
    isKf8,
    compression: record.readUInt16BE(0),
    textRecords: record.readUInt16BE(8),
    trailing: (reference(240) ?? 0) & 0xffff,
    charset,
    title: new TextDecoder(charset).decode(record.subarray(titleAt, titleAt + titleBytes)),
    locale: reference(92) ?? 0,
    firstPicture: reference(108) ?? database.records,
    huffman: { first: reference(112) ?? 0, count: reference(116) ?? 0 },
    contents: reference(244),
    flows: isKf8 ? reference(192) : undefined,
    fragments: isKf8 ? reference(248) : undefined,
    skeletons: isKf8 ? reference(252) : undefined,
    metadata: ((reference(128) ?? 0) & HAS_EXTH) === 0 ? new Map() : readMetadata(record, MOBI_AT + length),
  };
}

function readMetadata(record: Buffer, from: number): Map<number, Buffer[]> {
  const values = new Map<number, Buffer[]>();
  if (from + 12 > record.length || record.toString('latin1', from, from + 4) !== 'EXTH') return values;
  const count = Math.min(record.readUInt32BE(from + 8), MOBI_LIMITS.metadata);
  for (let i = 0, at = from + 12; i < count && at + 8 <= record.length; i++) {
    const kind = record.readUInt32BE(at);
    const length = record.readUInt32BE(at + 4);
    if (length < 8) break;
    const list = values.get(kind) ?? [];
    list.push(record.subarray(at + 8, at + length));
    values.set(kind, list);
    at += length;
  }
  return values;
}

/** A value that is a number. */
export function numberOf(value: Buffer | undefined): number | undefined {
  return value !== undefined && value.length === 4 ? value.readUInt32BE(0) : undefined;
}
