/** Fills up the small disk that its folder is, checks what is left, and tries the same where nothing may be written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { bookOf, FILES, fileOf, nextStart } from './model.ts';

const [folder] = process.argv.slice(2) as [string];
const ballast = join(folder, 'ballast');
const WRITES = 24;
/** Chunks of the first book on the full disk: more than the room that the write-ahead log has left from before. */
const LARGE = 600;

const library = await openLibrary(folder);
const acknowledged = new Map<string, number>();
const refusals: string[] = [];
for (let n = 0; n < WRITES; n += 1) {
  // Room for some books, then none, then again.
  if (n >= FILES && n < 2 * FILES) fillUp();
  if (n === 2 * FILES) rmSync(ballast);
  try {
    await library.write('putBook', n === FILES ? bookOf(n, LARGE) : bookOf(n));
    acknowledged.set(fileOf(n), n);
  } catch (error) {
    refusals.push((error as Error).message);
  }
}
await library.close();
assert.ok(refusals.length > 0, 'the disk was never full');
for (const message of refusals) assert.match(message, /make room|writer stopped/);
const { books, openMs } = await nextStart(folder);
assert.deepEqual(Object.fromEntries(books), Object.fromEntries(acknowledged));
assert.equal(spawnSync('mount', ['-o', 'remount,ro', folder]).status, 0);
const readOnly = await openLibrary(folder).then(
  () => 'opened',
  (error: Error & { code?: string }) => `refused with ${error.code}`,
);
assert.notEqual(readOnly, 'opened');
assert.equal(spawnSync('mount', ['-o', 'remount,rw', folder]).status, 0);
await nextStart(folder);
console.log(JSON.stringify({ writes: WRITES, refused: refusals.length, recoveryMs: openMs, readOnly }));

/** Writes until nothing more fits. */
function fillUp(): void {
  for (let kib = 8192; kib >= 4; kib /= 2) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(kib * 1024), { flag: 'a' });
    } catch {
      // Full for pieces of this size.
    }
  }
}
