import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from './health.ts';
import { root } from './processes.ts';
import { PORT_VARIABLES } from './stack.ts';

test('a start names the setting of a port that is in use, before it does anything', async () => {
  const env: Record<string, string> = {};
  for (const variable of Object.values(PORT_VARIABLES)) env[variable] = String(await freePort());
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(Number(env.RETRIEVAL_HTTP_PORT), '0.0.0.0', resolve));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'infra/stack/start.ts')], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, new RegExp(`^libtrails: port ${env.RETRIEVAL_HTTP_PORT} is in use`));
    assert.match(stderr, /RETRIEVAL_HTTP_PORT=\d+ npm start/);
  } finally {
    other.close();
  }
});

test('a folder that is no Calibre library is refused before anything starts', () => {
  const args = [join(root, 'infra/stack/start.ts'), '--calibre', root];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /is not a Calibre library: give the folder that holds metadata\.db/);
});
