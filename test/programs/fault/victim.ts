/** The process that is harmed: does one kind of work on a library, over and over, and says when each piece begins and is done. */

import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { backupLibrary } from '@libtrails/retrieval/store/sqlite/upkeep/backup';
import { bookOf, groupingOf } from './model.ts';

const [folder, kind, from] = process.argv.slice(2) as [string, string, string];

/** One write: the pipe takes it whole, or the process is gone. */
const say = (line: string) => process.stdout.write(`${line}\n`);

// Opening is what a migration happens in.
say('begin 0');
const library = await openLibrary(folder);
say('done 0');

for (let n = Number(from); ; n += 1) {
  say(`begin ${n}`);
  if (kind === 'ingest') await library.write('putBook', bookOf(n));
  else if (kind === 'grouping') await library.write('putGrouping', groupingOf(library, n));
  else if (kind === 'delete') {
    const id = library.statement<number>('book-ids', 'value').get();
    if (id === undefined) break;
    await library.write('deleteBook', id);
  } else if (kind === 'backup') await backupLibrary(folder, { keep: 3 });
  else break;
  say(`done ${n}`);
}
await library.close();
