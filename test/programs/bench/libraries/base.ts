/** The real library that the measured ones grow from: a given file, or the starter shelf, indexed once. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '@libtrails/indexer/cache/cache-dir';
import { libraryPath } from '@libtrails/retrieval/store/sqlite/open';
import { prepareModel } from '../../../../infra/stack/prepare.ts';
import { STARTER_SHELF, startTestStack, waitUntilIndexed } from '../../../test-stack.ts';

/** Path of the library file to grow from. @throws if the given file is not there */
export async function baseLibrary(given: string | undefined, say: (line: string) => void): Promise<string> {
  if (given !== undefined) {
    if (!existsSync(given)) throw new Error(`There is no library file ${given}`);
    if (existsSync(`${given}-wal`) && statSync(`${given}-wal`).size > 0) {
      throw new Error(`${given} is in use: give a copy of it, or stop the retrieval service first`);
    }
    return given;
  }
  const hash = createHash('sha256');
  for (const name of readdirSync(STARTER_SHELF).sort()) hash.update(readFileSync(join(STARTER_SHELF, name)));
  const file = join(cacheDir(), 'bench', `starter-shelf-${hash.digest('hex').slice(0, 16)}.sqlite`);
  if (existsSync(file)) return file;
  say('indexing the starter shelf');
  prepareModel();
  const stack = await startTestStack({ withoutWeb: true });
  try {
    await waitUntilIndexed(stack.api);
    // Its processes end first: the file is whole then, without a write-ahead log.
    await stack.processes.stop();
    mkdirSync(join(cacheDir(), 'bench'), { recursive: true });
    copyFileSync(libraryPath(stack.data), `${file}.part`);
    renameSync(`${file}.part`, file);
  } finally {
    await stack.stop();
  }
  return file;
}
