/** EPUB files for tests: honest ones, and every kind of broken one that must be refused. */
import { writeFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

export interface FixtureEntry {
  name: string;
  data: string | Uint8Array;
  /** Claims another unpacked size than the true one. */
  claimedSize?: number;
  /** Sets the flag of ZIP's own encryption. */
  encrypted?: boolean;
  /** Not deflated. */
  stored?: boolean;
  /** Checksum and sizes stand behind the data, as programs write that don't know them before. */
  described?: boolean;
  /** The name's bytes, without the flag that says they are UTF-8. */
  rawName?: string | Uint8Array;
}

/** So that archives of very many empty files are made in no time. */
const NOTHING_DEFLATED = deflateRawSync('');

/** A ZIP archive with these entries, deflated. */
export function zip(entries: readonly FixtureEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize, encrypted, stored, described, rawName } of entries) {
    const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data);
    const packed = stored === true ? bytes : bytes.length === 0 ? NOTHING_DEFLATED : deflateRawSync(bytes);
    const path = Buffer.from(rawName ?? name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(
      (rawName === undefined ? 0x0800 : 0) | (encrypted === true ? 1 : 0) | (described === true ? 8 : 0),
      2,
    );
    common.writeUInt16LE(stored === true ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const descriptor = described === true ? [Buffer.from('PK\x07\x08'), common.subarray(10, 22)] : [];
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed, ...descriptor]);
    if (described === true) local.fill(0, 14, 26);
    parts.push(local);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, path]));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  const count = Math.min(entries.length, 0xffff);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  const large = count < 0xffff ? [] : [zip64End(entries.length, central.length, offset)];
  return Buffer.concat([...parts, central, ...large, end]);
}

/** What says the number of entries where 16 bits can't: ZIP64's end of the directory, and where it stands. */
function zip64End(entries: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(56 + 20);
  bytes.write('PK\x06\x06', 'latin1');
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(45, 12);
  bytes.writeUInt16LE(45, 14);
  bytes.writeBigUInt64LE(BigInt(entries), 24);
  bytes.writeBigUInt64LE(BigInt(entries), 32);
  bytes.writeBigUInt64LE(BigInt(length), 40);
  bytes.writeBigUInt64LE(BigInt(offset), 48);
  bytes.write('PK\x06\x07', 56, 'latin1');
  bytes.writeBigUInt64LE(BigInt(offset + length), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

export const CONTAINER_XML =
  '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

export interface FixtureBook {
  /** Content of `<metadata>`. */
  metadata?: string;
  /** File name (relative to the package) → XHTML, in reading order. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Names of files outside the reading order. */
  nonLinear?: readonly string[];
  /** Content of nav.xhtml's body. */
  nav?: string;
  /** Content of toc.ncx. */
  ncx?: string;
  /** Further `<item>` elements. */
  items?: string;
  /** After the spine. */
  guide?: string;
  /** Further entries; one with the name of a usual entry replaces it. */
  entries?: readonly FixtureEntry[];
  /** Usual entries that are left out. */
  without?: readonly string[];
}

export const METADATA =
  '<dc:title>A Book</dc:title><dc:creator id="a">Ann Author</dc:creator><dc:language>en</dc:language>';

/** A whole XHTML file around the content of its body. */
export function xhtml(body: string, bodyAttributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title></head><body ${bodyAttributes}>${body}</body></html>`;
}

/** The entries of an EPUB. */
export function epubEntries(book: FixtureBook = {}): FixtureEntry[] {
  const files = book.files ?? { 'one.xhtml': xhtml('<p>Some words to read.</p>') };
  const names = Object.keys(files);
  const items = names.map(
    (name, i) => `<item id="f${i}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  if (book.nav !== undefined) {
    items.push('<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>');
  }
  if (book.ncx !== undefined) {
    items.push('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>');
  }
  const spine = names.map(
    (name, i) => `<itemref idref="f${i}"${book.nonLinear?.includes(name) ? ' linear="no"' : ''}/>`,
  );
  const opf = `<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${book.metadata ?? METADATA}</metadata><manifest>${items.join('')}${book.items ?? ''}</manifest><spine toc="ncx">${spine.join('')}</spine>${book.guide ?? ''}</package>`;
  const usual: FixtureEntry[] = [
    { name: 'mimetype', data: 'application/epub+zip' },
    { name: 'META-INF/container.xml', data: CONTAINER_XML },
    { name: 'OEBPS/content.opf', data: opf },
    ...names.map((name) => ({ name: `OEBPS/${name}`, data: files[name]! })),
  ];
  if (book.nav !== undefined) usual.push({ name: 'OEBPS/nav.xhtml', data: xhtml(book.nav) });
  if (book.ncx !== undefined) usual.push({ name: 'OEBPS/toc.ncx', data: book.ncx });
  const replaced = new Set(book.entries?.map((entry) => entry.name));
  return [
    ...usual.filter((entry) => !replaced.has(entry.name) && !book.without?.includes(entry.name)),
    ...(book.entries ?? []),
  ];
}

export async function writeEpub(path: string, book: FixtureBook = {}): Promise<string> {
  await writeFile(path, zip(epubEntries(book)));
  return path;
}
