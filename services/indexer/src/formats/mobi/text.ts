/** Records of text → the bytes of the book's markup. */
import { mobiError } from './errors.ts';
import type { MobiHeader } from './header.ts';
import { huffmanUnpacker } from './huffman.ts';
import { MOBI_LIMITS } from './limits.ts';
import type { PalmDatabase } from './palm-database.ts';
import { unpackPalmDoc } from './palm-doc.ts';

const PLAIN = 1;
const PALM_DOC = 2;
/** "DH". */
const HUFFMAN = 17_480;

/** @throws BookFileError damaged, too_large */
export function readText(database: PalmDatabase, header: MobiHeader): Buffer {
  const unpack = unpacker(database, header);
  const pieces: Buffer[] = [];
  let left: number = MOBI_LIMITS.textBytes;
  for (let i = 1; i <= header.textRecords; i++) {
    const record = database.record(header.start + i, MOBI_LIMITS.textRecordBytes);
    if (record === undefined) break;
    const piece = unpack(withoutTrailing(record, header.trailing), left);
    pieces.push(piece);
    left -= piece.length;
  }
  return Buffer.concat(pieces);
}

type Unpack = (packed: Buffer, limit: number) => Buffer;

function unpacker(database: PalmDatabase, header: MobiHeader): Unpack {
  if (header.compression === PALM_DOC) return unpackPalmDoc;
  if (header.compression === HUFFMAN) return huffmanUnpacker(database, header);
  if (header.compression !== PLAIN) throw mobiError('damaged', `unknown compression ${header.compression}`);
  return (packed, limit) => {
    if (packed.length > limit)
      throw mobiError('too_large', `more than ${MOBI_LIMITS.textBytes} bytes of text`);
    return packed;
  };
}

/**
 * Behind the text of a record stand entries that end with their own size, one for each bit of the flags but the
 * lowest; that one says that bytes of a divided character come before them.
 */
function withoutTrailing(record: Buffer, flags: number): Buffer {
  let end = record.length;
  for (let bits = flags >> 1; bits !== 0; bits >>= 1) {
    if ((bits & 1) === 1) end = Math.max(0, end - sizeBefore(record, end));
  }
  if ((flags & 1) === 1 && end > 0) end = Math.max(0, end - ((record[end - 1]! & 3) + 1));
  return record.subarray(0, end);
}

/** A number of up to 28 bits, seven a byte; its first byte has the highest bit. */
function sizeBefore(record: Buffer, end: number): number {
  let size = 0;
  for (const byte of record.subarray(Math.max(0, end - 4), end)) {
    if ((byte & 0x80) !== 0) size = 0;
    size = (size << 7) | (byte & 0x7f);
  }
  return size;
}
