/**
 * An index of a book (INDX): entries with a name and tagged numbers, and the labels that they point at (CNCX)
 * (wiki.mobileread.com/wiki/MOBI#Index_meta_record).
 */
import { mobiError } from './errors.ts';
import { MOBI_LIMITS } from './limits.ts';
import type { PalmDatabase } from './palm-database.ts';

export interface IndexEntry {
  name: string;
  /** Number of a tag → its values. */
  tags: ReadonlyMap<number, readonly number[]>;
}

export interface IndexTable {
  entries: IndexEntry[];
  /** The label that an entry points at; empty if there is none. */
  label(at: number): string;
}

/** What a tag is called, how many numbers each of its values has, and which bits of a control byte count them. */
interface Tag {
  tag: number;
  numbers: number;
  mask: number;
  /** Ends the tags of one control byte. */
  isEnd: boolean;
}

const NO_INDEX: IndexTable = { entries: [], label: () => '' };
/** Labels are counted as if each of their records had so many bytes. */
const LABEL_RECORD = 0x10000;

/**
 * @param first record with the index's header, counted from the beginning of the file; undefined if there is none
 * @throws BookFileError damaged, too_large
 */
export function readIndex(database: PalmDatabase, first: number | undefined, charset: string): IndexTable {
  if (first === undefined) return NO_INDEX;
  const head = indexRecord(database, first);
  const records = head.readUInt32BE(24);
  const labelRecords = head.readUInt32BE(52);
  const { controlBytes, tags } = readTags(head);
  const entries: IndexEntry[] = [];
  let bytes = 0;
  for (let i = 1; i <= records; i++) {
    const record = indexRecord(database, first + i);
    bytes += record.length;
    if (bytes > MOBI_LIMITS.indexBytes) throw mobiError('too_large', 'an index');
    readEntries(record, controlBytes, tags, entries);
  }
  const decoder = new TextDecoder(charset);
  const labels: (Buffer | undefined)[] = [];
  return {
    entries,
    label(at) {
      const index = Math.floor(at / LABEL_RECORD);
      if (index >= labelRecords) return '';
      labels[index] ??= database.record(first + records + 1 + index, LABEL_RECORD);
      const record = labels[index];
      if (record === undefined) return '';
      const numbers = new Numbers(record, at % LABEL_RECORD, record.length);
      const length = Math.min(numbers.next(), MOBI_LIMITS.labelBytes);
      return decoder.decode(record.subarray(numbers.at, numbers.at + length));
    },
  };
}

function indexRecord(database: PalmDatabase, index: number): Buffer {
  const record = database.record(index, MOBI_LIMITS.indexBytes);
  if (record === undefined || record.length < 56 || record.toString('latin1', 0, 4) !== 'INDX') {
    throw mobiError('damaged', `record ${index} is no index`);
  }
  return record;
}

function readTags(head: Buffer): { controlBytes: number; tags: Tag[] } {
  const at = head.readUInt32BE(4);
  if (at + 12 > head.length || head.toString('latin1', at, at + 4) !== 'TAGX') {
    throw mobiError('damaged', 'an index without tags');
  }
  const end = Math.min(at + head.readUInt32BE(at + 4), head.length);
  const tags: Tag[] = [];
  for (let i = at + 12; i + 4 <= end; i += 4) {
    tags.push({ tag: head[i]!, numbers: head[i + 1]!, mask: head[i + 2]!, isEnd: head[i + 3] === 1 });
  }
  return { controlBytes: head.readUInt32BE(at + 8), tags };
}

function readEntries(
  record: Buffer,
  controlBytes: number,
  tags: readonly Tag[],
  entries: IndexEntry[],
): void {
  const list = record.readUInt32BE(20);
  const count = Math.min(record.readUInt32BE(24), Math.floor((record.length - list - 4) / 2));
  for (let i = 0; i < count; i++) {
    const from = record.readUInt16BE(list + 4 + i * 2);
    const to = i + 1 < count ? record.readUInt16BE(list + 6 + i * 2) : list;
    // Entries that overlap would cost the square of their number.
    if (to < from || to > record.length)
      throw mobiError('damaged', 'the entries of an index are not in order');
    if (entries.length >= MOBI_LIMITS.indexEntries) throw mobiError('too_large', 'entries of an index');
    if (from < to) entries.push(readEntry(record.subarray(from, to), controlBytes, tags));
  }
}

function readEntry(bytes: Buffer, controlBytes: number, tags: readonly Tag[]): IndexEntry {
  const nameEnd = 1 + bytes[0]!;
  const name = bytes.toString('latin1', 1, nameEnd);
  const numbers = new Numbers(bytes, nameEnd + controlBytes, bytes.length);
  /** Values of a tag, or bytes that they take. */
  const counts: { tag: Tag; values: number; bytes: number }[] = [];
  let control = nameEnd;
  for (const tag of tags) {
    if (tag.isEnd) {
      control++;
      continue;
    }
    const bits = (bytes[control] ?? 0) & tag.mask;
    if (bits === 0) continue;
    const isOne = (tag.mask & (tag.mask - 1)) === 0;
    if (bits === tag.mask && !isOne) counts.push({ tag, values: 0, bytes: numbers.next() });
    else counts.push({ tag, values: bits / (tag.mask & -tag.mask), bytes: 0 });
  }
  const found = new Map<number, number[]>();
  for (const { tag, values, bytes: length } of counts) {
    const list: number[] = [];
    const end = numbers.at + length;
    while (!numbers.isAtEnd && (length > 0 ? numbers.at < end : list.length < values * tag.numbers)) {
      list.push(numbers.next());
    }
    found.set(tag.tag, list);
  }
  return { name, tags: found };
}

/** Numbers of seven bits a byte, the highest first; the last byte of each has its top bit set. */
class Numbers {
  readonly #bytes: Buffer;
  readonly #end: number;
  at: number;

  constructor(bytes: Buffer, at: number, end: number) {
    this.#bytes = bytes;
    this.at = at;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end;
  }

  /** 0 at the end. */
  next(): number {
    let value = 0;
    // Four bytes hold any place in a book.
    for (let i = 0; i < 4 && this.at < this.#end; i++) {
      const byte = this.#bytes[this.at++]!;
      value = (value << 7) | (byte & 0x7f);
      if ((byte & 0x80) !== 0) break;
    }
    return value;
  }
}
