/** Inputs made of good ones by what breaks parsers: cut, doubled, moved, flipped, and the pieces that mean something. */
import type { Random } from './random.ts';

const INTERESTING_BYTES = [0, 1, 0x7f, 0x80, 0xff, 0x20, 0x0a, 0x3c, 0x26];
const INTERESTING_NUMBERS = [0, 1, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
/** One input gets so many changes at most. */
const MAX_CHANGES = 6;
/** Grown inputs stay small: depth finds more than length. In bytes and UTF-16 units. */
const MAX_SIZE = 64 * 1024;

/** A changed copy. */
export function mutateBytes(good: Uint8Array, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(good);
  for (let n = 1 + random.below(MAX_CHANGES); n > 0; n--) bytes = changeBytes(bytes, random);
  return bytes;
}

function changeBytes(bytes: Buffer, random: Random): Buffer {
  if (bytes.length < 8) return Buffer.alloc(8, random.below(256));
  const at = random.below(bytes.length - 4);
  const length = 1 + random.below(Math.min(256, bytes.length - at));
  switch (random.below(8)) {
    case 0:
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.pick(INTERESTING_BYTES);
      return bytes;
    case 2:
      bytes.writeUInt32LE(random.pick(INTERESTING_NUMBERS), at);
      return bytes;
    case 3:
      bytes.writeUInt16LE(random.pick(INTERESTING_NUMBERS) & 0xffff, at);
      return bytes;
    case 4:
      return Buffer.from(bytes.subarray(0, at));
    case 5:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 6:
      if (bytes.length > MAX_SIZE) return bytes;
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    default: {
      const to = random.below(bytes.length - length + 1);
      bytes.copy(bytes, to, at, at + length);
      return bytes;
    }
  }
}

/** A changed copy; `pieces` are words of the language it is in. */
export function mutateText(good: string, pieces: readonly string[], random: Random): string {
  let text = good;
  for (let n = 1 + random.below(MAX_CHANGES); n > 0; n--) text = changeText(text, pieces, random);
  return text;
}

function changeText(text: string, pieces: readonly string[], random: Random): string {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + 1 + random.below(80));
  const piece = random.pick(pieces);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + piece + text.slice(at);
    case 1:
      return text.slice(0, at) + piece + text.slice(to);
    case 2:
      return text.slice(0, at) + text.slice(to);
    case 3:
      if (text.length > MAX_SIZE) return text;
      return text.slice(0, to) + text.slice(at);
    case 4:
      if (text.length > MAX_SIZE) return text;
      return text.slice(0, at) + piece.repeat(1 + random.below(200)) + text.slice(at);
    case 5:
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
    default: {
      const from = random.below(text.length + 1);
      return text.slice(0, at) + text.slice(from, from + 200) + text.slice(to);
    }
  }
}
