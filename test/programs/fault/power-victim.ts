/** Writes books until it is killed, and keeps what of its files has been flushed to the disk in a second folder. */
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { libraryPath } from '@libtrails/retrieval/store/sqlite/open';
import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { bookOf } from './model.ts';

const [folder, flushed] = process.argv.slice(2) as [string, string];
const library = await openLibrary(folder);
for (let n = 0; ; n += 1) {
  // After the commit before this one, the log was copied into the file: it is done when this command's turn comes.
  await library.write('checkpoint', undefined);
  keep('');
  if (n === 0) keep('-wal');
  process.stdout.write(`begin ${n}\n`);
  await library.write('putBook', bookOf(n));
  // From here until the next write nothing is added to the log.
  keep('-wal');
  process.stdout.write(`done ${n}\n`);
}

/** The copy changes from one state to the next at once: this process may be stopped at any moment. */
function keep(ending: string): void {
  const part = join(flushed, 'part');
  copyFileSync(libraryPath(folder) + ending, part);
  renameSync(part, libraryPath(flushed) + ending);
}
