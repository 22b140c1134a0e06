/** What SQLite says of the disk and the file, in words that tell what to do. */
import { LibTrailsError } from '@libtrails/common/errors';

/** An error of SQLite's that has a cure as LibTrailsError; any other value as it is. `path` is the library file. */
export function storageError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error.name !== 'SqliteError') return error;
  const code = (error as Error & { code?: string }).code ?? '';
  const refuse = (to: 'data_loss' | 'resource_exhausted' | 'failed_precondition', message: string) =>
    new LibTrailsError(to, message, { cause: error });
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) {
    return refuse(
      'data_loss',
      `${path} is damaged (${error.message}). "libtrails check" says where; restore a backup with "libtrails restore FILE".`,
    );
  }
  // A write that the disk has no room for may be reported as an error of the device.
  if (/^SQLITE_(?:FULL|IOERR_WRITE|IOERR_SHMSIZE|IOERR_FSYNC)/.test(code)) {
    return refuse(
      'resource_exhausted',
      `The disk of ${path} is full or takes no more (${error.message}). Nothing was changed: make room, and it goes on by itself.`,
    );
  }
  if (/^SQLITE_IOERR/.test(code)) {
    return refuse('data_loss', `The disk of ${path} can't be read (${error.message}). Look at the disk.`);
  }
  if (/^SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)/.test(code)) {
    return refuse(
      'failed_precondition',
      `${path} can't be opened or written (${error.message}). Check the folder's owner, its rights, and that its file system is not read-only.`,
    );
  }
  if (/^SQLITE_BUSY/.test(code)) {
    return refuse('failed_precondition', `${path} is held by another program. Stop it, and try again.`);
  }
  return error;
}
