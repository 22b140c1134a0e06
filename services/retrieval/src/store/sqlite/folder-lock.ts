/** One process at a time owns a data folder: what is mirrored in memory would not see another one's writes. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';
import Database from 'better-sqlite3';

const LOCK_FILE = 'library.lock';
/** `isFolderInUse` holds the lock for a moment: that must not fail a start. */
const PATIENCE_MS = 1_000;

/**
 * Takes the folder until the returned function is called or the process ends, however it ends: the lock is
 * SQLite's own on an empty database, which the system releases with the process.
 * @throws LibTrailsError failed_precondition if another process has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  return lockFile(
    join(folder, LOCK_FILE),
    `Another LibTrails is using the data folder ${folder}. Stop it, or set LIBTRAILS_DATA to another folder.`,
  );
}

/** Whether a process has the folder at this moment. */
export function isFolderInUse(folder: string): boolean {
  const path = join(folder, LOCK_FILE);
  if (!existsSync(path)) return false;
  const db = new Database(path, { readonly: true, timeout: 0 });
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch {
    return true;
  } finally {
    db.close();
  }
}

/**
 * The same for any file, which is made if it is missing and stays behind, empty.
 * @throws LibTrailsError failed_precondition with `refusal`
 */
export function lockFile(path: string, refusal: string, patienceMs = PATIENCE_MS): () => void {
  const db = new Database(path, { timeout: patienceMs });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    throw new LibTrailsError('failed_precondition', refusal, { cause });
  }
  return () => db.close();
}
