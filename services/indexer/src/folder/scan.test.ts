import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { Source } from '../ingest-client.ts';
import { hashFile, isSettled, KnownSources } from './scan.ts';
import { walkFolder } from './walk-folder.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scan-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('a file is judged by size and time where they are known, else by content', async () => {
  await writeFile(join(dir, 'a.epub'), 'one');
  const [file] = (await walkFolder(dir)).files;
  const contentHash = await hashFile(file!.path);
  const source = (changes: Partial<Source>): Source => ({
    ...{ fileName: 'a.epub', contentHash, size: 3, modifiedMs: file!.modifiedMs },
    ...{ pipeline: 'v1', bookId: 7, refusedCode: '' },
    ...changes,
  });
  const judge = (...known: Source[]) => new KnownSources(known, () => 'v1').judge(file!);
  assert.equal((await judge()).kind, 'index');
  // Size and time decide without reading the file, so a wrong hash goes unnoticed.
  assert.equal((await judge(source({ contentHash: 'other' }))).kind, 'unchanged');
  assert.equal((await judge(source({ modifiedMs: 1 }))).kind, 'unchanged');
  assert.equal((await judge(source({ modifiedMs: 1, contentHash: 'other' }))).kind, 'index');
  assert.equal((await judge(source({ pipeline: 'v0' }))).kind, 'index');
  assert.deepEqual(await judge(source({ refusedCode: 'no_spine', bookId: 0 })), {
    kind: 'still_refused',
    code: 'no_spine',
  });
  assert.deepEqual(await judge(source({ fileName: 'b.epub' })), { kind: 'duplicate', of: 'b.epub' });
});

test('a file that is being copied is left alone, one whose time lies ahead is not left for ever', () => {
  const now = 1_700_000_000_000;
  const settled = (modifiedMs: number) =>
    isSettled({ path: '', fileName: 'a.epub', size: 1, modifiedMs }, now - 5_000, now);
  assert.deepEqual([now - 60_000, now - 1_000, now + 1_000].map(settled), [true, false, false]);
  assert.equal(settled(now + 365 * 86_400_000), true);
});
