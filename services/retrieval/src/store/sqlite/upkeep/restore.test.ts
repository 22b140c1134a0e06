import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { libraryPath, openAlone } from '../open.ts';
import { openLibrary } from '../open-library.ts';
import { versionOf } from '../writer-books.test-support.ts';
import { backupLibrary } from './backup.ts';
import { checkFolder } from './check-folder.ts';
import { deleteFromFolder, findBook } from './delete-from-folder.ts';
import { rebuildLibrary } from './rebuild.ts';
import { reportFolder } from './report.ts';
import { restoreLibrary } from './restore.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-restore-'));
  await put(0);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Adds a book as the service does. */
async function put(version: number): Promise<void> {
  const library = await openLibrary(folder);
  await library.write('putBook', versionOf(version));
  await library.close();
}

const files = () => {
  const db = openAlone(libraryPath(folder));
  try {
    return db.prepare('SELECT file_name FROM sources ORDER BY file_name').pluck().all();
  } finally {
    db.close();
  }
};

function damage(sql: string): void {
  const db = openAlone(libraryPath(folder));
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

test('a backup is restored, what was there is kept, and no browser takes the one for the other', async () => {
  const { file } = await backupLibrary(folder);
  await put(1);
  const before = reportFolder(folder);
  const { kept, books } = restoreLibrary(folder, file);
  assert.equal(books, 1);
  assert.deepEqual(files(), ['book-0.epub']);
  assert.ok(reportFolder(folder).revision > before.revision);
  assert.deepEqual((await checkFolder(folder)).faults, []);
  restoreLibrary(folder, kept ?? assert.fail('nothing was kept'));
  assert.deepEqual(files(), ['book-0.epub', 'book-1.epub']);
});

test('a library that can’t be opened any more is replaced as well', async () => {
  const { file } = await backupLibrary(folder);
  writeFileSync(libraryPath(folder), 'no library at all');
  await assert.rejects(checkFolder(folder), { code: 'data_loss', message: /libtrails restore FILE/ });
  const { kept } = restoreLibrary(folder, file);
  assert.equal(readFileSync(kept ?? '', 'utf8'), 'no library at all');
  assert.deepEqual(files(), ['book-0.epub']);
});

test('a backup that is damaged, of a newer program or none at all is refused, and nothing changes', async () => {
  const { file } = await backupLibrary(folder);
  const before = files();
  const bad = join(folder, 'bad.sqlite');
  for (const [sql, refusal] of [
    ['DELETE FROM vec_chunks WHERE chunk_id = 1', { code: 'data_loss', message: /no vector of 1/ }],
    ['PRAGMA user_version = 9999', { code: 'failed_precondition', message: /newer LibTrails/ }],
    ['PRAGMA application_id = 1', { code: 'failed_precondition', message: /not a LibTrails library/ }],
  ] as const) {
    copyFileSync(file, bad);
    const db = openAlone(bad);
    db.exec(sql);
    db.close();
    assert.throws(() => restoreLibrary(folder, bad), refusal);
  }
  writeFileSync(bad, 'x'.repeat(9_000));
  assert.throws(() => restoreLibrary(folder, bad), { code: 'data_loss' });
  assert.throws(() => restoreLibrary(folder, libraryPath(folder)), { code: 'invalid_argument' });
  assert.deepEqual(files(), before);
  assert.ok(!existsSync(join(folder, 'backups/.restored.part')));
});

test('one bit flipped in a text of a backup is seen by its checksum, and nothing changes', async () => {
  const { file } = await backupLibrary(folder);
  const bytes = readFileSync(file);
  const digest = createHash('sha256').update(bytes).digest('hex');
  assert.equal(readFileSync(`${file}.sha256`, 'utf8'), `${digest}  ${basename(file)}\n`);
  const at = bytes.lastIndexOf('version');
  assert.ok(at > 0);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await put(1);
  assert.throws(() => restoreLibrary(folder, file), {
    code: 'data_loss',
    message: /does not match its checksum/,
  });
  assert.deepEqual(files(), ['book-0.epub', 'book-1.epub']);
  assert.ok(!existsSync(join(folder, 'backups/.restored.part')));
});

test('a checksum file that holds none is refused, and a backup without one is restored', async () => {
  const { file } = await backupLibrary(folder);
  writeFileSync(`${file}.sha256`, 'not a checksum');
  assert.throws(() => restoreLibrary(folder, file), { code: 'data_loss', message: /holds no SHA-256/ });
  rmSync(`${file}.sha256`);
  assert.equal(restoreLibrary(folder, file).books, 1);
});

test('a library in use is not restored, rebuilt or written by another process', async () => {
  const { file } = await backupLibrary(folder);
  const library = await openLibrary(folder);
  try {
    assert.throws(() => restoreLibrary(folder, file), { code: 'failed_precondition', message: /Stop it/ });
    assert.throws(() => rebuildLibrary(folder, ['words']), { code: 'failed_precondition' });
    assert.equal(deleteFromFolder(folder, 1), false);
  } finally {
    await library.close();
  }
});

test('what can be derived is mended by rebuilding it', async () => {
  damage(`
    INSERT INTO fts_chunks (fts_chunks) VALUES ('delete-all');
    DELETE FROM chunk_words WHERE stem = 'version';
    UPDATE topic_counts SET passages = 99;
    UPDATE book_topics SET count = 99 WHERE topic_id = 1;
  `);
  assert.notDeepEqual((await checkFolder(folder)).faults, []);
  rebuildLibrary(folder, ['full-text', 'words', 'counts']);
  assert.deepEqual((await checkFolder(folder)).faults, []);
});

test('rebuilding themes or books is left to the indexer, as a job and by forgetting how they were made', () => {
  rebuildLibrary(folder, ['grouping', 'books']);
  assert.deepEqual(
    reportFolder(folder).jobs.map(({ kind, state }) => [kind, state]),
    [['group', 'queued']],
  );
  const db = openAlone(libraryPath(folder));
  assert.equal(db.prepare('SELECT pipeline FROM sources').pluck().get(), '');
  db.close();
});

test('a book is found by id, file or title, and nothing of it is left when it is deleted', async () => {
  await put(1);
  for (const name of ['2', 'book-1.epub', 'BOOK-1.epub']) assert.equal(findBook(folder, name).id, 2);
  assert.throws(() => findBook(folder, 'nowhere'), { code: 'not_found' });
  assert.equal(deleteFromFolder(folder, 2), true);
  assert.deepEqual(files(), ['book-0.epub']);
  assert.deepEqual((await checkFolder(folder)).faults, []);
  const db = openAlone(libraryPath(folder));
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  for (const table of tables) {
    const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    if (!columns.includes('book_id')) continue;
    assert.equal(db.prepare(`SELECT count(*) FROM ${table} WHERE book_id = 2`).pluck().get(), 0, table);
  }
  db.close();
});

test('a backup with SQL of somebody else is refused before any of it runs', async () => {
  const { file } = await backupLibrary(folder);
  for (const [what, sql] of [
    ['trigger t', 'CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM books; END'],
    ['view v', 'CREATE VIEW v AS SELECT * FROM meta'],
    [
      'view searchable_chunks',
      "DROP VIEW searchable_chunks; CREATE VIEW searchable_chunks AS SELECT id, 'mine' AS text FROM chunks",
    ],
  ] as const) {
    const hostile = join(folder, 'hostile.sqlite');
    copyFileSync(file, hostile);
    const db = openAlone(hostile);
    db.exec(sql);
    db.close();
    assert.throws(() => restoreLibrary(folder, hostile), {
      code: 'failed_precondition',
      message: new RegExp(`SQL that LibTrails did not write and was not restored: ${what}\\.`),
    });
    assert.deepEqual(files(), ['book-0.epub']);
  }
});

test('a backup that is a pipe, a device or a link to a file of the system is refused, and says nothing of it', () => {
  const pipe = join(folder, 'pipe.sqlite');
  execFileSync('mkfifo', [pipe]);
  for (const file of [pipe, '/dev/zero', folder]) {
    assert.throws(() => restoreLibrary(folder, file), { code: 'invalid_argument', message: /is no file/ });
  }
  const link = join(folder, 'link.sqlite');
  symlinkSync('/etc/passwd', link);
  assert.throws(
    () => restoreLibrary(folder, link),
    (error: Error) => !error.message.includes('root:'),
  );
  assert.deepEqual(files(), ['book-0.epub']);
});
