import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { type RunningShelfService, startShelfService } from '@libtrails/retrieval/service.test-support';

/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9';

let service: RunningShelfService;
before(async () => {
  service = await startShelfService();
});
after(() => service.stop());

async function backup(port: string, ...args: string[]) {
  const main = join(import.meta.dirname, '../main.ts');
  const child = spawn(process.execPath, [main, 'backup', '--json', ...args], {
    env: { ...process.env, RETRIEVAL_GRPC_PORT: port, LIBTRAILS_DATA: '', LIBTRAILS_TOKEN: '' },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const made = JSON.parse(out) as { by?: string; file: string; error?: { message: string } };
  return { made, err, code };
}

const portOf = (address: string) => address.split(':')[1] ?? '';

test('the service that has the library in use makes the backup', async () => {
  const { made, code } = await backup(portOf(service.grpc), '--data', service.library.folder);
  assert.deepEqual([code, made.by], [0, 'the service']);
  assert.ok(existsSync(made.file));
});

test('a named service needs no local folder', async () => {
  const { made, code } = await backup('', '--to', service.grpc);
  assert.deepEqual([code, made.by], [0, 'the service']);
  assert.equal(dirname(made.file), join(service.library.folder, 'backups'));
});

test('without a service of that library, or with a destination, the command makes the backup itself', async () => {
  const other = await startShelfService();
  try {
    const { folder } = service.library;
    const place = join(folder, 'mine.sqlite');
    for (const [port, args] of [
      [portOf(NOWHERE), []],
      [portOf(other.grpc), []],
      [portOf(service.grpc), [place]],
    ] as const) {
      const { made, code, err } = await backup(port, '--data', folder, ...args);
      assert.deepEqual([code, made.by], [0, 'this command'], err);
      assert.ok(existsSync(made.file));
    }
    assert.ok(existsSync(place));
  } finally {
    await other.stop();
  }
});

test('a named service that does not answer ends the command with 3, a destination on it with 2', async () => {
  assert.equal((await backup('', '--to', NOWHERE)).code, 3);
  const { made, code } = await backup('', '/tmp/x.sqlite', '--to', service.grpc);
  assert.equal(code, 2);
  assert.match(made.error?.message ?? '', /leave out DEST/);
});
