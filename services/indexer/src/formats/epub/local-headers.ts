/**
 * A ZIP archive whose directory is cut off or damaged, read by the headers that stand before each file. Only an
 * archive whose files are all whole is read so: half a download is refused.
 */
import type { FileHandle } from 'node:fs/promises';
import { readAt } from './archive-bounds.ts';
import { EpubError } from './errors.ts';
import type { EpubLimits } from './limits.ts';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Lengths in bytes of the fixed parts. */
const HEADER_BYTES = 30;
const DIRECTORY_ENTRY_BYTES = 46;
const DESCRIPTOR_BYTES = 16;
const END_BYTES = 22;
/** Bit 3 of the general purpose flags: checksum and sizes follow the data. */
const FLAG_DESCRIPTOR = 8;
/** Sizes that do not fit into 32 bits stand elsewhere: such archives are not recovered. */
const ZIP64 = 0xffffffff;
/** Bytes read at once while descriptors are looked for. */
const PIECE_BYTES = 1024 * 1024;

export interface RecoveredDirectory {
  /** Place after the last file. */
  end: number;
  /** Directory and end record, to be read as if they stood there. */
  bytes: Buffer;
}

interface Sizes {
  crc: number;
  compressed: number;
  uncompressed: number;
  /** Place after the data and its descriptor. */
  end: number;
}

/**
 * Makes the directory from the local headers; undefined if there is none, or a file is cut off.
 * @throws EpubError too_many_entries
 */
export async function recoverDirectory(
  file: FileHandle,
  limits: EpubLimits,
): Promise<RecoveredDirectory | undefined> {
  const { size } = await file.stat();
  if (size >= ZIP64) return undefined;
  const entries: Buffer[] = [];
  let descriptors: ReadonlyMap<number, Sizes> | undefined;
  let at = 0;
  // Less than a signature is the rest of the directory as well.
  while (size - at >= 4) {
    const header = await readAt(file, at, HEADER_BYTES);
    const signature = header.readUInt32LE(0);
    // The directory, or what is left in its place; whether files are missing is for the package to say.
    if (signature !== LOCAL_HEADER) break;
    if (header.length < HEADER_BYTES) return undefined;
    if (entries.length >= limits.entries) throw new EpubError('too_many_entries');
    const name = await readAt(file, at + HEADER_BYTES, header.readUInt16LE(26));
    const data = at + HEADER_BYTES + name.length + header.readUInt16LE(28);
    const isDescribed = (header.readUInt16LE(6) & FLAG_DESCRIPTOR) !== 0;
    if (isDescribed) descriptors ??= await findDescriptors(file, size, limits);
    const sizes = (isDescribed ? descriptors?.get(data) : undefined) ?? sizesOf(header, data);
    // Its sizes should have followed the data, which are cut off then.
    if (isDescribed && sizes.end === data) return undefined;
    if (sizes.end > size || sizes.compressed === ZIP64 || sizes.uncompressed === ZIP64) return undefined;
    entries.push(directoryEntry(header, name, sizes, at));
    at = sizes.end;
  }
  return entries.length === 0 ? undefined : { end: at, bytes: directory(entries, at) };
}

function sizesOf(header: Buffer, data: number): Sizes {
  const compressed = header.readUInt32LE(18);
  return {
    crc: header.readUInt32LE(14),
    compressed,
    uncompressed: header.readUInt32LE(22),
    end: data + compressed,
  };
}

/** All data descriptors by the place where their data begin: a descriptor says how many bytes stand before it. */
async function findDescriptors(
  file: FileHandle,
  size: number,
  limits: EpubLimits,
): Promise<Map<number, Sizes>> {
  const found = new Map<number, Sizes>();
  const signature = Buffer.from('PK\x07\x08', 'latin1');
  for (let start = 0; start < size; start += PIECE_BYTES) {
    const piece = await readAt(file, start, Math.min(PIECE_BYTES + DESCRIPTOR_BYTES - 1, size - start));
    for (let i = piece.indexOf(signature); i !== -1; i = piece.indexOf(signature, i + 1)) {
      if (i + DESCRIPTOR_BYTES > piece.length) break;
      const compressed = piece.readUInt32LE(i + 8);
      const data = start + i - compressed;
      if (data < HEADER_BYTES || found.has(data)) continue;
      // Each file has one; the signature hardly occurs by chance.
      if (found.size > 2 * limits.entries) throw new EpubError('too_many_entries');
      found.set(data, {
        crc: piece.readUInt32LE(i + 4),
        compressed,
        uncompressed: piece.readUInt32LE(i + 12),
        end: start + i + DESCRIPTOR_BYTES,
      });
    }
  }
  return found;
}

function directoryEntry(header: Buffer, name: Buffer, sizes: Sizes, at: number): Buffer {
  const entry = Buffer.alloc(DIRECTORY_ENTRY_BYTES);
  entry.writeUInt32LE(DIRECTORY_ENTRY, 0);
  entry.writeUInt16LE(20, 4);
  // Version, flags, method, time and date.
  header.copy(entry, 6, 4, 14);
  entry.writeUInt32LE(sizes.crc, 16);
  entry.writeUInt32LE(sizes.compressed, 20);
  entry.writeUInt32LE(sizes.uncompressed, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function directory(entries: readonly Buffer[], at: number): Buffer {
  const all = Buffer.concat(entries);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([all, end]);
}
