/** Lowers the priority of this command below the service beside it. */
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** Highest: the kernel ends this process before the service when memory runs out (proc(5), oom_score_adj). */
const FIRST_TO_GO = '1000';

/** Lowers this process's claim to the CPU, and in a container to the memory that it shares with the service. */
export function lowerPriority(): void {
  setPriority(constants.priority.PRIORITY_LOW);
  try {
    writeFileSync('/proc/self/oom_score_adj', FIRST_TO_GO);
  } catch {
    // Not Linux, or not allowed: the command runs at normal priority.
  }
}
