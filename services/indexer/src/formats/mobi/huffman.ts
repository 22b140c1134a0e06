/**
 * HUFF/CDIC, the compression of Kindle's own books: Huffman codes for phrases of a dictionary, whose phrases may be
 * packed themselves (wiki.mobileread.com/wiki/MOBI#HUFF).
 */
import { mobiError } from './errors.ts';
import type { MobiHeader } from './header.ts';
import { MOBI_LIMITS } from './limits.ts';
import type { PalmDatabase } from './palm-database.ts';

const MAX_CODE_BITS = 32;
/** Of a phrase's length: it is not packed. */
const LITERAL = 0x8000;

interface Codes {
  /** By the first eight bits: length of the code in bits, whether that is certain, and the highest code, at 32 bits. */
  short: { bits: number; isWhole: boolean; highest: number }[];
  /** By length in bits, at 32 bits. */
  lowest: number[];
  highest: number[];
}

interface Phrase {
  bytes: Buffer;
  isLiteral: boolean;
  /** Being unpacked: it may not hold itself. */
  isOpen: boolean;
}

/** @throws BookFileError damaged, too_large */
export function huffmanUnpacker(
  database: PalmDatabase,
  { start, huffman }: MobiHeader,
): (packed: Buffer, limit: number) => Buffer {
  const codes = readCodes(database.record(start + huffman.first));
  const phrases: Phrase[] = [];
  for (let i = 1; i < huffman.count; i++) {
    const record = database.record(start + huffman.first + i);
    if (record === undefined) break;
    readPhrases(record, phrases);
  }
  let phraseBytes = 0;

  const unpack = (packed: Buffer, limit: number, depth: number): Buffer => {
    if (depth > MOBI_LIMITS.phraseDepth) throw mobiError('damaged', 'phrases within phrases without end');
    const pieces: Buffer[] = [];
    let length = 0;
    let at = 0;
    const end = packed.length * 8;
    for (;;) {
      const window = bitsAt(packed, at);
      const { bits, highest } = codeOf(codes, window);
      at += bits;
      if (at > end) break;
      const phrase = phrases[(highest - window) >>> (MAX_CODE_BITS - bits)];
      if (phrase === undefined) throw mobiError('damaged', 'a code for no phrase');
      if (!phrase.isLiteral) {
        if (phrase.isOpen) throw mobiError('damaged', 'a phrase within itself');
        phrase.isOpen = true;
        phraseBytes += phrase.bytes.length;
        phrase.bytes = unpack(phrase.bytes, MOBI_LIMITS.phraseBytes, depth + 1);
        phrase.isLiteral = true;
        phrase.isOpen = false;
        phraseBytes += phrase.bytes.length;
        if (phraseBytes > MOBI_LIMITS.phraseBytes) throw mobiError('too_large', 'the dictionary of its text');
      }
      length += phrase.bytes.length;
      if (length > limit) throw mobiError('too_large', `more than ${MOBI_LIMITS.textBytes} bytes of text`);
      if (phrase.bytes.length > 0) pieces.push(phrase.bytes);
    }
    return Buffer.concat(pieces, length);
  };
  return (packed, limit) => unpack(packed, limit, 0);
}

function readCodes(record: Buffer | undefined): Codes {
  if (record === undefined || record.length < 24 || record.toString('latin1', 0, 4) !== 'HUFF') {
    throw mobiError('damaged', 'the codes of its text are missing');
  }
  const shortAt = record.readUInt32BE(8);
  const longAt = record.readUInt32BE(12);
  if (shortAt + 256 * 4 > record.length || longAt + 64 * 4 > record.length) {
    throw mobiError('damaged', 'the codes of its text are cut off');
  }
  const short = Array.from({ length: 256 }, (_, i) => {
    const value = record.readUInt32BE(shortAt + i * 4);
    const bits = value & 0x1f;
    if (bits === 0) throw mobiError('damaged', 'a code without bits');
    return { bits, isWhole: (value & 0x80) !== 0, highest: upTo(value >>> 8, bits) };
  });
  const lowest = [0];
  const highest = [0];
  for (let bits = 1; bits <= MAX_CODE_BITS; bits++) {
    const at = longAt + (bits - 1) * 8;
    lowest.push((record.readUInt32BE(at) << (MAX_CODE_BITS - bits)) >>> 0);
    highest.push(upTo(record.readUInt32BE(at + 4), bits));
  }
  return { short, lowest, highest };
}

/** The last number of 32 bits that begins with this code. */
function upTo(code: number, bits: number): number {
  return Number(BigInt.asUintN(32, ((BigInt(code) + 1n) << BigInt(MAX_CODE_BITS - bits)) - 1n));
}

function codeOf({ short, lowest, highest }: Codes, window: number): { bits: number; highest: number } {
  const first = short[window >>> 24]!;
  if (first.isWhole) return first;
  let { bits } = first;
  while (bits < MAX_CODE_BITS && window < lowest[bits]!) bits++;
  return { bits, highest: highest[bits]! };
}

/** The 32 bits from a place on; what lies beyond the end is zero. */
function bitsAt(bytes: Buffer, at: number): number {
  const byte = at >>> 3;
  const shift = at & 7;
  const of = (i: number) => bytes[byte + i] ?? 0;
  const whole = ((of(0) << 24) | (of(1) << 16) | (of(2) << 8) | of(3)) >>> 0;
  return shift === 0 ? whole : ((whole << shift) | (of(4) >>> (8 - shift))) >>> 0;
}

/** Adds the phrases of one record of the dictionary. */
function readPhrases(record: Buffer, phrases: Phrase[]): void {
  if (record.length < 16 || record.toString('latin1', 0, 4) !== 'CDIC') {
    throw mobiError('damaged', 'the dictionary of its text is missing');
  }
  const total = record.readUInt32BE(8);
  const bits = record.readUInt32BE(12);
  const count = Math.min(bits < 16 ? 2 ** bits : 65_536, total - phrases.length, (record.length - 16) >> 1);
  for (let i = 0; i < count; i++) {
    const at = 16 + record.readUInt16BE(16 + i * 2);
    if (at + 2 > record.length) throw mobiError('damaged', 'the dictionary of its text is cut off');
    const length = record.readUInt16BE(at);
    const bytes = record.subarray(at + 2, at + 2 + (length & ~LITERAL));
    phrases.push({ bytes, isLiteral: (length & LITERAL) !== 0, isOpen: false });
  }
}
