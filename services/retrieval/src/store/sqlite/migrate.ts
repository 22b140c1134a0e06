/** Brings a library file to the schema this program knows: forward only, one transaction a step. */
import { readdirSync, readFileSync } from 'node:fs';
import { LibTrailsError } from '@libtrails/common/errors';
import type Database from 'better-sqlite3';
import { APPLICATION_ID } from './open.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

export interface Migration {
  /** 1, 2, 3, ... without gaps; the file's PRAGMA user_version after it. */
  version: number;
  name: string;
  sql: string;
}

/** The migrations shipped with this program, `NNNN-name.sql`, in order. */
export function shippedMigrations(): Migration[] {
  const files = readdirSync(FOLDER)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort();
  return files.map((file, i) => {
    const version = Number(file.slice(0, 4));
    if (version !== i + 1) throw new Error(`Migration ${file} is out of sequence: expected number ${i + 1}`);
    return { version, name: file.slice(5, -4), sql: readFileSync(new URL(file, FOLDER), 'utf8') };
  });
}

/**
 * The steps that the file lacks, in order.
 * @throws LibTrailsError failed_precondition if the file is not a library or a newer program wrote it.
 */
export function missingMigrations(
  db: Database.Database,
  migrations: readonly Migration[] = shippedMigrations(),
): Migration[] {
  const version = db.pragma('user_version', { simple: true }) as number;
  const owner = db.pragma('application_id', { simple: true }) as number;
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
  if (owner !== APPLICATION_ID && !(owner === 0 && isEmpty)) {
    throw new LibTrailsError(
      'failed_precondition',
      `${db.name} is not a LibTrails library. Set LIBTRAILS_DATA to another folder.`,
    );
  }
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new LibTrailsError(
      'failed_precondition',
      `${db.name} was written by a newer LibTrails (schema ${version}, this one knows ${newest}). Update LibTrails, or set LIBTRAILS_DATA to another folder.`,
    );
  }
  return migrations.filter((m) => m.version > version);
}

/**
 * Runs the steps that the file lacks and returns their names.
 * @throws LibTrailsError as missingMigrations does
 */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[] = shippedMigrations(),
): string[] {
  const missing = missingMigrations(db, migrations);
  for (const step of missing) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }).immediate();
  }
  return missing.map((m) => m.name);
}
