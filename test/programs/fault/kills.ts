/** SIGKILL at random moments of ingest, grouping, delete, backup and an upgrade. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { libraryPath, openAlone } from '@libtrails/retrieval/store/sqlite/open';
import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { checkLibrary } from '@libtrails/retrieval/store/sqlite/upkeep/check';
import type { Random } from '../load/library/choices.ts';
import { bookOf, FILES, type Found, fileOf, groupingOf, nextStart } from './model.ts';
import { makeOlder } from './older-library.ts';
import { type Row, RowKeeper } from './row.ts';

const VICTIM = fileURLToPath(new URL('./victim.ts', import.meta.url));
const KINDS = ['ingest', 'grouping', 'delete', 'backup', 'migration'] as const;
type Kind = (typeof KINDS)[number];

/** What the victim said before it was killed. */
interface Last {
  /** Pieces of work that were acknowledged. */
  done: number[];
  /** The piece that was under way, if one was. */
  open: number | undefined;
}

/** `rounds` kills of each kind. */
export async function killRows(rounds: number, random: Random): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of KINDS) rows.push(await killKind(kind, rounds, random));
  return rows;
}

async function killKind(kind: Kind, rounds: number, random: Random): Promise<Row> {
  const keeper = new RowKeeper(`SIGKILL during ${kind}`);
  const folder = mkdtempSync(join(tmpdir(), `libtrails-fault-${kind}-`));
  let inside = 0;
  let typicalMs = 30;
  try {
    await fill(folder);
    const pristine = join(folder, 'pristine.sqlite');
    if (kind === 'migration' || kind === 'delete') {
      if (kind === 'migration') makeOlder(libraryPath(folder));
      copyFileSync(libraryPath(folder), pristine);
    }
    let found: Found = { books: new Map(), generation: 0, revision: 0 };
    if (kind !== 'migration') found = await nextStart(folder);
    let next = FILES;
    for (let round = 0; round < rounds; round += 1) {
      if (kind === 'migration' || (kind === 'delete' && found.books.size < 2)) {
        for (const ending of ['-wal', '-shm']) rmSync(libraryPath(folder) + ending, { force: true });
        copyFileSync(pristine, libraryPath(folder));
        if (kind === 'delete') found = await nextStart(folder);
      }
      const { last, pieceMs } = await harm(folder, kind, next, random, typicalMs);
      typicalMs = pieceMs ?? typicalMs;
      keeper.row.tries += 1;
      if (last.open !== undefined) inside += 1;
      try {
        const now = await nextStart(folder);
        keeper.recovered(now.openMs);
        judge(kind, found, last, now, keeper);
        if (kind === 'backup') checkBackups(folder);
        found = now;
      } catch (error) {
        keeper.fail(error);
        break;
      }
      next = Math.max(next, ...last.done, last.open ?? 0) + 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  keeper.row.note ||= `${inside} in the midst of a piece of work`;
  return keeper.row;
}

async function fill(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const library = await openLibrary(folder);
  for (let n = 0; n < FILES; n += 1) await library.write('putBook', bookOf(n));
  await library.write('putGrouping', groupingOf(library, 0));
  await library.close();
}

/** Lets the victim work, and kills it within some piece of work, or shortly after. */
async function harm(folder: string, kind: Kind, from: number, random: Random, typicalMs: number) {
  const child: ChildProcess = spawn(process.execPath, [VICTIM, folder, kind, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const last: Last = { done: [], open: undefined };
  const atPiece = kind === 'migration' ? 1 : 2 + Math.floor(random() * 3);
  const share = random() * 1.1;
  let begun = 0;
  let begins = 0;
  let pieceMs: number | undefined;
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout! })) {
    const [what, n] = line.split(' ');
    if (what === 'begin') {
      last.open = Number(n);
      begun = performance.now();
      begins += 1;
      if (begins === atPiece) setTimeout(() => child.kill('SIGKILL'), typicalMs * share);
    } else {
      // The first piece is the opening; other kinds are timed by the work itself.
      if (kind === 'migration' || begins > 1) pieceMs = Math.max(5, performance.now() - begun);
      last.open = undefined;
      if (Number(n) > 0) last.done.push(Number(n));
    }
  }
  await ended;
  return { last, pieceMs };
}

/** Everything acknowledged is there; beyond it at most the piece that was under way. */
function judge(kind: Kind, before: Found, last: Last, now: Found, keeper: RowKeeper): void {
  if (kind === 'ingest') {
    const wanted = new Map(before.books);
    for (const n of last.done) wanted.set(fileOf(n), n);
    for (const [file, version] of wanted) {
      const found = now.books.get(file);
      if (found !== version && found !== last.open) keeper.lose(`${file}: ${found} instead of ${version}`);
    }
    return;
  }
  const least = kind === 'delete' ? last.done.length : 0;
  const extra = last.open === undefined ? 0 : 1;
  const gone = kind === 'migration' ? FILES - now.books.size : before.books.size - now.books.size;
  if (gone < least || gone > least + (kind === 'delete' ? extra : 0)) {
    keeper.lose(`${gone} books are gone, ${least} deletions were acknowledged`);
  }
  if (kind === 'grouping') {
    const made = now.generation - before.generation - last.done.length;
    if (made < 0 || made > extra) keeper.lose(`generation ${now.generation} after ${before.generation}`);
  }
}

/** Every backup that has its name is whole. @throws Error */
function checkBackups(folder: string): void {
  const place = join(folder, 'backups');
  for (const name of readdirSync(place).filter((file) => /^library-.*\.sqlite$/.test(file))) {
    const db = openAlone(join(place, name));
    try {
      const faults = checkLibrary(db, { quick: true });
      if (faults.length > 0) throw new Error(`${name}: ${faults[0]}`);
    } finally {
      db.close();
    }
  }
}
