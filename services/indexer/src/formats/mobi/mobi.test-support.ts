/** Makes small MOBI and AZW3 files. */

export interface FixtureMobi {
  /** Markup of an older book, or the text of a KF8 book: skeletons, each followed by its fragments. */
  text: string | Buffer;
  /** Default 1, no compression. With 17480 the text is that of `huffmanCodes`. */
  compression?: number;
  encryption?: number;
  charset?: number;
  version?: number;
  title?: string;
  /** Kind of metadata → value. */
  metadata?: readonly (readonly [number, string | number])[];
  /** Flags for entries behind the text of each record, and their bytes. */
  trailing?: { flags: number; bytes: Buffer };
  /** Contents: label, and offset or fragment and offset, and the place of the entry above. */
  contents?: readonly { label: string; at: number | readonly [number, number]; parent?: number }[];
  skeletons?: readonly { at: number; length: number; fragments: number }[];
  fragments?: readonly { insertAt: number; length: number }[];
  phrases?: readonly { bytes: Buffer; isLiteral: boolean }[];
  pictures?: readonly Buffer[];
  /** Records of another book behind this one. */
  behind?: readonly Buffer[];
}

const NONE = 0xffffffff;
const HEADER_LENGTH = 264;
const RECORD_BYTES = 4_096;

/** The file. */
export function makeMobi(fixture: FixtureMobi): Buffer {
  return palmDatabase(mobiRecords(fixture));
}

export function palmDatabase(records: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(78 + records.length * 8 + 2);
  header.write('fixture', 0, 'latin1');
  header.write('BOOKMOBI', 60, 'latin1');
  header.writeUInt16BE(records.length, 76);
  let at = header.length;
  for (const [i, record] of records.entries()) {
    header.writeUInt32BE(at, 78 + i * 8);
    at += record.length;
  }
  return Buffer.concat([header, ...records]);
}

export function mobiRecords(fixture: FixtureMobi): Buffer[] {
  const { compression = 1, encryption = 0, charset = 65001, version = 6, title = 'The Lamp' } = fixture;
  const text = Buffer.from(fixture.text as string);
  const trailing = fixture.trailing ?? { flags: 0, bytes: Buffer.alloc(0) };
  const texts: Buffer[] = [];
  for (let at = 0; at < text.length; at += RECORD_BYTES) {
    texts.push(Buffer.concat([text.subarray(at, at + RECORD_BYTES), trailing.bytes]));
  }
  const records: Buffer[] = [Buffer.alloc(0), ...texts];
  const add = (more: readonly Buffer[]) => {
    if (more.length === 0) return NONE;
    records.push(...more);
    return records.length - more.length;
  };
  const huffman = fixture.phrases === undefined ? [] : huffmanRecords(fixture.phrases);
  const places = {
    112: add(huffman),
    108: add(fixture.pictures ?? []),
    244: add(fixture.contents === undefined ? [] : contentsRecords(fixture.contents)),
    252: add(fixture.skeletons === undefined ? [] : skeletonRecords(fixture.skeletons)),
    248: add(fixture.fragments === undefined ? [] : fragmentRecords(fixture.fragments)),
    192: NONE,
  };
  const metadata = metadataOf(fixture.metadata ?? []);
  const name = Buffer.from(title);
  const head = Buffer.alloc(16 + HEADER_LENGTH);
  head.writeUInt16BE(compression, 0);
  head.writeUInt32BE(text.length, 4);
  head.writeUInt16BE(texts.length, 8);
  head.writeUInt16BE(RECORD_BYTES, 10);
  head.writeUInt16BE(encryption, 12);
  head.write('MOBI', 16, 'latin1');
  head.writeUInt32BE(HEADER_LENGTH, 20);
  head.writeUInt32BE(charset, 28);
  head.writeUInt32BE(version, 36);
  head.writeUInt32BE(head.length + metadata.length, 84);
  head.writeUInt32BE(name.length, 88);
  head.writeUInt32BE(0x0809, 92);
  for (const [at, record] of Object.entries(places)) head.writeUInt32BE(record, Number(at));
  head.writeUInt32BE(huffman.length, 116);
  head.writeUInt32BE(0x40, 128);
  head.writeUInt32BE(trailing.flags, 240);
  records[0] = Buffer.concat([head, metadata, name]);
  return [...records, ...(fixture.behind ?? [])];
}

function metadataOf(values: readonly (readonly [number, string | number])[]): Buffer {
  const records = values.map(([kind, value]) => {
    const data = typeof value === 'number' ? uint32(value) : Buffer.from(value);
    return Buffer.concat([uint32(kind), uint32(8 + data.length), data]);
  });
  const bytes = Buffer.concat(records);
  return Buffer.concat([Buffer.from('EXTH'), uint32(12 + bytes.length), uint32(values.length), bytes]);
}

/** Phrases below it have codes of eight bits, the others of nine. */
const SHORT_CODES = 128;

