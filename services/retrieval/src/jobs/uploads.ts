/** Uploaded files between their arrival and the end of their job: data folder/uploads/<sha256>.<extension>. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BOOK_FORMATS,
  type BookFormatInfo,
  formatNames,
  formatOfContent,
  SNIFFED_BYTES,
} from '@libtrails/common/book-formats';
import { LibTrailsError } from '@libtrails/common/errors';

/** The contract's largest piece of an upload. */
const PIECE_BYTES = 1024 * 1024;
const MAX_TITLE_UNITS = 200;

export class Uploads {
  readonly #folder: string;

  /** @param dataFolder the library's data folder */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'uploads');
  }

  /**
   * Stores a file and returns its name in the uploads folder. Equal files are stored once.
   * @throws LibTrailsError too_large beyond `maxBytes`, unsupported_media_type if it can be no book; nothing is
   *   left then
   */
  async store(content: AsyncIterable<Uint8Array>, maxBytes: number, originalName = ''): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    const part = join(this.#folder, `${randomUUID()}.part`);
    try {
      const hash = createHash('sha256');
      let size = 0;
      let head = Buffer.alloc(0);
      const file = await open(part, 'wx');
      try {
        for await (const piece of content) {
          size += piece.byteLength;
          if (size > maxBytes) {
            throw new LibTrailsError('too_large', `The file is larger than ${maxBytes} bytes`);
          }
          if (head.length < SNIFFED_BYTES) {
            head = Buffer.concat([head, piece.subarray(0, SNIFFED_BYTES - head.length)]);
            if (head.length === SNIFFED_BYTES) formatOf(head, originalName);
          }
          hash.update(piece);
          await file.writeFile(piece);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      if (size === 0) throw new LibTrailsError('unsupported_media_type', 'The file is empty');
      const [extension] = formatOf(head, originalName).extensions;
      const name = `${hash.digest('hex')}${extension}`;
      await rename(part, join(this.#folder, name));
      return name;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** The file in pieces of at most 1 MiB. @throws LibTrailsError not_found */
  async *read(name: string): AsyncGenerator<Buffer> {
    try {
      for await (const piece of createReadStream(join(this.#folder, name), { highWaterMark: PIECE_BYTES })) {
        yield piece as Buffer;
      }
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
      throw new LibTrailsError('not_found', 'The uploaded file is gone: upload it again', { cause });
    }
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { force: true });
  }

  /** Removes what an earlier process left behind: everything that no job waits for. */
  async removeAllBut(wanted: ReadonlySet<string>): Promise<void> {
    let names: string[];
    try {
      names = await readdir(this.#folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    for (const name of names) if (!wanted.has(name)) await this.remove(name);
  }
}

/** @throws LibTrailsError unsupported_media_type if a file that begins so can be no book */
function formatOf(head: Uint8Array, originalName: string): BookFormatInfo {
  const format = formatOfContent(head, originalName);
  if (format === undefined) {
    throw new LibTrailsError(
      'unsupported_media_type',
      `This file is no book that can be read (${formatNames()})`,
    );
  }
  return format;
}

/** The name a reader gave the file, fit to be shown and stored: no folders, no control characters, not long. */
export function uploadTitle(originalName: string): string {
  const base = originalName.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = base
    // Control, formatting (such as right-to-left overrides) and unassigned characters.
    .replace(/\p{C}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_TITLE_UNITS);
  return /^\.*$/.test(clean) ? `upload${BOOK_FORMATS[0]?.extensions[0] ?? ''}` : clean;
}
