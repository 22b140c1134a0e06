/**
 * The files of a KF8 book (AZW3). Its text is one run of bytes: each file is a skeleton, into which the fragments that
 * follow it are put back (wiki.mobileread.com/wiki/KF8).
 */
import { mobiError } from './errors.ts';
import type { MobiHeader } from './header.ts';
import { type IndexEntry, readIndex } from './index-table.ts';
import type { PalmDatabase } from './palm-database.ts';

const TAG_FRAGMENTS = 1;
const TAG_PLACE = 6;

export interface Kf8File {
  /** Its markup, in pieces. */
  pieces: Buffer[];
}

/** A place in a file, in bytes of its markup. */
export interface Kf8Place {
  file: number;
  at: number;
}

export interface Kf8Text {
  files: Kf8File[];
  /** Where each fragment begins. */
  fragments: Kf8Place[];
  /** Style sheets and drawings. */
  flows: Buffer[];
}

/** @throws BookFileError damaged, too_large */
export function readKf8(database: PalmDatabase, header: MobiHeader, text: Buffer): Kf8Text {
  const table = (record: number | undefined) =>
    readIndex(database, record === undefined ? undefined : header.start + record, header.charset).entries;
  const [body, ...flows] = flowsOf(database, header, text);
  return { ...filesOf(body ?? text, table(header.skeletons), table(header.fragments)), flows };
}

function filesOf(
  text: Buffer,
  skeletons: readonly IndexEntry[],
  inserted: readonly IndexEntry[],
): Omit<Kf8Text, 'flows'> {
  // Without skeletons all is one file.
  if (skeletons.length === 0) return { files: [{ pieces: [text] }], fragments: [] };
  const files: Kf8File[] = [];
  const fragments: Kf8Place[] = [];
  let at = 0;
  for (const { tags } of skeletons) {
    const [from = -1, length = 0] = tags.get(TAG_PLACE) ?? [];
    // Files that overlap would make more text than there is.
    if (from < at) throw mobiError('damaged', 'the files in the book overlap');
    const skeleton = text.subarray(from, from + length);
    at = from + length;
    const pieces: Buffer[] = [];
    let bytes = 0;
    let used = 0;
    const add = (piece: Buffer) => {
      pieces.push(piece);
      bytes += piece.length;
    };
    const last = Math.min(fragments.length + (tags.get(TAG_FRAGMENTS)?.[0] ?? 0), inserted.length);
    while (fragments.length < last) {
      const { name, tags: ofFragment } = inserted[fragments.length]!;
      const fragment = text.subarray(at, at + (ofFragment.get(TAG_PLACE)?.[1] ?? 0));
      at += fragment.length;
      // Its place counts the fragments before it; one that goes back is put behind them.
      const before = Number.parseInt(name, 10) - from - bytes;
      if (before > 0) add(skeleton.subarray(used, used + before));
      used += Math.max(0, Math.min(before || 0, skeleton.length - used));
      fragments.push({ file: files.length, at: bytes });
      add(fragment);
    }
    add(skeleton.subarray(used));
    files.push({ pieces });
  }
  return { files, fragments };
}

/** The text comes first, then what it refers to. */
function flowsOf(database: PalmDatabase, { start, flows }: MobiHeader, text: Buffer): Buffer[] {
  const record = flows === undefined ? undefined : database.record(start + flows);
  if (record === undefined || record.length < 12 || record.toString('latin1', 0, 4) !== 'FDST') return [text];
  const at = record.readUInt32BE(4);
  const found: Buffer[] = [];
  let end = 0;
  for (let i = 0; i < record.readUInt32BE(8) && at + i * 8 + 8 <= record.length; i++) {
    const from = record.readUInt32BE(at + i * 8);
    if (from < end) throw mobiError('damaged', 'the parts of the text overlap');
    end = record.readUInt32BE(at + i * 8 + 4);
    found.push(text.subarray(from, end));
  }
  return found;
}
