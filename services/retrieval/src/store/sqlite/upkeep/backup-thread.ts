/** Entry of the thread that makes one backup: copying and checking block only this thread. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import type { Backup, BackupOrder } from '../../backups.ts';
import { backupLibrary } from './backup.ts';
import { BackupStage } from './backup-stage.ts';

/** The thread's one message. */
export type BackupReply = { made: Backup } | { failed: { code: string; message: string; detail: string } };

if (parentPort !== null) {
  const { folder, order, cell } = workerData as { folder: string; order: BackupOrder; cell: Int32Array };
  // On Linux a priority is a thread's own; elsewhere this would slow the searches down as well.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
  parentPort.postMessage(await make(folder, order, new BackupStage(cell)));
}

async function make(
  folder: string,
  { keep, thorough }: BackupOrder,
  stage: BackupStage,
): Promise<BackupReply> {
  const stopped = () => new LibTrailsError('cancelled', 'Stopped; no backup was made.');
  const onStep = () => {
    if (stage.stopped) throw stopped();
  };
  const onSound = () => {
    if (!stage.name()) throw stopped();
  };
  try {
    const kept = keep === 0 ? undefined : keep;
    return { made: await backupLibrary(folder, { keep: kept, thorough, onStep, onSound }) };
  } catch (error) {
    const { code, message, cause } = toLibTrailsError(error);
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : '';
    return { failed: { code, message, detail } };
  }
}
