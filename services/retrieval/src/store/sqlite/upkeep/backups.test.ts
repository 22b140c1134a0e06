import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Library } from '../library.ts';
import { openLibrary } from '../open-library.ts';
import { versionOf } from '../writer-books.test-support.ts';
import { BACKUP_FOLDER } from './backup.ts';
import { Backups } from './backups.ts';
import { verifyChecksum } from './checksum.ts';

const ALL = { keep: 0, thorough: false };
const NEVER = new AbortController().signal;

let folder: string;
let library: Library;
let backups: Backups;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-backups-'));
  library = await openLibrary(folder);
  await library.write('putBook', versionOf(0));
  backups = new Backups(folder, NEVER);
});
after(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

/** All files, those that are hidden included, but for the lock. */
const files = () =>
  readdirSync(join(folder, BACKUP_FOLDER))
    .filter((name) => name !== '.backup.lock')
    .sort();

test('a serving process backs its library up, and keeps as many backups as it is told', async () => {
  const first = await backups.create(ALL, NEVER);
  assert.deepEqual([first.books, first.revision, first.removed], [1, library.revision(), []]);
  verifyChecksum(first.file, first.file);
  await library.write('putBook', versionOf(1));
  const second = await backups.create({ keep: 1, thorough: true }, NEVER, folder);
  assert.deepEqual([second.books, second.removed], [2, [first.file]]);
  const name = basename(second.file);
  assert.deepEqual(files(), [name, `${name}.sha256`]);
});

test('one backup is made at a time, and none of another library', async () => {
  const under = backups.create(ALL, NEVER);
  await assert.rejects(backups.create(ALL, NEVER), { code: 'failed_precondition', message: /being made/ });
  await under;
  await assert.rejects(backups.create(ALL, NEVER, tmpdir()), {
    code: 'failed_precondition',
    message: /This service serves .*, not /,
  });
});

const remove = (file: string) => {
  rmSync(file);
  rmSync(`${file}.sha256`);
};

test('a backup that has its name is carried through, whoever goes away', async () => {
  const before = new Set(files());
  const leaving = new AbortController();
  const backup = backups.create(ALL, leaving.signal);
  while (files().every((name) => before.has(name) || !name.endsWith('.sqlite'))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  leaving.abort();
  const { file } = await backup;
  verifyChecksum(file, file);
  remove(file);
  assert.deepEqual(files(), [...before]);
});

test('a caller that goes away, or a service that stops, ends a backup; nothing of it is left', async () => {
  const before = files();
  for (const pause of [undefined, 0, 5, 50, 100, 200]) {
    const leaving = new AbortController();
    const backup = backups.create(ALL, leaving.signal);
    const outcome = backup.then(
      ({ file }) => file,
      (error: { code?: string }) => error.code,
    );
    if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
    leaving.abort();
    const file = await outcome;
    // It may have been quicker.
    if (file !== 'cancelled') remove(file ?? '');
    assert.deepEqual(files(), before);
  }
  const stopped = new Backups(folder, AbortSignal.abort());
  await assert.rejects(stopped.create(ALL, NEVER), { code: 'cancelled' });
  assert.deepEqual(files(), before);
  await backups.create({ keep: 1, thorough: false }, NEVER);
});
