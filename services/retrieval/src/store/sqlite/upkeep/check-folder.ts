/** Checks the library of a data folder, whether it is served or not. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { libraryPath, openAlone } from '../open.ts';
import { Statements } from '../statements.ts';
import { storageError } from '../storage-error.ts';
import { BACKUP_FOLDER, CHECKED_COPY, holdBackups } from './backup.ts';
import { checkLibrary } from './check.ts';
import { copyLibrary } from './copy-library.ts';
import { requireLibrary, requireSchema } from './report.ts';

export interface FolderCheck {
  /** What is wrong with the library. */
  faults: string[];
  /** What is worth knowing, and no fault of the library. */
  notes: string[];
  books: number;
  tookMs: number;
}

/**
 * Copies the library, checks the copy and removes it: a check needs to write, and must not hold up a service.
 * @throws LibTrailsError not_found, failed_precondition (of a newer program), resource_exhausted (no room)
 */
export async function checkFolder(
  folder: string,
  options: { quick?: boolean | undefined; signal?: AbortSignal | undefined } = {},
): Promise<FolderCheck> {
  const begun = performance.now();
  requireLibrary(folder);
  const place = join(folder, BACKUP_FOLDER);
  mkdirSync(place, { recursive: true });
  const release = holdBackups(place);
  const copy = join(place, CHECKED_COPY);
  try {
    await copyLibrary(folder, copy, { signal: options.signal });
    const db = openAlone(copy);
    try {
      requireSchema(db, copy);
      const faults = checkLibrary(db, options);
      const books = db.prepare('SELECT count(*) FROM books').pluck().get() as number;
      const notes = missingUploads(db, folder);
      return { faults, notes, books, tookMs: Math.round(performance.now() - begun) };
    } finally {
      db.close();
    }
  } catch (error) {
    throw storageError(error, libraryPath(folder));
  } finally {
    rmSync(copy, { force: true });
    release();
  }
}

/** Uploads that wait for the indexer and whose file is gone. */
function missingUploads(db: Database.Database, folder: string): string[] {
  const waiting = new Statements(db).get<string>('jobs-waiting-uploads', 'value').all();
  return waiting
    .filter((name) => !existsSync(join(folder, 'uploads', name)))
    .map((name) => `the uploaded file ${name} is gone, its job will fail: upload it again`);
}
