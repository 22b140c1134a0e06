/** PalmDOC's compression: literals, copies of what came before, and a space with a letter in one byte. */
import { mobiError } from './errors.ts';
import { MOBI_LIMITS } from './limits.ts';

/** Two bytes copy up to ten. */
const MAX_RATIO = 5;

/**
 * @param limit bytes that it may unpack to
 * @throws BookFileError damaged, too_large
 */
export function unpackPalmDoc(packed: Buffer, limit: number): Buffer {
  const out = Buffer.allocUnsafe(packed.length * MAX_RATIO);
  let to = 0;
  for (let at = 0; at < packed.length; ) {
    const byte = packed[at++]!;
    if (byte >= 0x01 && byte <= 0x08) {
      to += packed.copy(out, to, at, at + byte);
      at += byte;
    } else if (byte < 0x80) {
      out[to++] = byte;
    } else if (byte >= 0xc0) {
      out[to++] = 0x20;
      out[to++] = byte ^ 0x80;
    } else {
      // A copy whose second byte is missing ends a record that was cut off.
      if (at === packed.length) break;
      const pair = ((byte & 0x3f) << 8) | packed[at++]!;
      const from = to - (pair >> 3);
      if (from < 0 || from === to) throw mobiError('damaged', 'a copy of text that does not exist');
      // Byte by byte: a copy may overlap what it writes.
      for (let i = 0; i < (pair & 7) + 3; i++) out[to++] = out[from + i]!;
    }
  }
  if (to > limit) throw mobiError('too_large', `more than ${MOBI_LIMITS.textBytes} bytes of text`);
  return out.subarray(0, to);
}
