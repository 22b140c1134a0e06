import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { makeUploadFolder, removeLeftovers } from './upload-folders.ts';

test('what a killed task left is removed; folders of running tasks, and of others, stay', async (t) => {
  const place = mkdtempSync(join(tmpdir(), 'libtrails-test-'));
  t.after(() => rmSync(place, { recursive: true }));
  const running = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  t.after(() => running.kill());
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const own = await makeUploadFolder(place);
  assert.equal(statSync(own).mode & 0o777, 0o700);
  const kept = [
    basename(own),
    `libtrails-upload-${running.pid}-abcdef`,
    'libtrails-upload-notes',
    'other-1-abcdef',
  ];
  const left = `libtrails-upload-${ended}-abcdef`;
  for (const name of [...kept.slice(1), left]) mkdirSync(join(place, name));
  writeFileSync(join(place, left, 'book.epub'), 'half a book');
  await removeLeftovers(place);
  assert.deepEqual(readdirSync(place).sort(), kept.sort());
});
