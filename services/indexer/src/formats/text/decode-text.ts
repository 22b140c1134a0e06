/** Bytes of a text file → string, by byte order mark, declaration, and what the bytes can be. */
import { BookFileError } from '../errors.ts';

/** How far into a file a declaration is looked for, in bytes (HTML says 1024 for <meta charset>). */
const DECLARATION_BYTES = 1024;
/** Share of unreadable characters above which a text is refused. Real books stay below a thousandth. */
const MAX_UNREADABLE = 0.01;

/**
 * Decodes XML or XHTML. A byte order mark wins over the declaration, the declaration over UTF-8. A file that
 * claims UTF-8, or claims nothing, and isn't UTF-8 at all is read as windows-1252, the usual culprit.
 * @param path for the message
 * @throws BookFileError bad_encoding if more than one character in a hundred can't be read
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const text = decode(bytes);
  if (unreadableShare(text) > MAX_UNREADABLE) throw new BookFileError('bad_encoding', path);
  return text;
}

function decode(bytes: Uint8Array): string {
  const label = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  if (label !== 'utf-8') return new TextDecoder(label).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!text.includes('\uFFFD') || hasMultiByteCharacters(text)) return text;
  return new TextDecoder('windows-1252').decode(bytes);
}

/** By byte order mark, or by the zero bytes that '<' has around it in UTF-16. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
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

/** A character beyond ASCII that isn't the replacement character proves that some of the text is UTF-8. */
function hasMultiByteCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  return /[^\x00-\x7f\ufffd]/.test(text);
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
