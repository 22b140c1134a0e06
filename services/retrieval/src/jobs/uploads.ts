/** Uploaded files between their arrival and the end of their job: data folder/uploads/<sha256>.epub. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';

/** The contract's largest piece of an upload. */
const PIECE_BYTES = 1024 * 1024;
const MAX_TITLE_UNITS = 200;
/** An EPUB is a ZIP file, and a ZIP file with content begins with a local file header. */
const ZIP_MAGIC = Buffer.from('PK\x03\x04', 'latin1');

export class Uploads {
  readonly #folder: string;

  /** @param dataFolder the library's data folder */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'uploads');
  }

  /**
   * Stores a file and returns its name in the uploads folder. Equal files are stored once.
   * @throws LibTrailsError too_large beyond `maxBytes`, unsupported_media_type if it can't be an EPUB; nothing
   *   is left then
   */
  async store(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
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
          if (head.length < ZIP_MAGIC.length) {
            head = Buffer.concat([head, piece.subarray(0, ZIP_MAGIC.length - head.length)]);
            if (!ZIP_MAGIC.subarray(0, head.length).equals(head)) throw notAnEpub();
          }
          hash.update(piece);
          await file.writeFile(piece);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      if (head.length < ZIP_MAGIC.length) throw notAnEpub();
      const name = `${hash.digest('hex')}.epub`;
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

function notAnEpub(): LibTrailsError {
  return new LibTrailsError('unsupported_media_type', 'The file is not an EPUB (it is no ZIP archive)');
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
  return /^\.*$/.test(clean) ? 'upload.epub' : clean;
}
