/** The ZIP archive of an EPUB: checked as a whole before anything is unpacked, then read file by file. */
import { type FileHandle, open } from 'node:fs/promises';
import { type Entry, fromRandomAccessReaderPromise, validateFileName, type ZipFile } from 'yauzl';
import { BoundedReader, findArchive, startsLikeZip } from './archive-bounds.ts';
import { alternativeNames, entryName, looseName } from './archive-names.ts';
import { EpubError } from './errors.ts';
import { EPUB_LIMITS, type EpubLimits } from './limits.ts';
import { recoverDirectory } from './local-headers.ts';

/** Bit 0 of the general purpose flags: the entry is encrypted by ZIP itself. */
const FLAG_ENCRYPTED = 1;
const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;
const CONTAINER = /^(|.*\/)meta-inf\/container\.xml$/i;

export class Archive {
  readonly #file: FileHandle;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** For archives whose names differ from the package's in case, composition or escapes only. */
  readonly #byLooseName = new Map<string, Entry>();
  readonly #names = new Map<Entry, string>();
  /** What had to be repaired; empty if nothing. */
  readonly repaired: '' | 'surrounded' | 'without_directory';

  private constructor(
    file: FileHandle,
    zip: ZipFile,
    entries: ReadonlyMap<string, Entry>,
    repaired: Archive['repaired'],
  ) {
    this.#file = file;
    this.#zip = zip;
    this.#entries = withoutOuterFolder(entries);
    this.repaired = repaired;
    for (const [name, entry] of this.#entries) {
      this.#byLooseName.set(looseName(name), entry);
      this.#names.set(entry, name);
    }
    for (const entry of this.#entries.values()) {
      for (const other of alternativeNames(entry)) {
        if (!this.#byLooseName.has(other)) this.#byLooseName.set(other, entry);
      }
    }
  }

  /**
   * Opens the file at `path` and checks its directory against the limits.
   * @param recovers reads an archive without a whole directory by the headers of its files; whether one is missing
   *   is for the caller to find out
   * @throws EpubError not_zip, truncated, unsafe_path, too_many_entries, too_large, zip_bomb
   */
  static async open(path: string, limits: EpubLimits = EPUB_LIMITS, recovers = false): Promise<Archive> {
    const file = await open(path, 'r');
    try {
      return await Archive.#byDirectory(file, limits).catch(async (error: unknown) => {
        if (!recovers || !(error instanceof EpubError) || error.code !== 'truncated') throw error;
        const found = await recoverDirectory(file, limits);
        if (found === undefined) throw error;
        const zip = await openZip(new BoundedReader(file.fd, { start: 0, end: found.end }, found.bytes));
        return new Archive(file, zip, await readDirectory(zip, limits), 'without_directory');
      });
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  static async #byDirectory(file: FileHandle, limits: EpubLimits): Promise<Archive> {
    const bounds = await findArchive(file);
    if (bounds === undefined) throw new EpubError((await startsLikeZip(file)) ? 'truncated' : 'not_zip');
    const zip = await openZip(new BoundedReader(file.fd, bounds));
    return new Archive(file, zip, await readDirectory(zip, limits), bounds.clean ? '' : 'surrounded');
  }

  /** Names of all files, in the order of the archive. */
  names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** The name that the archive has for a path: in its own case, composition and escapes; undefined if it has none. */
  nameOf(path: string): string | undefined {
    if (this.#entries.has(path)) return path;
    const entry = this.#find(path);
    return entry === undefined ? undefined : this.#names.get(entry);
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

  async close(): Promise<void> {
    this.#zip.close();
    await this.#file.close();
  }

  #find(path: string): Entry | undefined {
    return this.#entries.get(path) ?? this.#byLooseName.get(looseName(path));
  }
}

async function openZip(reader: BoundedReader): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(reader, reader.size, {
      autoClose: false,
      decodeStrings: false,
    });
  } catch (cause) {
    throw new EpubError('truncated', '', { cause });
  }
}

/** Where a folder was packed instead of what it holds, everything stands one folder deeper. */
function withoutOuterFolder(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const containers = [...entries.keys()].filter((name) => CONTAINER.test(name));
  const prefix = containers.length === 1 ? containers[0]!.replace(CONTAINER, '$1') : '';
  if (prefix === '') return entries;
  return new Map(
    [...entries].map(([name, entry]) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, entry]),
  );
}

async function readDirectory(zip: ZipFile, limits: EpubLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new EpubError('too_many_entries', `${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { uncompressedSize: size, compressedSize } = entry;
      const fileName = entryName(entry);
      const fault = validateFileName(fileName);
      if (fault !== null) throw new EpubError('unsafe_path', fault);
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
      // The last of two entries with one name counts: tools append newer versions.
      entries.set(fileName.replace(/^(?:\.\/)+/, ''), entry);
    }
  } catch (cause) {
    if (cause instanceof EpubError) throw cause;
    throw new EpubError('truncated', cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return entries;
}
