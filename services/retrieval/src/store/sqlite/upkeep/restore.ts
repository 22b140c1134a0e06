/** Puts a backup in the place of a library. What was there stays, under another name. */
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';
import { lockFolder } from '../folder-lock.ts';
import { libraryPath, openAlone, openWriter } from '../open.ts';
import { storageError } from '../storage-error.ts';
import { BACKUP_FOLDER, freeName, holdBackups } from './backup.ts';
import { checkLibrary } from './check.ts';
import { verifyChecksum } from './checksum.ts';
import { flush } from './copy-library.ts';
import { foreignSchema } from './foreign-schema.ts';
import { requireSchema } from './report.ts';

export interface Restored {
  file: string;
  books: number;
  schema: number;
  /** Where the library is that was there before; undefined if there was none. */
  kept: string | undefined;
}

/**
 * Restores the backup `file` into a data folder that no service is using.
 * @throws LibTrailsError not_found, failed_precondition (in use, of a newer program, or with SQL of others), data_loss (the backup is
 *   damaged, or not what its checksum says); the library is as before then
 */
export function restoreLibrary(folder: string, file: string): Restored {
  if (!existsSync(file)) throw new LibTrailsError('not_found', `There is no file ${file}.`);
  if (!statSync(file).isFile()) {
    throw new LibTrailsError('invalid_argument', `${file} is no file: name a backup.`);
  }
  if (resolve(file) === resolve(libraryPath(folder))) {
    throw new LibTrailsError('invalid_argument', `${file} is the library itself: name a backup of it.`);
  }
  const unlock = lockFolder(folder);
  const place = join(folder, BACKUP_FOLDER);
  mkdirSync(place, { recursive: true });
  const release = holdBackups(place);
  const part = join(place, '.restored.part');
  try {
    copyFileSync(file, part);
    verifyChecksum(part, file);
    // A plain copy of a library's folder has its latest writes in the log beside the file.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${part}-wal`);
    const revision = revisionOf(folder);
    const { books, schema } = prepare(part, file, revision);
    const kept = existsSync(libraryPath(folder)) ? keep(folder, place) : undefined;
    flush(part);
    renameSync(part, libraryPath(folder));
    flush(folder);
    return { file, books, schema, kept };
  } catch (error) {
    throw storageError(error, file);
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(part + ending, { force: true });
    release();
    unlock();
  }
}

/** Checks the copy, and gives it a revision that no browser has seen yet. */
function prepare(part: string, file: string, revision: number): { books: number; schema: number } {
  const db = openAlone(part);
  try {
    const schema = requireSchema(db, file);
    const foreign = foreignSchema(db);
    if (foreign.length > 0) {
      throw new LibTrailsError(
        'failed_precondition',
        `${file} holds SQL that LibTrails did not write and was not restored: ${foreign.slice(0, 3).join(', ')}. The library is as it was.`,
      );
    }
    const faults = checkLibrary(db, { quick: true });
    if (faults.length > 0) {
      throw new LibTrailsError(
        'data_loss',
        `${file} is damaged and was not restored: ${faults.slice(0, 3).join('; ')}. The library is as it was.`,
      );
    }
    const own = Number(db.prepare("SELECT value FROM meta WHERE key = 'revision'").pluck().get() ?? 0);
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('revision', ?)").run(
      String(Math.max(own, revision) + 1),
    );
    return { books: db.prepare('SELECT count(*) FROM books').pluck().get() as number, schema };
  } finally {
    db.close();
  }
}

/** Of the library that is there; 0 if there is none, or none that can be read. */
function revisionOf(folder: string): number {
  if (!existsSync(libraryPath(folder))) return 0;
  try {
    const db = openWriter(folder);
    try {
      // All of it into the file: a log that stays would be taken for the restored library's.
      db.pragma('wal_checkpoint(TRUNCATE)');
      return Number(db.prepare("SELECT value FROM meta WHERE key = 'revision'").pluck().get() ?? 0);
    } finally {
      db.close();
    }
  } catch {
    return 0;
  }
}

/** Gives the present library a second name, so that there is one at every moment; its log follows it. */
function keep(folder: string, place: string): string {
  const path = libraryPath(folder);
  const kept = freeName(place, 'replaced');
  try {
    linkSync(path, kept);
  } catch {
    // A file system without links.
    copyFileSync(path, kept);
  }
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${kept}-wal`);
  rmSync(`${path}-shm`, { force: true });
  return kept;
}
