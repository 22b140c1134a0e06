/** The checksum beside a backup, in the format of `sha256sum -c`: SQLite itself does not see a bit flipped in a text. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LibTrailsError } from '@libtrails/common/errors';
import { flush } from './copy-library.ts';

const ENDING = '.sha256';
/** Bytes read at a time. */
const PIECE = 1024 * 1024;

/**
 * Writes a checksum beside `file`, flushed to the disk. Whole or not at all: a half-written one would have its sound
 * backup refused. What a kill leaves is a part (isPart), cleared away by the next backup.
 */
export function writeChecksum(file: string, digest: string): void {
  const part = join(dirname(file), `.${basename(file)}${ENDING}.part`);
  writeFileSync(part, lineOf(digest, basename(file)));
  flush(part);
  renameSync(part, file + ENDING);
  flush(dirname(file));
}

export function removeChecksum(file: string): void {
  rmSync(file + ENDING, { force: true });
}

/**
 * Compares `copy` with the checksum beside the backup it was copied from; a backup without one passes.
 * @throws LibTrailsError data_loss
 */
export function verifyChecksum(copy: string, backup: string): void {
  const expected = readExpected(backup + ENDING);
  if (expected === undefined || digestOf(copy) === expected) return;
  throw new LibTrailsError(
    'data_loss',
    `${backup} does not match its checksum (${backup}${ENDING}): it was damaged or changed since it was made, and was not restored. The library is as it was. Restore another backup; if the change was meant, remove the checksum file first.`,
  );
}

/** @returns undefined if there is no such file. @throws LibTrailsError data_loss if it holds no checksum */
function readExpected(path: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const found = /^\\?([0-9a-f]{64}) [ *]/i.exec(text)?.[1];
  if (found !== undefined) return found.toLowerCase();
  throw new LibTrailsError(
    'data_loss',
    `${path} holds no SHA-256 checksum, so its backup was not restored. If you are sure of the backup, remove that file first.`,
  );
}

/** SHA-256, hex. */
export function digestOf(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const handle = openSync(file, 'r');
  try {
    for (let n = readSync(handle, piece); n > 0; n = readSync(handle, piece))
      hash.update(piece.subarray(0, n));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** As GNU coreutils writes it: a name with a backslash or a line break is escaped, and the line then begins with "\". */
function lineOf(digest: string, name: string): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === name ? '' : '\\'}${digest}  ${escaped}\n`;
}
