/** On what machine the figures were taken, and the one CPU that everything runs on. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';

export interface Machine {
  cpu: string;
  cores: number;
  memoryGib: number;
  kernel: string;
  node: string;
  /** The CPUs this process and its children may use. */
  affinity: string;
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    affinity: allowedCpus(),
  };
}

/** As Linux writes it ("0", "0-1"); 'all' elsewhere. */
function allowedCpus(): string {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return /^Cpus_allowed_list:\s+(.+)$/m.exec(status)?.[1] ?? 'all';
  } catch {
    return 'all';
  }
}

/**
 * Runs this program again with all its children on one CPU (util-linux's taskset, which children inherit) and
 * ends with its exit code. Comes back where that is so already, or can't be.
 */
export function continueOnOneCpu(cpu: string): void {
  if (allowedCpus() === cpu || process.platform !== 'linux') return;
  const run = spawnSync(
    'taskset',
    ['-c', cpu, process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    {
      stdio: 'inherit',
    },
  );
  if (run.error !== undefined) {
    console.error(`taskset is missing (util-linux): everything runs on CPUs ${allowedCpus()}`);
    return;
  }
  process.exit(run.status ?? 1);
}
