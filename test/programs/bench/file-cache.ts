/** A file as after a restart of the machine: nothing of it in the page cache. */
import { spawnSync } from 'node:child_process';

/** Drops the file's pages (GNU dd asks the kernel by posix_fadvise). False where that can't be done. */
export function dropFromPageCache(file: string): boolean {
  return (
    spawnSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], { stdio: 'ignore' })
      .status === 0
  );
}
