/** Bytes of a text in an encoding that nobody declared → string. */
import { BookFileError } from '../errors.ts';
import { decodeText } from './decode-text.ts';

/** What is looked at to tell UTF-16, in bytes. */
const SAMPLE_BYTES = 256 * 1024;
/** Share of zero bytes at even or odd places from which on a text without mark is UTF-16. */
const UTF_16_ZEROS = 0.3;

/**
 * As `decodeText`, and UTF-16 without a mark, which in plain text has no '<' to be known by.
 * @param path for the message
 * @throws BookFileError bad_encoding if more than one character in a hundred can't be read
 */
export function decodeAny(bytes: Uint8Array, path: string): string {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  return decodeText(bytes, path);
}

function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1 || bytes[0] === 0xff || bytes[0] === 0xfe) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1]!++;
  const [even = 0, odd = 0] = zeros.map((count) => (2 * count) / sample.length);
  if (odd > UTF_16_ZEROS && even < odd / 10) return 'utf-16le';
  if (even > UTF_16_ZEROS && odd < even / 10) return 'utf-16be';
  return undefined;
}

/** Refuses what no honest text has; a limit before anything is decoded. @throws BookFileError too_large */
export function checkTextSize(bytes: number, limit: number): void {
  if (bytes > limit) throw new BookFileError('too_large', `more than ${limit} bytes of text`);
}
