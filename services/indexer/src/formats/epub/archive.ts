/** The ZIP archive of an EPUB: checked as a whole before anything is unpacked, then read file by file. */
import { open } from 'node:fs/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { EpubError } from './errors.ts';
import { EPUB_LIMITS, type EpubLimits } from './limits.ts';

/** Bit 0 of the general purpose flags: the entry is encrypted by ZIP itself. */
const FLAG_ENCRYPTED = 1;
const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;

export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** For archives whose file names differ from the package's in case only. */
  readonly #byLowerCase: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
    this.#byLowerCase = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  }

  /**
   * Opens the file at `path` and checks its directory against the limits.
   * @throws EpubError not_zip, truncated, unsafe_path, too_many_entries, too_large, zip_bomb
   */
  static async open(path: string, limits: EpubLimits = EPUB_LIMITS): Promise<Archive> {
    let zip: ZipFile;
    try {
      zip = await openPromise(path, { autoClose: false });
    } catch (cause) {
      if (isFileError(cause)) throw cause;
      const code = (await startsLikeZip(path)) ? 'truncated' : 'not_zip';
      throw new EpubError(code, '', { cause });
    }
    try {
      return new Archive(zip, await readDirectory(zip, limits));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  /** Unpacked size in bytes, or undefined if there is no such file. */
  size(path: string): number | undefined {
    return this.#find(path)?.uncompressedSize;
  }

  /**
   * Unpacks one file, or gives undefined if there is none.
   * @throws EpubError too_large, damaged, encrypted
   */
  async read(path: string, maxBytes: number): Promise<Buffer | undefined> {
    const entry = this.#find(path);
    if (entry === undefined) return undefined;
    if (entry.uncompressedSize > maxBytes) {
      throw new EpubError('too_large', `${path} has ${entry.uncompressedSize} bytes, read are ${maxBytes}`);
    }
    if ((entry.generalPurposeBitFlag & FLAG_ENCRYPTED) !== 0) throw new EpubError('encrypted', path);
    if (entry.compressionMethod !== METHOD_STORED && entry.compressionMethod !== METHOD_DEFLATED) {
      throw new EpubError('damaged', `${path}: unknown compression method ${entry.compressionMethod}`);
    }
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      const pieces: Buffer[] = [];
      let bytes = 0;
      for await (const piece of stream as AsyncIterable<Buffer>) {
        bytes += piece.length;
        // yauzl holds entries to their declared size; this guards against a change of that.
        if (bytes > maxBytes) throw new EpubError('zip_bomb', path);
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    } catch (cause) {
      if (cause instanceof EpubError) throw cause;
      throw new EpubError('damaged', path, { cause });
    }
  }

  close(): void {
    this.#zip.close();
  }

  #find(path: string): Entry | undefined {
    return this.#entries.get(path) ?? this.#byLowerCase.get(path.toLowerCase());
  }
}

async function readDirectory(zip: ZipFile, limits: EpubLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new EpubError('too_many_entries', `${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize: size, compressedSize } = entry;
      if (entries.size >= limits.entries) throw new EpubError('too_many_entries');
      if (fileName.endsWith('/')) continue;
      if (size > limits.entryBytes) throw new EpubError('too_large', `${fileName} has ${size} bytes`);
      if (size >= limits.ratioFromBytes && size > compressedSize * limits.ratio) {
        throw new EpubError('zip_bomb', `${fileName}: ${compressedSize} bytes unpack to ${size}`);
      }
      total += size;
      if (total > limits.totalBytes) {
        throw new EpubError('zip_bomb', `the files unpack to more than ${limits.totalBytes} bytes`);
      }
      // The first of two entries with one name counts, as in most readers.
      if (!entries.has(fileName)) entries.set(fileName, entry);
    }
  } catch (cause) {
    if (cause instanceof EpubError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    const unsafe = /relative path|absolute path|invalid characters in fileName/i.test(message);
    throw new EpubError(unsafe ? 'unsafe_path' : 'truncated', message, { cause });
  }
  return entries;
}

/** ENOENT, EACCES and their kind: not a matter of the file's content. */
function isFileError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in (error as object);
}

async function startsLikeZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(4);
    const { bytesRead } = await file.read(head, 0, 4, 0);
    return bytesRead === 4 && head.toString('latin1') === 'PK\x03\x04';
  } finally {
    await file.close();
  }
}
