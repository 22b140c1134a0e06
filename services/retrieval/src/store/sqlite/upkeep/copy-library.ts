/** A library file copied while it is served: one moment of it, whole under its final name or not there at all. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';
import { openAlone, openReader } from '../open.ts';

/** Pages (of 4 KiB) copied at a time, and the pause after them, in milliseconds: searches and the disk go first. */
const STEP_PAGES = 256;
const PAUSE_MS = 2;
/** Room that must be left on the disk beside the copy, in bytes. */
const SPARE_BYTES = 16 * 1024 * 1024;
const MIB = 1024 * 1024;

export interface CopyOptions {
  signal?: AbortSignal | undefined;
  /** Called between steps; what it throws ends the copy. */
  onStep?: (() => void) | undefined;
  /** Looks at the finished copy before it gets its name; what it throws ends the copy. */
  verify?: ((path: string, revision: number) => void) | undefined;
}

export interface Copied {
  bytes: number;
  /** Of the library when the copy began: that is the moment it holds. */
  revision: number;
}

/**
 * Copies the library of `folder` to the file `to`. The copy is a plain file without a log beside it, flushed to
 * the disk. A reader's snapshot is held meanwhile: writes go on, their log grows until the copy is done.
 * Pauses block this thread; run it where nothing else waits.
 * @throws LibTrailsError already_exists, resource_exhausted (no room), or what `verify` throws
 */
export async function copyLibrary(folder: string, to: string, options: CopyOptions = {}): Promise<Copied> {
  if (existsSync(to)) {
    throw new LibTrailsError('already_exists', `${to} is there already: name another file, or remove it.`);
  }
  const part = join(dirname(to), `.${basename(to)}.part`);
  removePart(part);
  try {
    const revision = await copyPages(folder, part, options);
    // The header still says "with a log", and such a file can't be opened where nothing may be written.
    openAlone(part).close();
    options.verify?.(part, revision);
    flush(part);
    const { size } = statSync(part);
    renameSync(part, to);
    flush(dirname(to));
    return { bytes: size, revision };
  } catch (error) {
    removePart(part);
    throw error;
  }
}

/** What a copy that was killed leaves behind. */
export function isPart(fileName: string): boolean {
  return /^\..+\.part(?:-journal|-wal|-shm)?$/.test(fileName);
}

/** Makes what was written to a file or folder survive a power cut. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function copyPages(folder: string, part: string, options: CopyOptions): Promise<number> {
  const { signal, onStep } = options;
  const db = openReader(folder);
  try {
    const number = (pragma: 'page_count' | 'page_size') => Number(db.pragma(pragma, { simple: true }));
    const bytes = number('page_count') * number('page_size');
    ensureRoom(dirname(part), bytes);
    // Without a snapshot of its own, the copy would begin again with every write of the service.
    db.exec('BEGIN');
    const revision = Number(db.prepare("SELECT value FROM meta WHERE key = 'revision'").pluck().get() ?? 0);
    await db.backup(part, {
      progress() {
        signal?.throwIfAborted();
        onStep?.();
        pause(PAUSE_MS);
        return STEP_PAGES;
      },
    });
    return revision;
  } catch (error) {
    if (isFull(error)) throw noRoom(dirname(part), 'The disk is full', error);
    throw error;
  } finally {
    db.close();
  }
}

function ensureRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= bytes + SPARE_BYTES) return;
  throw noRoom(folder, `The copy takes ${mib(bytes)} MiB, and ${mib(free)} are free`);
}

function noRoom(folder: string, what: string, cause?: unknown): LibTrailsError {
  return new LibTrailsError(
    'resource_exhausted',
    `${what} in ${folder}. Make room, or name a folder on another disk.`,
    { cause },
  );
}

function isFull(error: unknown): boolean {
  return error instanceof Error && (error as { code?: string }).code === 'SQLITE_FULL';
}

function mib(bytes: number): number {
  return Math.ceil(bytes / MIB);
}

function removePart(part: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(part + ending, { force: true });
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
