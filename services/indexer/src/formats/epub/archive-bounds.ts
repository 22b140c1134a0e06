/**
 * Where the ZIP archive is in its file. Mail programs, block devices and broken tools put bytes before or after it
 * or write a wrong length of its comment; the directory can be found all the same.
 */
import { createReadStream, open, read } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/** How far before the end of the file the archive's end record is looked for, in bytes: a comment has up to 64 KiB. */
const TAIL_BYTES = 256 * 1024;
/** Length of the end record without its comment, which comes last. */
const END_BYTES = 22;
/** Length of what points at the end record of ZIP64; it stands right before the end record. */
const LOCATOR_BYTES = 20;
const END = 0x06054b50;
const LOCATOR = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

export interface ArchiveBounds {
  /** Bytes before the archive. */
  start: number;
  /** Place after the end record, without its comment. */
  end: number;
  /** Nothing stands around the archive. */
  clean: boolean;
}

/** Undefined if the file has no end record that leads to a directory: no archive, or one that was cut off. */
export async function findArchive(file: FileHandle): Promise<ArchiveBounds | undefined> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES));
  const offset = size - tail.length;
  const beginsAtOnce = await startsLikeZip(file);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== END) continue;
    const end = offset + at + END_BYTES;
    const clean = tail.readUInt16LE(at + 20) === size - end;
    if (at >= LOCATOR_BYTES && tail.readUInt32LE(at - LOCATOR_BYTES) === LOCATOR)
      return { start: 0, end, clean };
    const directory = offset + at - tail.readUInt32LE(at + 12);
    const start = directory - tail.readUInt32LE(at + 16);
    const isEmpty = tail.readUInt16LE(at + 10) === 0;
    // An archive inside an archive that was cut off isn't the book: the outer one begins at the first byte.
    if (start < 0 || (start > 0 && beginsAtOnce)) continue;
    const first = await readAt(file, directory, 4);
    if (!isEmpty && (first.length < 4 || first.readUInt32LE(0) !== DIRECTORY_ENTRY)) continue;
    return { start, end, clean: clean && start === 0 };
  }
  return undefined;
}

/** Does the file begin with a local file header, as every ZIP archive with content does? */
export async function startsLikeZip(file: FileHandle): Promise<boolean> {
  const head = await readAt(file, 0, 4);
  return head.length === 4 && head.readUInt32LE(0) === LOCAL_HEADER;
}

/** The archive alone, as yauzl wants it: without what stands around it, and without its comment. */
export class BoundedReader extends RandomAccessReader {
  readonly #fd: number;
  readonly #bounds: Pick<ArchiveBounds, 'start' | 'end'>;
  /** Read as if it stood after the end: a directory that the file lacks. */
  readonly #tail: Buffer;

  constructor(fd: number, bounds: Pick<ArchiveBounds, 'start' | 'end'>, tail: Buffer = Buffer.alloc(0)) {
    super();
    this.#fd = fd;
    this.#bounds = bounds;
    this.#tail = tail;
  }

  get size(): number {
    return this.#bounds.end - this.#bounds.start + this.#tail.length;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const inTail = Math.min(length, Math.max(0, position + length - (this.size - this.#tail.length)));
    const inFile = length - inTail;
    if (inTail > 0) {
      const from = position + inFile - (this.size - this.#tail.length);
      if (from + inTail > this.#tail.length) {
        callback(new Error('the file ends too early'));
        return;
      }
      this.#tail.copy(buffer, offset + inFile, from, from + inTail);
    }
    read(this.#fd, buffer, offset, inFile, position + this.#bounds.start, (error, bytes) => {
      if (error === null && bytes < inFile) return callback(new Error('the file ends too early'));
      // The length of the comment: none is left.
      for (let at = Math.max(position, this.size - 2); at < position + length; at++) {
        buffer[offset + at - position] = 0;
      }
      callback(error);
    });
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const from = this.#bounds.start;
    return createReadStream('', {
      fd: this.#fd,
      start: from + start,
      end: from + end - 1,
      // A stream that is given up closes its file even without `autoClose`; this file serves all streams.
      fs: { open, read, close: (_fd, done) => done?.(null) },
    });
  }
}

/** Fewer bytes than asked for at the end of the file. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
