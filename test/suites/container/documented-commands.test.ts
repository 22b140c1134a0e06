/** The commands of docs/ for containers, as they are written, on a stack with one book. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ComposeStack } from '../../compose-stack.ts';
import { getJson, STARTER_SHELF, waitUntilIndexed } from '../../test-stack.ts';

const available = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;
const skip = available ? false : 'no Docker engine answers on this machine';
const BOOK = 'how-to-get-lost.epub';
const stack = await ComposeStack.prepare({ project: 'libtrails-commands' });
const api = `${stack.url}/api/v1`;
const scratch = mkdtempSync(join(tmpdir(), 'libtrails-backups-'));

/** `docker compose ...`, given as in the documents. Without a terminal, as from cron. */
function compose(command: string): string {
  return stack.compose(...command.replace(/^(exec|run) /, '$1 -T ').split(' '));
}

before(async () => {
  if (!available) return;
  copyFileSync(join(STARTER_SHELF, BOOK), join(stack.books, BOOK));
  stack.up();
  await waitUntilIndexed(api, 1);
});

after(() => {
  if (available) stack.down();
  rmSync(scratch, { recursive: true, force: true });
});

test('ps, logs and status show the services, the token and the library', { skip }, () => {
  assert.match(compose('ps'), /libtrails-commands-retrieval/);
  assert.match(compose('logs'), /caddy-1/);
  const [first] = /^\S* *\| +\S{40,}$/m.exec(compose('logs retrieval')) ?? [];
  assert.ok(first !== undefined, 'the token is shown after the first start');
  assert.match(compose('exec retrieval libtrails status'), /^books +1$/m);
  const renewed = compose('exec retrieval node services/retrieval/src/renew-token.ts');
  assert.match(renewed, /^ +\S{40,}$/m);
  assert.ok(!first.includes(renewed.trim()));
});

test('a backup is made, copied out of the volume and restored', { skip }, async () => {
  compose('exec retrieval libtrails backup --keep 7');
  compose('cp retrieval:/data/backups ./library-backups'.replace('./library-backups', scratch));
  const [file] = readdirSync(join(scratch, 'backups')).filter((name) => name.endsWith('.sqlite'));
  assert.ok(file !== undefined, 'the backup is outside the container');

  compose('stop retrieval');
  compose('run --rm retrieval libtrails restore /data/backups/FILE.sqlite'.replace('FILE.sqlite', file));
  compose('up -d --wait');
  const { total } = await getJson<{ total: number }>(api, '/books');
  assert.equal(total, 1);
});
