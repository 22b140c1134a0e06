/** Power cuts while books are written: the files with any part of what was not flushed missing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { libraryPath } from '@libtrails/retrieval/store/sqlite/open';
import type { Random } from '../load/library/choices.ts';
import { fileOf, nextStart } from './model.ts';
import { type Row, RowKeeper } from './row.ts';
import { tornFile } from './torn-file.ts';

const VICTIM = fileURLToPath(new URL('./power-victim.ts', import.meta.url));
/** Longer than a write takes, in milliseconds. */
const MOMENTS_MS = 60;
/**
 * Header of a write-ahead log (sqlite.org/fileformat2.html, 4.1). SQLite flushes it when it begins the log anew, before
 * the first frame behind it (`syncHeader` in wal.c): else old frames could pass for the newest.
 */
const WAL_HEADER_BYTES = 32;
/** For a stopped process to stand still, and for its last words to be read. */
const STANDSTILL_MS = 15;

export async function powerCuts(rounds: number, random: Random): Promise<Row> {
  const keeper = new RowKeeper('power cut while books are written');
  const [folder, flushed, after] = ['live', 'flushed', 'after'].map((name) =>
    mkdtempSync(join(tmpdir(), `libtrails-fault-power-${name}-`)),
  ) as [string, string, string];
  const child = spawn(process.execPath, [VICTIM, folder, flushed], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    /** File → version acknowledged; and the version under way. */
    const acknowledged = new Map<string, number>();
    let open: number | undefined;
    const begun = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [what, text] = line.split(' ');
        if (what === 'begin') open = Number(text);
        else {
          acknowledged.set(fileOf(Number(text)), Number(text));
          open = undefined;
        }
        resolve();
      });
    });
    await begun;
    let sectors = 0;
    let inside = 0;
    for (let round = 0; round < rounds; round += 1) {
      await sleep(random() * MOMENTS_MS);
      // Most of a write is work in memory: every second cut waits for the disk to be written to.
      if (round % 2 === 1) await nextChange(folder);
      child.kill('SIGSTOP');
      await sleep(STANDSTILL_MS);
      keeper.row.tries += 1;
      sectors += cut(folder, flushed, after, random);
      if (open !== undefined) inside += 1;
      try {
        const found = await nextStart(after);
        keeper.recovered(found.openMs);
        for (const [file, version] of acknowledged) {
          const now = found.books.get(file);
          if (now !== version && (now === undefined || now !== open)) {
            keeper.lose(`${file}: ${now} instead of ${version}`);
          }
        }
      } catch (error) {
        keeper.fail(error);
      }
      child.kill('SIGCONT');
    }
    keeper.row.note ||= `${inside} within a write; ${sectors} sectors of 512 bytes missing or noise`;
  } finally {
    child.kill('SIGKILL');
    for (const one of [folder, flushed, after]) rmSync(one, { recursive: true });
  }
  return keeper.row;
}

/** Resolves when a file of the folder is written to. */
async function nextChange(folder: string): Promise<void> {
  const watcher = watch(folder);
  await once(watcher, 'change');
  watcher.close();
}

/**
 * Makes `after` the folder as it is found when the power is back; returns how many sectors are lost. The file is
 * written to by nothing but the copying of the log into it, which begins when the log has been flushed.
 */
function cut(folder: string, flushed: string, after: string, random: Random): number {
  rmSync(after, { recursive: true });
  mkdirSync(after);
  const [file, log] = ['', '-wal'].map((ending) => ({
    flushed: readFileSync(libraryPath(flushed) + ending),
    written: readFileSync(libraryPath(folder) + ending),
  })) as [Copies, Copies];
  const copying = !file.flushed.equals(file.written);
  const tornLog = tornFile(copying ? log.written : log.flushed, log.written, random, WAL_HEADER_BYTES);
  const torn = tornFile(file.flushed, file.written, random);
  writeFileSync(libraryPath(after), torn.torn);
  writeFileSync(`${libraryPath(after)}-wal`, tornLog.torn);
  return torn.lost + tornLog.lost;
}

interface Copies {
  flushed: Buffer;
  written: Buffer;
}
