/** A folder with odd entries, indexed twice in containers: the status page and the command name every reason. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ComposeStack } from '../../compose-stack.ts';
import { makeOddFolder } from '../../programs/odd-folder/make.ts';
import { type Status, waitUntilDone } from '../../test-stack.ts';

interface FolderStatus extends Status {
  skipped: Status['refused'];
  skippedTotal: number;
}

/** The second look at the folder, with the start of the program, in milliseconds. */
const MOST_MS = 30_000;
const available = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;
const skip = available ? false : 'no Docker engine answers on this machine';
const stack = await ComposeStack.prepare({ project: 'libtrails-test-odd-folder' });

after(() => {
  if (!available) return;
  chmodSync(join(stack.books, 'locked folder'), 0o755);
  stack.down();
});

test('every book of an odd folder is indexed, and every other entry is shown with its reason', {
  skip,
}, async () => {
  // Even if root runs this test, the indexer in its container does not run as root.
  const odd = await makeOddFolder(stack.books, { readAll: false });
  stack.up();
  const api = `${stack.url}/api/v1`;
  const named = (entries: Status['refused']) =>
    entries.map(({ code, fileName }) => `${code} ${fileName}`).sort();
  const status = (await waitUntilDone(
    api,
    ({ counts }) => counts.books === odd.books.length,
  )) as FolderStatus;
  assert.deepEqual(named(status.refused), odd.refused.sort());
  assert.deepEqual(named(status.skipped), odd.skipped);
  assert.equal(status.skippedTotal, odd.skipped.length);

  const page = await (await fetch(`${stack.url}/status`)).text();
  const started = performance.now();
  const output = stack.compose('exec', '-T', 'indexer', 'libtrails', 'index', '/books');
  const ms = performance.now() - started;
  assert.ok(ms < MOST_MS, `the second look took ${Math.round(ms)} ms`);
  for (const { fileName, reason } of [...status.refused, ...status.skipped]) {
    assert.ok(page.includes(escaped(fileName)) && page.includes(escaped(reason)), `the page on ${fileName}`);
    assert.ok(output.includes(`${fileName}: ${reason}`), `the command on ${fileName}`);
  }
  assert.match(output, new RegExp(`${odd.books.length} unchanged`));
});

/** As React writes text into a page. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}
