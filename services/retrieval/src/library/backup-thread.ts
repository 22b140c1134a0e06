/** Entry of the thread that makes one backup: copying and checking block it, and nobody else. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { toLibTrailsError } from '@libtrails/common/errors';
import { type Backup, backupLibrary } from './backup.ts';

export interface BackupOrder {
  /** Keep so many of the newest backups, this one included; 0: all. */
  keep: number;
  /** Compare texts with their indexes as well. */
  thorough: boolean;
}

/** The thread's one message. */
export type BackupReply = { made: Backup } | { failed: { code: string; message: string; detail: string } };

if (parentPort !== null) {
  const { folder, order } = workerData as { folder: string; order: BackupOrder };
  // On Linux a priority is a thread's own; elsewhere this would slow the searches down as well.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
  parentPort.postMessage(await make(folder, order));
}

async function make(folder: string, { keep, thorough }: BackupOrder): Promise<BackupReply> {
  try {
    return { made: await backupLibrary(folder, { keep: keep === 0 ? undefined : keep, thorough }) };
  } catch (error) {
    const { code, message, cause } = toLibTrailsError(error);
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : '';
    return { failed: { code, message, detail } };
  }
}
