/** Bytes of the file overwritten: found and named, and the backup put in its place; a damaged backup is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryPath } from '@libtrails/retrieval/store/sqlite/open';
import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { backupLibrary } from '@libtrails/retrieval/store/sqlite/upkeep/backup';
import { checkFolder } from '@libtrails/retrieval/store/sqlite/upkeep/check-folder';
import { restoreLibrary } from '@libtrails/retrieval/store/sqlite/upkeep/restore';
import type { Random } from '../load/library/choices.ts';
import { bookOf, FILES, groupingOf, nextStart } from './model.ts';
import { type Row, RowKeeper } from './row.ts';

const PAGE = 4096;

/** A way to do harm to a byte of the file, and what can be expected of a check. */
const HARM = {
  page: {
    fault: 'a page of the file overwritten with noise, then the backup restored',
    do(bytes: Buffer, at: number, random: Random) {
      const start = at - (at % PAGE);
      for (let i = start; i < start + PAGE; i += 1) bytes[i] = Math.floor(random() * 256);
    },
    mustBeFound: true,
  },
  bit: {
    fault: 'one bit of the file flipped, then the backup restored',
    do(bytes: Buffer, at: number, random: Random) {
      bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 8));
    },
    // SQLite keeps no checksums: a bit of a weight, or of space that is not used, is nobody's to miss.
    mustBeFound: false,
  },
};

/** Harm at one place after the other of a sound library; the check must name it, the backup must undo it. */
export async function damagedFile(kind: keyof typeof HARM, rounds: number, random: Random): Promise<Row> {
  const harm = HARM[kind];
  const keeper = new RowKeeper(harm.fault);
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-fault-damage-'));
  let found = 0;
  try {
    const file = await backedUp(folder);
    const sound = readFileSync(file);
    for (let round = 0; round < rounds; round += 1) {
      keeper.row.tries += 1;
      const bytes = Buffer.from(sound);
      const at = Math.floor(random() * bytes.length);
      harm.do(bytes, at, random);
      writeFileSync(libraryPath(folder), bytes);
      for (const ending of ['-wal', '-shm']) rmSync(libraryPath(folder) + ending, { force: true });
      const faults = await checkFolder(folder).then(
        (result) => result.faults,
        (error: Error) => [error.message],
      );
      if (faults.length > 0) found += 1;
      else if (harm.mustBeFound) keeper.fail(new Error(`byte ${at} of ${bytes.length}: nothing was found`));
      try {
        const { kept } = restoreLibrary(folder, file);
        if (kept !== undefined) rmSync(kept);
        const now = await nextStart(folder);
        keeper.recovered(now.openMs);
        if (now.books.size !== FILES) keeper.lose(`${now.books.size} books after the restore`);
      } catch (error) {
        keeper.fail(error);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  keeper.row.note ||= `${found} of ${keeper.row.tries} named by check`;
  return keeper.row;
}

/** One bit of the backup flipped at one place after the other: it must be refused, and the library stay. */
export async function damagedBackup(rounds: number, random: Random): Promise<Row> {
  const keeper = new RowKeeper('one bit of the backup flipped, then a restore tried');
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-fault-backup-'));
  let refused = 0;
  try {
    const file = await backedUp(folder);
    const sound = readFileSync(file);
    for (let round = 0; round < rounds; round += 1) {
      keeper.row.tries += 1;
      const bytes = Buffer.from(sound);
      const at = Math.floor(random() * bytes.length);
      HARM.bit.do(bytes, at, random);
      writeFileSync(file, bytes);
      try {
        const { kept } = restoreLibrary(folder, file);
        if (kept !== undefined) rmSync(kept);
        keeper.fail(new Error(`byte ${at} of ${bytes.length}: the damaged backup was restored`));
      } catch (error) {
        if ((error as { code?: string }).code === 'data_loss') refused += 1;
        else keeper.fail(error);
      }
      const now = await nextStart(folder);
      keeper.recovered(now.openMs);
      if (now.books.size !== FILES) keeper.lose(`${now.books.size} books after the refusal`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  keeper.row.note ||= `${refused} of ${keeper.row.tries} refused by the checksum beside it`;
  return keeper.row;
}

/** A library of every book and a grouping, closed. @returns its backup */
async function backedUp(folder: string): Promise<string> {
  const library = await openLibrary(folder);
  for (let n = 0; n < FILES; n += 1) await library.write('putBook', bookOf(n));
  await library.write('putGrouping', groupingOf(library, 0));
  await library.close();
  return (await backupLibrary(folder)).file;
}
