/** The encoding of a text that does not declare one, guessed from its bytes. */
import { analyse } from 'chardet';

/** Bytes of running text that are looked at: far more than the statistics of letters need. */
const SAMPLE_BYTES = 256 * 1024;
/** Of 100. Russian, whose letters are rare elsewhere, gets 30 at most; wrong guesses stay below 20. */
const MIN_CONFIDENCE = 25;
/** Encodings that are guessed: those of books. */
const GUESSED = /^(?:GB18030|Big5|Shift_JIS|EUC-(?:JP|KR)|ISO-2022-JP|ISO-8859-\d+|windows-125\d|KOI8-R)$/;
/** Western Europe, whose ISO 8859-1 is read so by the standard for browsers. */
const USUAL = 'windows-1252';

/** A label that `TextDecoder` knows; windows-1252, the usual culprit, where the bytes do not tell. */
export function guessEncoding(bytes: Uint8Array): string {
  const guess = analyse(tellingWords(withoutMarkup(bytes))).find(({ name }) => GUESSED.test(name));
  return guess !== undefined && guess.confidence >= MIN_CONFIDENCE ? guess.name : USUAL;
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
/** After '<' in markup: a letter of ASCII, "/", "!" or "?". */
const OPENS_MARKUP: ReadonlySet<number> = new Set(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/!?', (c) => c.charCodeAt(0)),
);

/** No encoding of GUESSED uses '<' within a character. */
function withoutMarkup(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(SAMPLE_BYTES, bytes.length));
  let size = 0;
  let inside = false;
  for (let at = 0; at < bytes.length && size < sample.length; at++) {
    const byte = bytes[at]!;
    if (byte === LESS_THAN && OPENS_MARKUP.has(bytes[at + 1] ?? 0)) inside = true;
    else if (inside) inside = byte !== GREATER_THAN;
    else sample[size++] = byte;
  }
  return sample.subarray(0, size);
}

/** Words with a byte beyond ASCII: words of English, and markup, look the same in all encodings. */
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
