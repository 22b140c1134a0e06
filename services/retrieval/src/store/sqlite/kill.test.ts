import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openWriter } from './open.ts';
import { checkLibrary } from './upkeep/check.ts';
import { fileOf, versionOf } from './writer-books.test-support.ts';

const PROGRAM = fileURLToPath(new URL('./writer-process.test-support.ts', import.meta.url));
const KILLS = 5;

/** Lets the program write from version `first` on, kills it at a random moment, returns what it acknowledged. */
async function writeUntilKilled(folder: string, first: number): Promise<number[]> {
  const child = spawn(process.execPath, [PROGRAM, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const done: number[] = [];
  const wanted = 1 + Math.floor(Math.random() * 4);
  for await (const line of createInterface({ input: child.stdout })) {
    done.push(Number(line));
    // Some time into the transaction after this one.
    if (done.length === wanted) setTimeout(() => child.kill('SIGKILL'), Math.random() * 40);
  }
  return done;
}

test('a process killed at any moment leaves every acknowledged book whole, and nothing half-done', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-kill-'));
  try {
    /** File → the version it must hold, at least. */
    const acknowledged = new Map<string, number>();
    let next = 0;
    for (let round = 0; round < KILLS; round++) {
      for (const version of await writeUntilKilled(folder, next)) {
        acknowledged.set(fileOf(version), version);
        next = version + 1;
      }
      const db = openWriter(folder);
      try {
        assert.deepEqual(checkLibrary(db), []);
        const rows = db
          .prepare(
            'SELECT file_name, text FROM sources JOIN chunks USING (book_id) WHERE searchable = 1 ORDER BY file_name, seq',
          )
          .raw()
          .all() as [string, string][];
        for (const [file, least] of acknowledged) {
          const texts = rows.filter(([name]) => name === file).map(([, text]) => text);
          const version = Number(texts[0]?.split(' ')[1]);
          // Only the write that was under way may have been committed without being acknowledged.
          assert.ok(version === least || version === next, `${file} holds ${version}, acknowledged ${least}`);
          const whole = versionOf(version).chunks.filter(({ searchable }) => searchable);
          assert.deepEqual(
            texts,
            whole.map(({ text }) => text),
          );
        }
      } finally {
        db.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