/** The codes of phrases, one after the other: 255 - place in eight bits, 383 - place in nine. */
export function huffmanCodes(...places: readonly number[]): Buffer {
  const codes = places.map((place) =>
    place < SHORT_CODES ? (255 - place).toString(2) : (383 - place).toString(2).padStart(9, '0'),
  );
  const bits = codes.join('').match(/.{1,8}/g) ?? [];
  return Buffer.from(bits.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

function huffmanRecords(phrases: readonly { bytes: Buffer; isLiteral: boolean }[]): Buffer[] {
  // A first byte below 128 begins a code that has more than eight bits.
  const isWhole = (byte: number) => (byte < SHORT_CODES ? 0 : 0x80);
  const short = Buffer.concat(
    Array.from({ length: 256 }, (_, byte) => uint32((0xff << 8) | isWhole(byte) | 8)),
  );
  const head = Buffer.concat([Buffer.from('HUFF'), uint32(24), uint32(24), uint32(24 + short.length)]);
  // Real records repeat both tables in the other order of bytes.
  const long = Buffer.alloc(64 * 4);
  long.writeUInt32BE(SHORT_CODES, 7 * 8);
  long.writeUInt32BE(255, 7 * 8 + 4);
  long.writeUInt32BE(383, 8 * 8 + 4);
  const table = Buffer.concat([head, Buffer.alloc(8), short, long, short, long]);
  const offsets = Buffer.alloc(phrases.length * 2);
  const bodies: Buffer[] = [];
  let at = offsets.length;
  for (const [i, { bytes, isLiteral }] of phrases.entries()) {
    offsets.writeUInt16BE(at, i * 2);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length | (isLiteral ? 0x8000 : 0));
    bodies.push(length, bytes);
    at += 2 + bytes.length;
  }
  const dictionary = [Buffer.from('CDIC'), uint32(16), uint32(phrases.length), uint32(8), offsets, ...bodies];
  return [table, Buffer.concat(dictionary)];
}

function contentsRecords(contents: NonNullable<FixtureMobi['contents']>): Buffer[] {
  const labels: Buffer[] = [];
  let at = 0;
  const entries = contents.map(({ label, at: place, parent }, i) => {
    const bytes = Buffer.concat([varint(Buffer.byteLength(label)), Buffer.from(label)]);
    const numbers = [
      ...(typeof place === 'number' ? [place] : []),
      at,
      ...(typeof place === 'number' ? [] : place),
      ...(parent === undefined ? [] : [parent]),
    ];
    const control = (typeof place === 'number' ? 1 : 4) | 2 | (parent === undefined ? 0 : 8);
    labels.push(bytes);
    at += bytes.length;
    return { name: String(i), control, numbers };
  });
  const tags = [
    [1, 1, 1],
    [3, 1, 2],
    [6, 2, 4],
    [21, 1, 8],
  ];
  return [...indexRecords(tags, entries, 1), Buffer.concat(labels)];
}

function skeletonRecords(skeletons: NonNullable<FixtureMobi['skeletons']>): Buffer[] {
  const tags = [
    [1, 1, 3],
    [6, 2, 12],
  ];
  // As Amazon writes them: each value twice.
  const entries = skeletons.map(({ at, length, fragments }, i) => ({
    name: `SKEL${String(i).padStart(10, '0')}`,
    control: 0b1010,
    numbers: [fragments, fragments, at, length, at, length],
  }));
  return indexRecords(tags, entries, 0);
}

function fragmentRecords(fragments: NonNullable<FixtureMobi['fragments']>): Buffer[] {
  const entries = fragments.map(({ insertAt, length }) => ({
    name: String(insertAt).padStart(10, '0'),
    control: 1,
    numbers: [0, length],
  }));
  return indexRecords([[6, 2, 1]], entries, 0);
}

function indexRecords(
  tags: readonly (readonly number[])[],
  entries: readonly { name: string; control: number; numbers: readonly number[] }[],
  labelRecords: number,
): Buffer[] {
  const tagBytes = Buffer.from([...tags.flatMap((tag) => [...tag, 0]), 0, 0, 0, 1]);
  const head = Buffer.alloc(56);
  head.write('INDX', 0, 'latin1');
  head.writeUInt32BE(56, 4);
  head.writeUInt32BE(1, 24);
  head.writeUInt32BE(labelRecords, 52);
  const tagHead = Buffer.concat([Buffer.from('TAGX'), uint32(12 + tagBytes.length), uint32(1)]);
  const data = Buffer.alloc(56);
  data.write('INDX', 0, 'latin1');
  data.writeUInt32BE(entries.length, 24);
  const bodies: Buffer[] = [];
  const offsets = Buffer.alloc(entries.length * 2);
  let at = data.length;
  for (const [i, { name, control, numbers }] of entries.entries()) {
    const bytes = [
      Buffer.from([name.length]),
      Buffer.from(name),
      Buffer.from([control]),
      ...numbers.map(varint),
    ];
    offsets.writeUInt16BE(at, i * 2);
    bodies.push(...bytes);
    at += bytes.reduce((sum, { length }) => sum + length, 0);
  }
  data.writeUInt32BE(at, 20);
  return [
    Buffer.concat([head, tagHead, tagBytes]),
    Buffer.concat([data, ...bodies, Buffer.from('IDXT'), offsets]),
  ];
}

function varint(value: number): Buffer {
  const bytes = [(value & 0x7f) | 0x80];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift(rest & 0x7f);
  return Buffer.from(bytes);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
