/** Bytes of a text file → string, by byte order mark, declaration, and what the bytes can be. */
import { isUtf8 } from 'node:buffer';
import { BookFileError } from '../errors.ts';

/** How far into a file a declaration is looked for, in bytes (HTML says 1024 for <meta charset>). */
const DECLARATION_BYTES = 1024;
/** Share of unreadable characters above which a text is refused. Real books stay below a thousandth. */
const MAX_UNREADABLE = 0.01;

/** A text with so many more characters of UTF-8 than faults in them is UTF-8 that was damaged. */
const UTF_8_PER_FAULT = 20;

/**
 * Decodes XML or XHTML. A byte order mark decides; without one, bytes that are valid UTF-8 are UTF-8, whatever a
 * declaration says: no other text looks like that by chance. Then the declaration counts. A file that claims UTF-8,
 * or claims nothing, and isn't UTF-8 at all is read as windows-1252, the usual culprit.
 * @param path for the message
 * @throws BookFileError bad_encoding if more than one character in a hundred can't be read
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const text = decode(bytes);
  if (unreadableShare(text) > MAX_UNREADABLE) throw new BookFileError('bad_encoding', path);
  return text;
}

function decode(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked === 'utf-32le' || marked === 'utf-32be') return decodeUtf32(bytes, marked === 'utf-32le');
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const declared = declaredEncoding(bytes) ?? 'utf-8';
  // Its characters are escapes of ASCII, so that all of it is valid UTF-8, too.
  if (declared === 'iso-2022-jp') return new TextDecoder(declared).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes)) return text;
  const { good, faults } = countUtf8(text);
  if (good > (declared === 'utf-8' ? 0 : UTF_8_PER_FAULT * faults)) return text;
  return new TextDecoder(declared === 'utf-8' ? 'windows-1252' : declared).decode(bytes);
}

/** By byte order mark, or by the zero bytes that '<' has around it in UTF-16 and UTF-32. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
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
