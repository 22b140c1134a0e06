/** What a data folder holds, read beside a service that may be running. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';
import type Database from 'better-sqlite3';
import { isFolderInUse } from '../folder-lock.ts';
import { shippedMigrations } from '../migrate.ts';
import { APPLICATION_ID, libraryPath, openReader } from '../open.ts';
import { Statements } from '../statements.ts';
import { storageError } from '../storage-error.ts';
import { BACKUP_FOLDER, listBackups } from './backup.ts';

/** Of refused files and of backups. */
const MAX_SHOWN = 50;

export interface FolderReport {
  folder: string;
  /** A LibTrails is serving it at this moment. */
  served: boolean;
  /** Of the file and of its write-ahead log. */
  bytes: number;
  logBytes: number;
  /** On the disk of the folder. */
  freeBytes: number;
  /** Of the file, and the newest that this program knows. */
  schema: number;
  knownSchema: number;
  revision: number;
  generation: number;
  /** Of all vectors; empty while there is no book. */
  fingerprint: string;
  counts: Record<string, number>;
  /** Jobs wait until indexing is resumed. */
  paused: boolean;
  /** Jobs that wait or run. */
  jobs: { kind: string; state: string; title: string; stage: string; done: number; total: number }[];
  refused: { fileName: string; code: string; reason: string }[];
  /** Newest first. */
  backups: { file: string; bytes: number; at: string }[];
}

/**
 * @throws LibTrailsError not_found if the folder holds no library, failed_precondition if the file is another
 *   program's or a newer one's
 */
export function reportFolder(folder: string): FolderReport {
  const path = requireLibrary(folder);
  let db: Database.Database | undefined;
  try {
    db = openReader(folder);
    const schema = requireSchema(db, path);
    const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const { bavail, bsize } = statfsSync(folder);
    db.exec('BEGIN');
    const statements = new Statements(db);
    const meta = (key: string) => statements.get<string>('meta-get', 'value').get(key);
    return {
      folder,
      served: isFolderInUse(folder),
      bytes: sizeOf(path),
      logBytes: sizeOf(`${path}-wal`),
      freeBytes: bavail * bsize,
      schema,
      knownSchema: newestSchema(),
      revision: Number(meta('revision') ?? 0),
      generation: Number(meta('generation') ?? 0),
      fingerprint: meta('fingerprint') ?? '',
      counts: statements.get<Record<string, number>>('status-counts').get() as Record<string, number>,
      paused: statements.get<0 | 1>('jobs-paused', 'value').get() === 1,
      jobs: statements.get<FolderReport['jobs'][number]>('jobs-open').all(),
      refused: statements.get<FolderReport['refused'][number]>('refused-list').all(MAX_SHOWN),
      backups: listBackups(join(folder, BACKUP_FOLDER))
        .slice(0, MAX_SHOWN)
        .map(({ at, ...backup }) => ({ ...backup, at: at.toISOString() })),
    };
  } catch (error) {
    throw storageError(error, path);
  } finally {
    db?.close();
  }
}

/** Path of the folder's library file. @throws LibTrailsError not_found */
export function requireLibrary(folder: string): string {
  const path = libraryPath(folder);
  if (existsSync(path)) return path;
  throw new LibTrailsError(
    'not_found',
    `There is no library in ${folder}: name its data folder with --data or LIBTRAILS_DATA.`,
  );
}

/** @throws LibTrailsError failed_precondition */
export function requireSchema(db: Database.Database, path: string): number {
  const schema = db.pragma('user_version', { simple: true }) as number;
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new LibTrailsError('failed_precondition', `${path} is not a LibTrails library.`);
  }
  if (schema > newestSchema()) {
    throw new LibTrailsError(
      'failed_precondition',
      `${path} was written by a newer LibTrails (schema ${schema}, this one knows ${newestSchema()}). Update LibTrails.`,
    );
  }
  return schema;
}

function newestSchema(): number {
  return shippedMigrations().at(-1)?.version ?? 0;
}
