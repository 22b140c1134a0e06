import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Library } from '../library.ts';
import { libraryPath, openAlone } from '../open.ts';
import { openLibrary } from '../open-library.ts';
import { versionOf } from '../writer-books.test-support.ts';
import { backupLibrary, freeName, holdBackups, prune } from './backup.ts';
import { checkFolder } from './check-folder.ts';
import { verifyChecksum } from './checksum.ts';
import { reportFolder } from './report.ts';

let folder: string;
let library: Library;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-backup-'));
  library = await openLibrary(folder);
  await library.write('putBook', versionOf(0));
});
after(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const visible = () =>
  readdirSync(join(folder, 'backups'))
    .filter((name) => !name.startsWith('.'))
    .sort();

test('a backup of a library in use holds the moment at which it began', async () => {
  let wrote: Promise<unknown> | undefined;
  const backup = await backupLibrary(folder, {
    onStep() {
      wrote ??= library.write('putBook', versionOf(1));
    },
  });
  await wrote;
  assert.equal(backup.books, 1);
  assert.equal(library.revision(), backup.revision + 1);
  const db = openAlone(backup.file);
  assert.deepEqual(db.prepare('SELECT file_name FROM sources').pluck().all(), ['book-0.epub']);
  db.close();
  const name = basename(backup.file);
  assert.deepEqual(visible(), [name, `${name}.sha256`]);
});

test('a backup that is stopped or fails its check leaves nothing behind', async () => {
  const before = visible();
  const to = join(folder, 'backups/stopped.sqlite');
  const signal = AbortSignal.abort(new Error('enough'));
  await assert.rejects(backupLibrary(folder, { to, signal }), /enough/);
  assert.deepEqual(visible(), before);
  assert.deepEqual(
    readdirSync(join(folder, 'backups')).filter((name) => name.includes('.part')),
    [],
  );
});

test('what a killed backup left is cleared away by the next one', async () => {
  const part = join(folder, 'backups/.library-x.sqlite.part');
  writeFileSync(part, 'half a file');
  const { file } = await backupLibrary(folder, { keep: 1 });
  assert.ok(!readdirSync(join(folder, 'backups')).includes('.library-x.sqlite.part'));
  assert.deepEqual(visible(), [basename(file), `${basename(file)}.sha256`]);
});

test('a checksum that outlived its backup is not taken for that of the next one', async () => {
  const to = join(folder, 'backups/named.sqlite');
  writeFileSync(`${to}.sha256`, `${'0'.repeat(64)}  named.sqlite\n`);
  await backupLibrary(folder, { to });
  verifyChecksum(to, to);
  rmSync(to);
  rmSync(`${to}.sha256`);
});

test('a file that is there is not written over, and a folder that is not there is not made', async () => {
  const to = join(folder, 'mine.sqlite');
  writeFileSync(to, 'mine');
  await assert.rejects(backupLibrary(folder, { to }), { code: 'already_exists' });
  await assert.rejects(backupLibrary(folder, { to: join(folder, 'no/where.sqlite') }), { code: 'not_found' });
});

test('two backups to one folder do not get into each other’s way', async () => {
  const release = holdBackups(join(folder, 'backups'));
  await assert.rejects(backupLibrary(folder), { code: 'failed_precondition', message: /wait for its end/ });
  release();
});

test('the newest are kept, and the one just made even if the clock went back', () => {
  const place = mkdtempSync(join(folder, 'clock-'));
  const make = (at: string) => {
    const file = freeName(place, 'library', new Date(at));
    writeFileSync(file, '');
    return file;
  };
  const [old, recent] = [make('2026-01-01T00:00:00Z'), make('2026-02-01T00:00:00Z')];
  const other = join(place, 'library-of-mine.sqlite');
  writeFileSync(other, '');
  const now = make('1970-01-01T00:00:00Z');
  assert.deepEqual(prune(place, 'library', 2, now), [old]);
  assert.deepEqual(
    readdirSync(place).sort(),
    [now, recent, other].map((file) => file.slice(place.length + 1)).sort(),
  );
  assert.notEqual(make('1970-01-01T00:00:00Z'), now);
});

test('a library in use is checked without being held up, and its report says that it is in use', async () => {
  const check = checkFolder(folder);
  await library.write('putBook', versionOf(2));
  assert.deepEqual((await check).faults, []);
  const report = reportFolder(folder);
  assert.deepEqual(
    [report.served, report.counts.books, report.backups.length],
    [true, library.revision(), 1],
  );
});

test('a damaged page is named by its table, and no backup is made of it', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'libtrails-damaged-'));
  try {
    const { file } = await backupLibrary(folder, { to: libraryPath(copy) });
    const db = openAlone(file);
    const sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'chunks'";
    const root = db.prepare(sql).pluck().get() as number;
    db.close();
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (root - 1) * 4096);
    closeSync(handle);
    const { faults } = await checkFolder(copy);
    assert.ok(
      faults.some((fault) => /chunks/.test(fault)),
      faults.join('\n'),
    );
    await assert.rejects(backupLibrary(copy), { code: 'data_loss', message: /restore an earlier backup/ });
    assert.deepEqual(
      readdirSync(join(copy, 'backups')).filter((name) => name.endsWith('.sqlite')),
      [],
    );
  } finally {
    rmSync(copy, { recursive: true });
  }
});
