/** How many processes embed books on this machine. One run of the model keeps one core busy, so each core gets one. */
import { availableParallelism, totalmem } from 'node:os';

const MIB = 1024 * 1024;
/** What the other services and the system take. */
const RESERVED_BYTES = 1_024 * MIB;
/** A process that embeds books, with the allocator settings of BULK_MALLOC; the weights are shared and not counted. */
const PROCESS_BYTES = 256 * MIB;
/** The indexer's own work, a seventh of the model's, runs on one core: more processes would wait for it. */
const MOST_PROCESSES = 8;

/**
 * Allocator settings where memory is not short: what one run frees is kept for the next. A small machine returns it
 * to the system and spends a seventh more processor time on page faults.
 */
export const BULK_MALLOC = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '67108864',
  MALLOC_TRIM_THRESHOLD_: '134217728',
} as const;

export interface Machine {
  /** Cores this process may use, by affinity and by the cgroup's quota. */
  cores: number;
  /** Memory it may use, by the cgroup's limit. */
  memoryBytes: number;
}

/** What this process may use. Without a limit `constrainedMemory` is 0 or larger than the machine. */
export function thisMachine(): Machine {
  const limit = process.constrainedMemory();
  return {
    cores: availableParallelism(),
    memoryBytes: limit > 0 ? Math.min(limit, totalmem()) : totalmem(),
  };
}

/** Processes for books beside the one for searches; 0 where that one does both: on one core, or in 1 GB. */
export function bulkProcesses({ cores, memoryBytes }: Machine = thisMachine()): number {
  const room = Math.floor((memoryBytes - RESERVED_BYTES) / PROCESS_BYTES);
  const count = Math.min(cores, room, MOST_PROCESSES);
  return count >= 2 ? count : 0;
}
