/**
 * Opens Calibre's metadata.db so that nothing is written beside it and Calibre never waits. A database with a rollback
 * journal, as Calibre makes it, is opened read-only for one short transaction. In every other case (write-ahead log,
 * an interrupted write, a lock, a read-only mount) a copy is read.
 */
import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { CalibreError } from './errors.ts';
import { LIMITS } from './limits.ts';

export const DATABASE = 'metadata.db';
/** What SQLite keeps beside a database; the index of a log (-shm) is made again from the log. */
const SIDE_FILES = ['-wal', '-journal'] as const;

/** How long a writer's lock is waited for before a copy is read, in milliseconds. Calibre's writes take less. */
const BUSY_TIMEOUT_MS = 500;
/** A copy that was overtaken by a write is made again so often, after a pause in milliseconds. */
const COPY_TRIES = 10;
const COPY_PAUSE_MS = 200;
/** Bytes of the header that say how the database is written: 2 is a write-ahead log (sqlite.org/fileformat.html). */
const VERSIONS_AT = 18;
const WRITE_AHEAD = 2;

/**
 * Size and time of the database and of what lies beside it, as one text: while it stays the same, nothing was written.
 * @throws CalibreError if there is no database
 */
export async function databaseState(folder: string): Promise<string> {
  const stats = await Promise.all(['', ...SIDE_FILES].map((suffix) => statOf(folder, suffix)));
  if (stats[0] === undefined) throw notThere(folder);
  return stats.map((file) => (file === undefined ? '-' : `${file.size}@${file.mtimeNs}`)).join(' ');
}

/**
 * Runs `read` on the database in one transaction.
 * @throws CalibreError if it is not there, too large, damaged, may not be read, or is never at rest; what `read` throws
 */
export async function readDatabase<T>(folder: string, read: (db: Database.Database) => T): Promise<T> {
  const path = join(folder, DATABASE);
  try {
    const size = (await statOf(folder, ''))?.size;
    if (size === undefined) throw notThere(folder);
    if (size > LIMITS.databaseBytes)
      throw new CalibreError(`${path} has ${size} bytes: too many to be read.`);
    if (!(await hasLog(path))) {
      try {
        return inTransaction(path, { readonly: true }, read);
      } catch (error) {
        if (!isUnreadable(error)) throw error;
      }
    }
    return await readCopy(folder, read);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CalibreError(`${path} can't be read (${message}).`, { cause: error });
  }
}

async function readCopy<T>(folder: string, read: (db: Database.Database) => T): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'libtrails-calibre-'));
  const path = join(place, DATABASE);
  try {
    for (let tries = 0; tries < COPY_TRIES; tries++) {
      if (tries > 0) await sleep(COPY_PAUSE_MS);
      const before = await databaseState(folder);
      for (const suffix of ['', ...SIDE_FILES]) {
        await rm(path + suffix, { force: true });
        await copyFile(join(folder, DATABASE + suffix), path + suffix).catch(ignoreMissing);
      }
      if ((await databaseState(folder)) !== before) continue;
      // Not read-only: what the log holds, or an interrupted write left, is settled in the copy.
      return inTransaction(path, {}, read);
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  throw new CalibreError(`${join(folder, DATABASE)} is written all the time; it is tried again soon.`);
}

function inTransaction<T>(path: string, options: Database.Options, read: (db: Database.Database) => T): T {
  const db = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS, ...options });
  try {
    // What a schema defines is not run; a damaged page is an error.
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    return db.transaction(() => read(db)).deferred();
  } finally {
    db.close();
  }
}

async function hasLog(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, VERSIONS_AT);
    return bytesRead === 2 && (buffer[0] === WRITE_AHEAD || buffer[1] === WRITE_AHEAD);
  } finally {
    await file.close();
  }
}

async function statOf(folder: string, suffix: string) {
  const stats = await stat(join(folder, DATABASE + suffix), { bigint: true }).catch(ignoreMissing);
  return stats === undefined ? undefined : { size: Number(stats.size), mtimeNs: stats.mtimeNs };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

function notThere(folder: string): CalibreError {
  return new CalibreError(`${folder} is no Calibre library: it holds no ${DATABASE}.`);
}

function isUnreadable(error: unknown): error is Error {
  return error instanceof Database.SqliteError;
}
