/**
 * The cgroup above all containers: a server of 1 GB within a larger machine. Linux kills within it what would not
 * have fitted, and gives its page cache back under pressure, as the small server would. Beside other work on the
 * machine it comes first, since the small server has none.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';

const MIB = 1024 * 1024;
/** 1 GB less what Linux itself takes, about 150 MB. */
export const ROOM_BYTES: number = 874 * MIB;
/** As much as the small server has, where this machine has any at all. */
const SWAP_BYTES = 1024 * MIB;
/** The most there is; anything else has 1,024 (v1) or 100 (v2). */
const CPU_SHARES = 262_144;
const CPU_WEIGHT = 10_000;

const ROOT = '/sys/fs/cgroup';

export interface ParentCgroup {
  /** For compose's `cgroup_parent`; empty where none could be made. */
  name: string;
  /** Undefined: the containers have only their own limits. */
  limitBytes: number | undefined;
  /** Why there is no limit above all; empty if there is one. */
  missing: string;
  remove(): void;
}

/** Makes the cgroup, or says why it can't be made. */
export function makeParentCgroup(name: string): ParentCgroup {
  const missing = obstacle();
  if (missing !== '') return { name: '', limitBytes: undefined, missing, remove: () => undefined };
  const folders = isUnified() ? [makeUnified(name)] : [makeMemoryController(name), makeCpuController(name)];
  return {
    name: `/${name}`,
    limitBytes: ROOM_BYTES,
    missing: '',
    remove() {
      // Only an empty cgroup can be removed: containers that still run keep it.
      for (const folder of folders) if (existsSync(folder)) rmdirSync(folder);
    },
  };
}

function obstacle(): string {
  if (process.platform !== 'linux' || !existsSync(ROOT)) return 'this machine has no cgroups';
  if (process.getuid?.() !== 0) return 'only root can make a cgroup: run it with sudo';
  const driver = execFileSync('docker', ['info', '--format', '{{.CgroupDriver}}'], {
    encoding: 'utf8',
  }).trim();
  return driver === 'cgroupfs'
    ? ''
    : `Docker's cgroup driver is ${driver}; a parent is made for cgroupfs only`;
}

/** cgroup v2 has one tree, v1 one for each controller. */
export function isUnified(): boolean {
  return existsSync(`${ROOT}/cgroup.controllers`);
}

function makeUnified(name: string): string {
  const folder = `${ROOT}/${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${ROOT}/cgroup.subtree_control`, '+memory +cpu +cpuset');
  writeFileSync(`${folder}/memory.max`, String(ROOM_BYTES));
  writeFileSync(`${folder}/memory.swap.max`, String(hasSwap() ? SWAP_BYTES : 0));
  writeFileSync(`${folder}/cpu.weight`, String(CPU_WEIGHT));
  return folder;
}

function makeMemoryController(name: string): string {
  const folder = `${ROOT}/memory/${name}`;
  mkdirSync(folder, { recursive: true });
  // memsw counts memory and swap together and may not stand below the memory limit.
  const both = `${folder}/memory.memsw.limit_in_bytes`;
  if (existsSync(both)) writeFileSync(both, '-1');
  writeFileSync(`${folder}/memory.limit_in_bytes`, String(ROOM_BYTES));
  if (existsSync(both)) writeFileSync(both, String(ROOM_BYTES + (hasSwap() ? SWAP_BYTES : 0)));
  return folder;
}

function makeCpuController(name: string): string {
  const folder = `${ROOT}/cpu/${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/cpu.shares`, String(CPU_SHARES));
  return folder;
}

function hasSwap(): boolean {
  return readFileSync('/proc/swaps', 'utf8').trim().split('\n').length > 1;
}
