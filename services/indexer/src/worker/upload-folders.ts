/** Folders in which uploads stand while they are indexed. A task that is killed leaves its own behind. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'libtrails-upload-';

/** Makes a folder that only this user may enter; its name says whose it is. */
export function makeUploadFolder(place: string = tmpdir()): Promise<string> {
  return mkdtemp(join(place, `${PREFIX}${process.pid}-`));
}

/** Removes the folders of processes that have ended. Those of other users stay: they are not ours to remove. */
export async function removeLeftovers(place: string = tmpdir()): Promise<void> {
  for (const name of await readdir(place)) {
    const pid = /^libtrails-upload-(\d+)-\w{6}$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(place, name), { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
