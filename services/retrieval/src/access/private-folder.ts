/** Closes a data folder to other users of this machine. Earlier versions left it readable to all. */
import { chmodSync, type Dirent, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Makes the folder if it is missing, and takes the rights of group and others from everything in it. Links are not
 * followed.
 * @returns what stays open to others because it belongs to another user, such as a mounted folder
 */
export function makePrivate(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf);
  const files = entries.filter((entry) => entry.isFile()).map(pathOf);
  return [
    ...[folder, ...folders].filter((path) => !restrict(path, FOLDER_MODE)),
    ...files.filter((path) => !restrict(path, FILE_MODE)),
  ];
}

const pathOf = ({ parentPath, name }: Dirent) => join(parentPath, name);

/** Returns false if only another user may do it. */
function restrict(path: string, mode: number): boolean {
  try {
    if ((lstatSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM') return false;
    // What another process removed meanwhile needs no rights.
    if (code !== 'ENOENT') throw error;
  }
  return true;
}
