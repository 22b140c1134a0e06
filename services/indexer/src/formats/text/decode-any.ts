/** Bytes of a text in an encoding that nobody declared → string. */
import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { BookFileError } from '../errors.ts';
import { declaredEncoding, decodeText } from './decode-text.ts';

/** What is looked at to tell an encoding, in bytes: far more than the statistics of letters need. */
const SAMPLE_BYTES = 256 * 1024;
/** Share of zero bytes at even or odd places from which on a text without mark is UTF-16. */
const UTF_16_ZEROS = 0.3;

/**
 * Decodes by byte order mark, as UTF-8 where the bytes are, by a declaration that is not UTF-8, else by the
 * frequencies of letters (ICU's method).
 * @param path for the message
 * @throws BookFileError bad_encoding if more than one character in a hundred can't be read
 */
export function decodeAny(bytes: Uint8Array, path: string): string {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  const declared = declaredEncoding(bytes);
  const hasMark = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0xef;
  if (isUtf8(bytes) || hasMark || (declared !== undefined && declared !== 'utf-8'))
    return decodeText(bytes, path);
  const text = new TextDecoder(guessEncoding(bytes)).decode(bytes);
  if (text.includes('\ufffd')) return decodeText(bytes, path);
  return text;
}

/** The likeliest encoding that the runtime can decode; windows-1252 where nothing is likely. */
function guessEncoding(bytes: Uint8Array): string {
  for (const { name } of analyse(tellingWords(bytes.subarray(0, SAMPLE_BYTES)))) {
    // What is called ISO-8859-1 holds windows-1252's quotation marks; so do browsers read it.
    try {
      const { encoding } = new TextDecoder(name);
      if (!encoding.startsWith('utf')) return encoding;
    } catch {
      // An encoding that the runtime does not know: the next one.
    }
  }
  return 'windows-1252';
}

/** Words with a byte beyond ASCII: markup and words of English look the same in all encodings. */
function tellingWords(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(bytes.length + 1);
  let length = 0;
  let start = 0;
  let tells = false;
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i] ?? 0x20;
    const isLetter = byte >= 0x80 || ((byte | 0x20) - 0x61 < 26 && (byte | 0x20) >= 0x61);
    if (byte >= 0x80) tells = true;
    if (isLetter) continue;
    if (tells) {
      words.set(bytes.subarray(start, i), length);
      length += i - start;
      words[length++] = 0x20;
    }
    start = i + 1;
    tells = false;
  }
  // Where most bytes are letters beyond ASCII, every byte may be a part of one.
  return length > bytes.length / 3 ? bytes : words.subarray(0, length);
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
