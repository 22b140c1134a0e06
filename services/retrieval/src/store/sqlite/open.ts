/** Opens the library file: one place for everything SQLite must be told before the first statement. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import { registerWordFunctions } from './word-functions.ts';

/** Name of the library file in the data folder. */
export const LIBRARY_FILE = 'library.sqlite';

/** Marks the file as ours (PRAGMA application_id): "LTrl" in ASCII. */
export const APPLICATION_ID = 0x4c54726c;

/**
 * Private page caches in KiB; behind the reader's stands the system's. The file is read, not mapped: a fault in a
 * mapped file reads as far ahead as the disk is set to, which on a disk with 8 MB of it moved 500 MB a second, and
 * the service stood still, once the file was larger than the memory left to its container.
 */
const READER_CACHE_KIB = 4 * 1024;
const WRITER_CACHE_KIB = 12 * 1024;
/** The WAL is cut back to this many bytes when it starts again. */
const WAL_LIMIT_BYTES = 32 * 1024 * 1024;
/** Another process (a shell) may hold the lock this long, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Path of the library file within a data folder. */
export function libraryPath(folder: string): string {
  return join(folder, LIBRARY_FILE);
}

/**
 * The writing connection; makes the folder and an empty file where there are none (migrate before use).
 * Commits are flushed to the disk: a book that was acknowledged survives a power cut.
 */
export function openWriter(folder: string): Database.Database {
  mkdirSync(folder, { recursive: true });
  const db = new Database(libraryPath(folder), { timeout: BUSY_TIMEOUT_MS });
  try {
    sqliteVec.load(db);
    registerWordFunctions(db);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
    db.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`);
    // The reading connection pins the WAL, so checkpoints are run when it has moved on (see writer.ts).
    db.pragma('wal_autocheckpoint = 0');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The reading connection of a migrated file. Temporary tables may be made on it; the file stays as it is. */
export function openReader(folder: string): Database.Database {
  const db = new Database(libraryPath(folder), {
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
  });
  try {
    sqliteVec.load(db);
    registerWordFunctions(db);
    db.pragma('temp_store = MEMORY');
    db.pragma('mmap_size = 0');
    db.pragma(`cache_size = -${READER_CACHE_KIB}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * A file that nobody else has open (a copy of a library), without a write-ahead log: what is written stands in
 * the file itself. @throws SqliteError if it is no database
 */
export function openAlone(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    sqliteVec.load(db);
    registerWordFunctions(db);
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma(`cache_size = -${READER_CACHE_KIB}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
