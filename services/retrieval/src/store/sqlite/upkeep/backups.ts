/** Backups by the serving process: each in a thread of its own, one at a time. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, LibTrailsError } from '@libtrails/common/errors';
import type { Backup, BackupMaker, BackupOrder } from '../../backups.ts';
import { BACKUP_FOLDER, holdBackups } from './backup.ts';
import { BackupStage } from './backup-stage.ts';
import type { BackupReply } from './backup-thread.ts';

/**
 * Of the thread's heap, in MiB. What a backup needs beside it are SQLite's page caches; the default for short-lived
 * objects alone would be 48, in a container that shares about 300 with the vectors.
 */
const HEAP_LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

export class Backups implements BackupMaker {
  readonly #folder: string;
  readonly #stopping: AbortSignal;
  #underWay: Promise<Backup> | undefined;

  /** Of the library that is served from `folder`; what is under way ends with `stopping`. */
  constructor(folder: string, stopping: AbortSignal) {
    this.#folder = folder;
    this.#stopping = stopping;
  }

  /**
   * Makes a backup in the data folder's own folder of backups; nothing of it is left if `signal` aborts, unless it
   * was about to get its name: then it is carried through.
   * `folder` is the data folder that the caller means, if it knows one.
   * @throws LibTrailsError failed_precondition (one is being made; another folder is meant), cancelled, and as
   *   `backupLibrary`
   */
  async create(order: BackupOrder, signal: AbortSignal, folder = ''): Promise<Backup> {
    if (folder !== '' && !isSame(folder, this.#folder)) {
      throw new LibTrailsError(
        'failed_precondition',
        `This service serves ${this.#folder}, not ${folder}: ask the one that does.`,
      );
    }
    if (this.#underWay !== undefined) {
      throw new LibTrailsError('failed_precondition', 'A backup is being made: wait for its end.');
    }
    this.#underWay = this.#make(order, AbortSignal.any([signal, this.#stopping]));
    try {
      return await this.#underWay;
    } finally {
      this.#underWay = undefined;
    }
  }

  /** Resolves when no backup is under way. */
  async ended(): Promise<void> {
    await this.#underWay?.catch(() => undefined);
  }

  async #make(order: BackupOrder, signal: AbortSignal): Promise<Backup> {
    const stage = new BackupStage();
    const worker = new Worker(new URL('./backup-thread.ts', import.meta.url), {
      name: 'backup',
      workerData: { folder: this.#folder, order, cell: stage.cell },
      resourceLimits: HEAP_LIMITS,
    });
    let reply: BackupReply | undefined;
    let crash: Error | undefined;
    worker.once('message', (message: BackupReply) => {
      reply = message;
    });
    worker.once('error', (error) => {
      crash = error;
    });
    // Not terminate(): if the thread is within SQLite then, it takes the whole process with it.
    const stop = () => stage.stop();
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    await new Promise((resolve) => worker.once('exit', resolve));
    signal.removeEventListener('abort', stop);
    if (reply === undefined) {
      clearUp(join(this.#folder, BACKUP_FOLDER));
      throw new LibTrailsError(
        'internal',
        'The thread that made the backup ended early; no backup was made.',
        {
          cause: crash,
        },
      );
    }
    if ('made' in reply) return reply.made;
    const { code, message, detail } = reply.failed;
    throw new LibTrailsError(code as ErrorCode, message, { cause: new Error(detail) });
  }
}

/** What the thread had no time to remove. */
function clearUp(place: string): void {
  try {
    holdBackups(place, 0)();
  } catch {
    // Another backup has begun by now, and has cleared up.
  }
}

function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
