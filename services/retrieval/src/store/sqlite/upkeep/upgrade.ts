/** Brings a library forward to this program, and keeps it as it was before. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type Migration, migrate, missingMigrations } from '../migrate.ts';
import { BACKUP_FOLDER, freeName, holdBackups, prune } from './backup.ts';
import { copyLibrary } from './copy-library.ts';

/** Copies of libraries as they were before an upgrade, by kind of name; one for a step back, one to spare. */
const KIND = 'before-upgrade';
const KEPT = 2;

/**
 * Runs the migrations that the file lacks. A file that holds anything is copied to backups/ first; the last two
 * such copies stay. Returns that copy's path, if one was made.
 * @throws LibTrailsError failed_precondition as `migrate` does; resource_exhausted if there is no room for the
 *   copy: the file is as it was then
 */
export async function upgrade(
  db: Database.Database,
  folder: string,
  migrations?: readonly Migration[],
): Promise<string | undefined> {
  const isNew = (db.pragma('user_version', { simple: true }) as number) === 0;
  let copy: string | undefined;
  if (missingMigrations(db, migrations).length > 0 && !isNew) {
    const place = join(folder, BACKUP_FOLDER);
    mkdirSync(place, { recursive: true });
    const release = holdBackups(place);
    try {
      copy = freeName(place, KIND);
      await copyLibrary(folder, copy);
      prune(place, KIND, KEPT, copy);
    } finally {
      release();
    }
  }
  migrate(db, migrations);
  return copy;
}
