/** `libtrails backup [DEST]`. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Backup } from '@libtrails/retrieval/store/backups';
import { dataFolder, fromCaller } from '../data-folder.ts';
import { UsageError } from '../exit-codes.ts';
import { backUpThroughService, type ServiceFlags } from '../library-service.ts';
import { bytes, count, json, seconds } from '../output.ts';
import { libraryPart } from '../parts.ts';
import { stoppingSignal } from '../stopping.ts';

interface BackupFlags extends ServiceFlags {
  data?: string;
  json?: boolean;
  keep?: number;
  thorough?: boolean;
}

/** The service is away, serves another library, or refuses us; the file can still be read. */
const READ_BESIDE = new Set(['unavailable', 'failed_precondition', 'permission_denied']);

export async function backup(dest: string | undefined, flags: BackupFlags): Promise<void> {
  if (dest !== undefined && flags.to !== undefined) {
    throw new UsageError('A service writes into its own folder of backups: leave out DEST, or --to.');
  }
  const signal = stoppingSignal('Stopped; no backup was made.');
  const served = dest === undefined ? await byService(flags, signal) : undefined;
  const made = served ?? (await byOneself(dest, flags, signal));
  if (flags.json) {
    console.log(json({ ...made, by: served === undefined ? 'this command' : 'the service' }));
    return;
  }
  console.log(
    `${made.file}: ${count(made.books, 'book')}, ${count(made.passages, 'passage')}, ${bytes(made.bytes)}; copied in ${seconds(made.copyMs)}, checked in ${seconds(made.checkMs)}${served === undefined ? '' : ', by the service'}`,
  );
  for (const file of made.removed) console.log(`removed ${file}`);
}

/** Undefined if no service of this library answers, unless one was named. */
async function byService(flags: BackupFlags, signal: AbortSignal): Promise<Backup | undefined> {
  const { to, data, keep = 0, thorough = false } = flags;
  const folder = to !== undefined && data === undefined ? '' : dataFolder(data);
  try {
    return await backUpThroughService({ folder, keep, thorough }, flags, signal);
  } catch (error) {
    if (to === undefined && error instanceof LibTrailsError && READ_BESIDE.has(error.code)) return undefined;
    throw error;
  }
}

async function byOneself(
  dest: string | undefined,
  { data, keep, thorough }: BackupFlags,
  signal: AbortSignal,
): Promise<Backup> {
  const { backupLibrary } = await libraryPart(
    () => import('@libtrails/retrieval/store/sqlite/upkeep/backup'),
  );
  const to = dest === undefined ? undefined : fromCaller(dest);
  return backupLibrary(dataFolder(data), { to, keep, thorough, signal });
}
