/** Text in the encodings that `TextDecoder` knows and `TextEncoder` does not: decoding turned round. */

const TWO_BYTES = /^(?:gbk|big5|shift_jis|euc-)/;
const TABLES = new Map<string, Map<string, number[]>>();

/** @param encoding of one or two bytes a character, or utf-16le, utf-16be */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le');
    return encoding.endsWith('be') ? bytes.swap16() : bytes;
  }
  const table = TABLES.get(encoding) ?? tableOf(encoding);
  TABLES.set(encoding, table);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

function tableOf(encoding: string): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) {
      table.set(character, bytes);
    }
  };
  for (let first = 0; first < 256; first++) add([first]);
  if (!TWO_BYTES.test(encoding)) return table;
  for (let first = 128; first < 256; first++)
    for (let second = 0x40; second < 256; second++) add([first, second]);
  return table;
}
