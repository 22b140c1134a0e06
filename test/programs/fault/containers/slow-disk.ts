/** A disk that has become slow: reads of one container are throttled, and what it had in memory is read again. */
import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cgroupFolders } from '../../load/box/container-usage.ts';
import type { LoadStack } from '../../load/box/load-stack.ts';
import { isUnified } from '../../load/box/parent-cgroup.ts';

/** As a worn SD card gives. */
const BYTES_PER_SECOND = 1_000_000;
const READS_PER_SECOND = 100;

/** @throws if the machine can't throttle (no root, or no block device below the file) */
export async function slowDisk(stack: LoadStack, milliseconds: number): Promise<void> {
  const { Pid: pid } = stack.inspect('retrieval').State;
  const file = `/proc/${pid}/root/data/library.sqlite`;
  const { dev } = statSync(file);
  const device = `${dev >> 8}:${dev & 0xff}`;
  const folders = cgroupFolders(pid);
  if (folders === undefined) throw new Error('retrieval is not running');
  const limit = (bytes: number, reads: number) => {
    if (isUnified()) {
      const value = (figure: number) => (figure === 0 ? 'max' : figure);
      writeFileSync(`${folders.io}/io.max`, `${device} rbps=${value(bytes)} riops=${value(reads)}`);
      return;
    }
    writeFileSync(`${folders.io}/blkio.throttle.read_bps_device`, `${device} ${bytes}`);
    writeFileSync(`${folders.io}/blkio.throttle.read_iops_device`, `${device} ${reads}`);
  };
  limit(BYTES_PER_SECOND, READS_PER_SECOND);
  try {
    const end = performance.now() + milliseconds;
    while (performance.now() < end) {
      forget(file);
      await sleep(1_000);
    }
  } finally {
    limit(0, 0);
  }
}

/** Drops the file's pages from memory, as other files would that were read in between. */
function forget(file: string): void {
  execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
}
