/** The container of MOBI and AZW3: a Palm database, which is a list of records (wiki.mobileread.com/wiki/PDB). */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mobiError } from './errors.ts';
import { MOBI_LIMITS } from './limits.ts';

const HEADER_BYTES = 78;
const ENTRY_BYTES = 8;
const TYPE_AT = 60;
const COUNT_AT = 76;

/** Bytes that can be read at any place; fewer come only at the end. */
export interface ByteSource {
  size: number;
  read(at: number, length: number): Buffer;
}

export class PalmDatabase {
  readonly #source: ByteSource;
  /** Where each record begins, and at last the end of the file. */
  readonly #offsets: readonly number[];

  /** @throws BookFileError not_mobi, other_kindle, too_large */
  constructor(source: ByteSource) {
    if (source.size > MOBI_LIMITS.bytes) throw mobiError('too_large', `${source.size} bytes`);
    const header = source.read(0, HEADER_BYTES);
    if (isOtherKindle(header)) throw mobiError('other_kindle');
    if (header.length < HEADER_BYTES || header.toString('latin1', TYPE_AT, TYPE_AT + 8) !== 'BOOKMOBI') {
      throw mobiError('not_mobi');
    }
    const count = header.readUInt16BE(COUNT_AT);
    const list = source.read(HEADER_BYTES, count * ENTRY_BYTES);
    if (count === 0 || list.length < count * ENTRY_BYTES)
      throw mobiError('not_mobi', 'its list of records is cut off');
    const offsets: number[] = [];
    for (let i = 0; i < count; i++) {
      const offset = list.readUInt32BE(i * ENTRY_BYTES);
      if (offset < (offsets.at(-1) ?? 0)) throw mobiError('not_mobi', 'its records are not in order');
      // What lies beyond the end of a file that was cut off is empty.
      offsets.push(Math.min(offset, source.size));
    }
    this.#source = source;
    this.#offsets = [...offsets, source.size];
  }

  get records(): number {
    return this.#offsets.length - 1;
  }

  /** Bytes of a record; 0 if there is none of this number. */
  bytesOf(index: number): number {
    return index < this.records ? this.#offsets[index + 1]! - this.#offsets[index]! : 0;
  }

  /** One record; undefined if there is none of this number. @throws BookFileError too_large */
  record(index: number, limit: number = MOBI_LIMITS.recordBytes): Buffer | undefined {
    const from = this.#offsets[index];
    const to = this.#offsets[index + 1];
    if (from === undefined || to === undefined) return undefined;
    if (to - from > limit) throw mobiError('too_large', `record ${index} has ${to - from} bytes`);
    return this.#source.read(from, to - from);
  }
}

/** Topaz begins with "TPZ", KFX with "CONT" or, protected, with "\xeaDRMION". */
function isOtherKindle(header: Buffer): boolean {
  const head = header.toString('latin1', 0, 8);
  return head.startsWith('TPZ') || head.startsWith('CONT') || head.startsWith('\xeaDRMION');
}

/** A file as a source. The caller closes it. @throws errors of the file system as they come */
export function openSource(path: string): ByteSource & { close(): void } {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return {
    size,
    read(at, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      let read = 0;
      while (read < bytes.length) {
        const more = readSync(file, bytes, read, bytes.length - read, at + read);
        if (more === 0) break;
        read += more;
      }
      return bytes.subarray(0, read);
    },
    close: () => closeSync(file),
  };
}

/** Bytes in memory as a source. */
export function sourceOf(bytes: Buffer): ByteSource {
  return { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
}
