/**
 * A walk through the folder of books. An entry that can't be read costs that entry; links to folders are followed,
 * each folder once, after the folders that really lie there.
 */
import { type BigIntStats, constants, type Dirent } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatByName } from '../formats/registry.ts';
import {
  isSystemFolder,
  type SkipCode,
  type SkippedEntry,
  skippedByError,
  skippedEntry,
} from './skipped-entry.ts';

export interface BookFile {
  path: string;
  /** Path relative to the folder, with '/' between its parts: the identity of the book. */
  fileName: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modifiedMs: number;
}

export interface FolderScan {
  /** In the order of their names. */
  files: BookFile[];
  /** What is left out, in the order of the names. Files that are not named like a book are not among them. */
  skipped: SkippedEntry[];
}

const MAX_DEPTH = 64;
const MAX_ENTRIES = 1_000_000;
/** A book may unpack to half of this (formats/epub/limits.ts); reading more takes minutes for nothing. */
const MAX_FILE_BYTES = 1024 ** 3;

/**
 * Finds every file below a folder whose name says that it is a book.
 * @throws errors of the file system about the folder itself
 */
export async function walkFolder(folder: string): Promise<FolderScan> {
  const walk = new Walk();
  await walk.run(folder);
  const byName = (a: { fileName: string }, b: { fileName: string }) => (a.fileName < b.fileName ? -1 : 1);
  return { files: [...walk.files.values()].sort(byName), skipped: walk.skipped.sort(byName) };
}

interface Folder {
  path: string;
  /** Relative to the root; empty for it. */
  name: string;
  depth: number;
}

class Walk {
  readonly files = new Map<string, BookFile>();
  readonly skipped: SkippedEntry[] = [];
  /** Device and inode of each folder that was entered or holds the root. */
  readonly #seen = new Set<string>();
  readonly #linked: Folder[] = [];
  #entries = 0;

  async run(folder: string): Promise<void> {
    const root = await realpath(folder);
    for (let at = root; ; at = dirname(at)) {
      this.#seen.add(identity(await stat(at, { bigint: true })));
      if (at === dirname(at)) break;
    }
    await this.#read({ path: folder, name: '', depth: 0 }, await namesIn(folder));
    // The queue grows while it is worked off: linked folders may hold further links.
    for (const linked of this.#linked) await this.#enter(linked);
  }

  /** Reads a folder unless it was read before. */
  async #enter(folder: Folder): Promise<void> {
    try {
      const id = identity(await stat(folder.path, { bigint: true }));
      if (this.#seen.has(id)) return this.#skip(folder.name, 'seen_folder');
      if (folder.depth > MAX_DEPTH) return this.#skip(folder.name, 'too_deep');
      this.#seen.add(id);
      const entries = await namesIn(folder.path);
      if (isUnpackedBook(folder.name, entries)) return this.#skip(folder.name, 'unpacked');
      await this.#read(folder, entries);
    } catch (error) {
      this.skipped.push(skippedByError(folder.name, error));
    }
  }

  async #read({ path, name, depth }: Folder, entries: readonly Dirent<Buffer>[]): Promise<void> {
    for (const entry of entries) {
      if (++this.#entries > MAX_ENTRIES) {
        if (this.#entries === MAX_ENTRIES + 1) this.#skip(name === '' ? '.' : name, 'too_many');
        return;
      }
      const own = decoded(entry.name);
      const prefix = name === '' ? '' : `${name}/`;
      if (own === undefined) {
        const shown = escaped(entry.name);
        if (entry.isDirectory() || isNamedLikeBook(shown)) this.#skip(prefix + shown, 'bad_name');
        continue;
      }
      await this.#take(entry, own, {
        path: `${path}/${own}`,
        name: prefix + own.normalize('NFC'),
        depth: depth + 1,
      });
    }
  }

  async #take(entry: Dirent<Buffer>, own: string, at: Folder): Promise<void> {
    if (entry.isDirectory() && isSystemFolder(own)) return this.#skip(at.name, 'system');
    if (own.startsWith('.')) {
      if (entry.isDirectory() || isNamedLikeBook(own)) this.#skip(at.name, 'hidden');
      return;
    }
    if (entry.isDirectory()) return this.#enter(at);
    if (!entry.isSymbolicLink() && !isNamedLikeBook(own)) return;
    try {
      const stats = await stat(at.path);
      if (stats.isDirectory()) {
        if (isSystemFolder(own)) this.#skip(at.name, 'system');
        else this.#linked.push(at);
      } else if (isNamedLikeBook(own)) await this.#takeFile(at, stats);
    } catch (error) {
      const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      // A file may vanish during the walk; a link that leads nowhere matters where it is named like a book.
      if (gone && !(entry.isSymbolicLink() && isNamedLikeBook(own))) return;
      this.skipped.push(skippedByError(at.name, error));
    }
  }

  async #takeFile(
    { path, name: fileName }: Folder,
    stats: { isFile(): boolean; size: number; mtimeMs: number },
  ): Promise<void> {
    const { size, mtimeMs } = stats;
    if (!stats.isFile()) return this.#skip(fileName, 'not_a_file');
    if (size === 0) return this.#skip(fileName, 'empty');
    if (size < (formatByName(fileName)?.minBytes ?? 0)) return;
    if (size > MAX_FILE_BYTES) return this.#skip(fileName, 'too_large');
    if (this.files.has(fileName)) return this.#skip(fileName, 'same_name');
    await access(path, constants.R_OK);
    this.files.set(fileName, { path, fileName, size, modifiedMs: Math.trunc(mtimeMs) });
  }

  #skip(fileName: string, code: SkipCode): void {
    this.skipped.push(skippedEntry(fileName, code));
  }
}

/** In the order of their bytes, so that every walk is the same. */
async function namesIn(path: string): Promise<Dirent<Buffer>[]> {
  const entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
  return entries.sort((a, b) => Buffer.compare(a.name, b.name));
}

function identity({ dev, ino }: BigIntStats): string {
  return `${dev} ${ino}`;
}

const isNamedLikeBook = (name: string) => formatByName(name) !== undefined;

/** Is a folder what lies inside an EPUB? Apple Books and some backups keep books so. */
function isUnpackedBook(name: string, entries: readonly Dirent<Buffer>[]): boolean {
  const holds = (wanted: string) => entries.some((entry) => entry.name.toString() === wanted);
  return holds('META-INF') && (holds('mimetype') || isNamedLikeBook(name));
}

/** Undefined if the bytes are no UTF-8. */
function decoded(name: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return undefined;
  }
}

/** ASCII as it is, other bytes as "\xe9". */
function escaped(name: Buffer): string {
  return [...name]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`))
    .join('');
}
