/** Bytes of a text file → string, by byte order mark, declaration, and what the bytes can be. */
import { isUtf8 } from 'node:buffer';
import { BookFileError } from '../errors.ts';
import { guessEncoding } from './guess-encoding.ts';

/** How far into a file a declaration is looked for, in bytes (HTML says 1024 for <meta charset>). */
const DECLARATION_BYTES = 1024;
/** Share of unreadable characters above which a text is refused. Real books stay below a thousandth. */
const MAX_UNREADABLE = 0.01;

/** Before the first '<' of a file. */
const WHITE_SPACE: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20]);
const ESCAPE = 0x1b;

/** A text with so many more characters of UTF-8 than faults in them is UTF-8 that was damaged. */
const UTF_8_PER_FAULT = 20;

/**
 * Decodes XML or XHTML. A byte order mark decides; without one, bytes that are valid UTF-8 are UTF-8, whatever a
 * declaration says: no other text looks like that by chance. Then the declaration counts, unless the bytes contradict
 * it. Of a file that claims UTF-8, or claims nothing, and isn't UTF-8 the encoding is guessed.
 * @param path for the message
 * @throws BookFileError bad_encoding if more than one character in a hundred can't be read
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const text = withoutPadding(decode(bytes));
  if (unreadableShare(text) > MAX_UNREADABLE) throw new BookFileError('bad_encoding', path);
  return text;
}

/** Some tools and disks fill a file with zeros to a whole block. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}

function decode(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked === 'utf-32le' || marked === 'utf-32be') return decodeUtf32(bytes, marked === 'utf-32le');
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const declared = declaredEncoding(bytes) ?? 'utf-8';
  // Its characters are escapes of ASCII, so that all of it is valid UTF-8, too.
  if (declared === 'iso-2022-jp' || hasJapaneseEscapes(bytes)) {
    return new TextDecoder('iso-2022-jp').decode(bytes);
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes)) return text;
  const { good, faults } = countUtf8(text);
  if (good > (declared === 'utf-8' ? 1 : UTF_8_PER_FAULT) * faults) return text;
  if (declared !== 'utf-8') {
    const asDeclared = new TextDecoder(declared).decode(bytes);
    if (unreadableShare(asDeclared) <= MAX_UNREADABLE) return asDeclared;
  }
  return new TextDecoder(guessEncoding(bytes)).decode(bytes);
}

/** "ESC $ B" or "ESC $ @" begins kanji and kana in ISO-2022-JP; nothing else has escapes in a text. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(ESCAPE);
  return at !== -1 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40);
}

/** By byte order mark, or by the zero bytes that '<' or white space has around it in UTF-16 and UTF-32. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = Array.from(bytes.subarray(0, 4), (byte) => (WHITE_SPACE.has(byte) ? 0x3c : byte));
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return 'utf-32be';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return undefined;
}

/** Characters that are made into text at once. */
const UTF_32_PIECE = 8_192;

/** `TextDecoder` does not know it: the standard for browsers left it out. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (at > 0 || code !== 0xfeff) codes.push(isCharacter ? code : 0xfffd);
    if (codes.length < UTF_32_PIECE && at + 8 <= bytes.length) continue;
    pieces.push(String.fromCodePoint(...codes));
    codes = [];
  }
  return pieces.join('');
}

/** The encoding that XML or HTML declares in its first bytes, as the runtime calls it. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const match =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head) ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  if (match === null) return undefined;
  try {
    const { encoding } = new TextDecoder(match[1]);
    // A file whose declaration could be read byte by byte isn't UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

/** Characters beyond ASCII that were decoded as UTF-8, and places where that was not possible. */
function countUtf8(text: string): { good: number; faults: number } {
  let good = 0;
  let faults = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) faults++;
    else if (unit > 0x7f) good++;
  }
  return { good, faults };
}

/** Replacement characters, control characters and noncharacters, as a share of all. */
function unreadableShare(text: string): number {
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const control = unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d && unit !== 0x0c;
    if (control || unit === 0xfffd || unit >= 0xfffe) bad++;
  }
  return text.length === 0 ? 0 : bad / text.length;
}
