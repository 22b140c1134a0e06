/** Which library a command is about. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './exit-codes.ts';

const LIBRARY_FILE = 'library.sqlite';
/** Where commands are called from: npm changes into the project's folder first. */
const CALLED_FROM = process.env.INIT_CWD ?? '.';

/** A path relative to the caller's folder. */
export function fromCaller(path: string): string {
  return resolve(CALLED_FROM, path);
}

/**
 * The data folder that is named, that LIBTRAILS_DATA names, or the only one below ./data (`npm start` makes one
 * for each shelf). @throws UsageError if there is none, or more than one
 */
export function dataFolder(given: string | undefined): string {
  const named = given ?? (process.env.LIBTRAILS_DATA || undefined);
  if (named !== undefined) return given === undefined ? resolve(named) : fromCaller(named);
  const data = fromCaller('data');
  const candidates = [data, ...subfolders(data)].filter((folder) => existsSync(join(folder, LIBRARY_FILE)));
  const [only, ...others] = candidates;
  if (only === undefined) {
    throw new UsageError(`There is no library below ${data}: name its data folder with --data.`);
  }
  if (others.length > 0) {
    throw new UsageError(`Several libraries are here; name one with --data:\n  ${candidates.join('\n  ')}`);
  }
  return only;
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}
