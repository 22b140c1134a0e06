/** A disk that is full, takes no writes, or goes away. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { bookOf, fileOf, nextStart } from './model.ts';
import { type Row, RowKeeper } from './row.ts';

const ON_SMALL_DISK = fileURLToPath(new URL('./on-small-disk.ts', import.meta.url));

const place = (name: string) => mkdtempSync(join(tmpdir(), `libtrails-fault-${name}-`));

/** A file system of 6 MB, filled up; then the same, read-only. Needs the right to mount in a namespace of its own. */
export function smallDisk(): Row {
  const keeper = new RowKeeper('disk full, then read-only (a tmpfs of 6 MB)');
  const folder = place('small');
  const script = `mount -t tmpfs -o size=6m tmpfs ${folder} && exec ${process.execPath} ${ON_SMALL_DISK} ${folder}`;
  const own = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const run = spawnSync('unshare', [...own, '--mount', 'sh', '-c', script], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  const line = run.stdout?.trim().split('\n').at(-1) ?? '';
  if (run.status !== 0 && !line.startsWith('{') && /unshare|mount/.test(run.stderr ?? String(run.error))) {
    keeper.row.note = `not tried: this machine lets nobody mount (${(run.stderr || String(run.error)).trim().split('\n')[0]})`;
    return keeper.row;
  }
  try {
    assert.equal(run.status, 0, run.stderr);
    const { writes, refused, recoveryMs, readOnly } = JSON.parse(line);
    keeper.row.tries = writes + 1;
    keeper.recovered(recoveryMs);
    keeper.row.note = `${refused} writes refused; read-only: ${readOnly}`;
  } catch (error) {
    keeper.fail(error);
  }
  return keeper.row;
}

/** The data folder is moved away under a service that writes, and comes back. */
export async function vanishedFolder(): Promise<Row> {
  const keeper = new RowKeeper('the data folder moved away under the service, and back');
  const folder = place('vanished');
  const away = `${folder}-away`;
  try {
    for (let n = 0; n < 3; n += 1) {
      const library = await openLibrary(folder);
      renameSync(folder, away);
      keeper.row.tries += 1;
      const kept = await library.write('putBook', bookOf(n)).then(
        () => true,
        () => false,
      );
      renameSync(away, folder);
      await library.close();
      const found = await nextStart(folder);
      keeper.recovered(found.openMs);
      if (kept && found.books.get(fileOf(n)) !== n)
        keeper.lose(`book ${n} was acknowledged and is not there`);
    }
  } catch (error) {
    keeper.fail(error);
  } finally {
    for (const one of [folder, away]) rmSync(one, { recursive: true, force: true });
  }
  return keeper.row;
}
