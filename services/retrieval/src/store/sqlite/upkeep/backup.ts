/** Backups: the library as one file, checked before it gets its name. */

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';
import type { Backup } from '../../backups.ts';
import { lockFile } from '../folder-lock.ts';
import { libraryPath, openAlone } from '../open.ts';
import { storageError } from '../storage-error.ts';
import { checkLibrary } from './check.ts';
import { digestOf, removeChecksum, writeChecksum } from './checksum.ts';
import { type CopyOptions, copyLibrary, isPart } from './copy-library.ts';

/** Folder within the data folder. */
export const BACKUP_FOLDER = 'backups';
/** What `check` reads; goes with its end. */
export const CHECKED_COPY = '.check.sqlite';
const ENDING = '.sqlite';

export interface BackupOptions extends Omit<CopyOptions, 'verify'> {
  /** A folder, or a file that is not there yet; default: the data folder's own. */
  to?: string | undefined;
  /** Keep so many backups in the folder, this one included; default: all. */
  keep?: number | undefined;
  /** Compare texts with their indexes as well, not only rows with rows. */
  thorough?: boolean | undefined;
  /** Called when the copy is found sound, right before it gets its name; what it throws ends the backup. */
  onSound?: (() => void) | undefined;
}

/**
 * Backs up the library of `folder` while it is served; the file is whole and sound when this resolves, and its
 * checksum lies beside it.
 * @throws LibTrailsError not_found (no folder to put it in), already_exists, resource_exhausted (no room),
 *   failed_precondition (another backup is being written there), data_loss (the library is damaged)
 */
export async function backupLibrary(folder: string, options: BackupOptions = {}): Promise<Backup> {
  const target = targetOf(folder, options.to);
  const release = holdBackups(target.folder);
  try {
    const file = target.file ?? freeName(target.folder, 'library');
    const counts = { books: 0, passages: 0 };
    let digest = '';
    const begun = performance.now();
    let copied = begun;
    const verify = (path: string, revision: number) => {
      copied = performance.now();
      // Of an earlier backup of that name, which is gone.
      removeChecksum(file);
      Object.assign(counts, verifyCopy(path, revision, options));
      digest = digestOf(path);
      options.onSound?.();
    };
    const { bytes, revision } = await copyLibrary(folder, file, { ...options, verify });
    writeChecksum(file, digest);
    const ended = performance.now();
    return {
      file,
      bytes,
      revision,
      ...counts,
      removed: options.keep === undefined ? [] : prune(target.folder, 'library', options.keep, file),
      copyMs: Math.round(copied - begun),
      checkMs: Math.round(ended - copied),
    };
  } catch (error) {
    throw storageError(error, libraryPath(folder));
  } finally {
    release();
  }
}

/**
 * Has a folder of backups to oneself until the returned function is called, cleared of what killed ones left.
 * @throws LibTrailsError failed_precondition
 */
export function holdBackups(folder: string, patienceMs?: number): () => void {
  const release = lockFile(
    join(folder, '.backup.lock'),
    `Another backup or check is at work in ${folder}: wait for its end.`,
    patienceMs,
  );
  for (const name of readdirSync(folder)) {
    if (isPart(name) || name === CHECKED_COPY) rmSync(join(folder, name));
  }
  return release;
}

/** Backups of a folder made under generated names, newest first by name. */
export function listBackups(folder: string, kind = 'library'): { file: string; bytes: number; at: Date }[] {
  return namesOf(folder, kind).map((name) => {
    const file = join(folder, name);
    const { size, mtime } = statSync(file);
    return { file, bytes: size, at: mtime };
  });
}

/** Removes all but the newest `keep` of a kind; `spared` is never removed, whatever the clock said when it was made. */
export function prune(folder: string, kind: string, keep: number, spared: string): string[] {
  const others = namesOf(folder, kind).filter((name) => name !== basename(spared));
  const removed = others.slice(Math.max(0, keep - 1)).map((name) => join(folder, name));
  for (const file of removed) {
    rmSync(file);
    removeChecksum(file);
  }
  return removed;
}

/** "library-2026-11-25T19-30-00Z.sqlite", with a number if that is taken. */
export function freeName(folder: string, kind: string, now = new Date()): string {
  const stamp = now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const taken = new Set(readdirSync(folder));
  let name = `${kind}-${stamp}${ENDING}`;
  for (let n = 2; taken.has(name); n += 1) name = `${kind}-${stamp}-${n}${ENDING}`;
  return join(folder, name);
}

function namesOf(folder: string, kind: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const ours = new RegExp(`^${kind}-\\d{4}-\\d\\d-\\d\\dT[\\d-]+Z(?:-\\d+)?\\${ENDING}$`);
  return names.filter((name) => ours.test(name)).sort((a, b) => (a < b ? 1 : -1));
}

function targetOf(data: string, to: string | undefined): { folder: string; file: string | undefined } {
  if (to === undefined) {
    const folder = join(data, BACKUP_FOLDER);
    mkdirSync(folder, { recursive: true });
    return { folder, file: undefined };
  }
  const path = resolve(to);
  const isFolder = (name: string) => statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder(path)) return { folder: path, file: undefined };
  if (!isFolder(dirname(path))) {
    throw new LibTrailsError('not_found', `There is no folder ${dirname(path)}: make it, or name another.`);
  }
  return { folder: dirname(path), file: path };
}

/** @throws LibTrailsError data_loss naming what is wrong */
function verifyCopy(
  path: string,
  revision: number,
  { thorough = false, onStep }: BackupOptions,
): { books: number; passages: number } {
  const db = openAlone(path);
  try {
    const faults = checkLibrary(db, { quick: !thorough, onStep });
    if (faults.length > 0) {
      throw new LibTrailsError(
        'data_loss',
        `The library is damaged, no backup was made: ${faults.slice(0, 3).join('; ')}. "libtrails check" lists all of it; restore an earlier backup with "libtrails restore FILE".`,
      );
    }
    const value = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0);
    const found = value("SELECT value FROM meta WHERE key = 'revision'");
    if (found !== revision) {
      throw new LibTrailsError('data_loss', `The copy holds revision ${found} instead of ${revision}.`);
    }
    return {
      books: value('SELECT count(*) FROM books'),
      passages: value('SELECT count(*) FROM chunks WHERE searchable = 1'),
    };
  } finally {
    db.close();
  }
}
