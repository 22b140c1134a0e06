/** One process at a time owns a data folder: what is mirrored in memory would not see another one's writes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';
import Database from 'better-sqlite3';

/**
 * Takes the folder until the returned function is called or the process ends, however it ends: the lock is
 * SQLite's own on an empty database, which the system releases with the process.
 * @throws LibTrailsError failed_precondition if another process has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'library.lock'), { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    throw new LibTrailsError(
      'failed_precondition',
      `Another LibTrails is using the data folder ${folder}. Stop it, or set LIBTRAILS_DATA to another folder.`,
      { cause },
    );
  }
  return () => db.close();
}
