/** Memory and processor time of a container, read from its cgroup: exact, and without the cost of `docker stats`. */
import { existsSync, readFileSync } from 'node:fs';
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
}

const NS_PER_S = 1e9;
const US_PER_S = 1e6;

/** Where the cgroups of a process lie. */
export interface CgroupFolders {
  memory: string;
  cpu: string;
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
    return path === undefined ? undefined : { memory: `/sys/fs/cgroup${path}`, cpu: `/sys/fs/cgroup${path}` };
  }
  const pathOf = (controller: string) =>
    lines.find(([, controllers]) => controllers?.split(',').includes(controller))?.[2];
  const [memory, cpu] = [pathOf('memory'), pathOf('cpuacct')];
  if (memory === undefined || cpu === undefined) return undefined;
  return { memory: `/sys/fs/cgroup/memory${memory}`, cpu: `/sys/fs/cgroup/cpuacct${cpu}` };
}

/** Undefined while the container restarts. */
export function readUsage({ memory, cpu }: CgroupFolders): Usage | undefined {
  try {
    return isUnified() ? readUnified(memory) : readControllers(memory, cpu);
  } catch (error) {
    if (['ENOENT', 'ENODEV'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function readUnified(folder: string): Usage {
  const stat = keyed(`${folder}/memory.stat`);
  return {
    rss: figure(stat, 'anon'),
    used: single(`${folder}/memory.current`) - figure(stat, 'inactive_file'),
    swap: existsSync(`${folder}/memory.swap.current`) ? single(`${folder}/memory.swap.current`) : 0,
    cpuSeconds: figure(keyed(`${folder}/cpu.stat`), 'usage_usec') / US_PER_S,
    oomKills: figure(keyed(`${folder}/memory.events`), 'oom_kill'),
  };
}

function readControllers(memory: string, cpu: string): Usage {
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
