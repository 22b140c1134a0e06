/** Memory, processor time and descriptors of a container, read from its cgroup: exact, without `docker stats`' cost. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isUnified } from './parent-cgroup.ts';

export interface Usage {
  /** Memory that is nobody's but the processes' (anonymous pages), in bytes. */
  rss: number;
  /** As `docker stats` shows it: everything charged, less page cache that is not in use; in bytes. */
  used: number;
  /** In bytes. */
  swap: number;
  /** Processor time since the container's start, in seconds. */
  cpuSeconds: number;
  /** Processes that Linux killed for memory since the container's start. */
  oomKills: number;
  /** Files, sockets and pipes that its processes hold open; NaN where only root may see them. */
  descriptors: number;
}

const NS_PER_S = 1e9;
const US_PER_S = 1e6;

/** Where the cgroups of a process lie. */
export interface CgroupFolders {
  memory: string;
  cpu: string;
  io: string;
}

/** @param pid of a process in the container. Undefined if it has ended. */
export function cgroupFolders(pid: number): CgroupFolders | undefined {
  const file = `/proc/${pid}/cgroup`;
  if (pid <= 0 || !existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(':'));
  if (isUnified()) {
    const path = lines.find(([, controllers]) => controllers === '')?.[2];
    const folder = `/sys/fs/cgroup${path}`;
    return path === undefined ? undefined : { memory: folder, cpu: folder, io: folder };
  }
  const pathOf = (controller: string) =>
    lines.find(([, controllers]) => controllers?.split(',').includes(controller))?.[2];
  const [memory, cpu, io] = [pathOf('memory'), pathOf('cpuacct'), pathOf('blkio')];
  if (memory === undefined || cpu === undefined || io === undefined) return undefined;
  return {
    memory: `/sys/fs/cgroup/memory${memory}`,
    cpu: `/sys/fs/cgroup/cpuacct${cpu}`,
    io: `/sys/fs/cgroup/blkio${io}`,
  };
}

/** Undefined while the container restarts. */
export function readUsage({ memory, cpu }: Pick<CgroupFolders, 'memory' | 'cpu'>): Usage | undefined {
  try {
    const figures = isUnified() ? readUnified(memory) : readControllers(memory, cpu);
    return { ...figures, descriptors: openDescriptors(processesOf({ memory })) };
  } catch (error) {
    if (['ENOENT', 'ENODEV'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Ids of the processes in a container, the first one started first. */
export function processesOf({ memory }: Pick<CgroupFolders, 'memory'>): number[] {
  const text = readFileSync(`${memory}/cgroup.procs`, 'utf8').trim();
  return text === '' ? [] : text.split('\n').map(Number);
}

function openDescriptors(pids: readonly number[]): number {
  let open = 0;
  for (const pid of pids) {
    try {
      open += readdirSync(`/proc/${pid}/fd`).length;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES') return Number.NaN;
      // A process that has just ended holds nothing open.
      if (code !== 'ENOENT' && code !== 'ESRCH') throw error;
    }
  }
  return open;
}

function readUnified(folder: string): Omit<Usage, 'descriptors'> {
  const stat = keyed(`${folder}/memory.stat`);
  return {
    rss: figure(stat, 'anon'),
    used: single(`${folder}/memory.current`) - figure(stat, 'inactive_file'),
    swap: existsSync(`${folder}/memory.swap.current`) ? single(`${folder}/memory.swap.current`) : 0,
    cpuSeconds: figure(keyed(`${folder}/cpu.stat`), 'usage_usec') / US_PER_S,
    oomKills: figure(keyed(`${folder}/memory.events`), 'oom_kill'),
  };
}

function readControllers(memory: string, cpu: string): Omit<Usage, 'descriptors'> {
  const stat = keyed(`${memory}/memory.stat`);
  return {
    rss: figure(stat, 'total_rss'),
    used: single(`${memory}/memory.usage_in_bytes`) - figure(stat, 'total_inactive_file'),
    swap: stat.get('total_swap') ?? 0,
    cpuSeconds: single(`${cpu}/cpuacct.usage`) / NS_PER_S,
    oomKills: keyed(`${memory}/memory.oom_control`).get('oom_kill') ?? 0,
  };
}

function single(file: string): number {
  return Number(readFileSync(file, 'utf8'));
}

function keyed(file: string): Map<string, number> {
  const pairs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return new Map(pairs.map(([key = '', value]) => [key, Number(value)]));
}

function figure(values: Map<string, number>, key: string): number {
  const value = values.get(key);
  if (value === undefined) throw new Error(`the cgroup has no figure ${key}`);
  return value;
}
