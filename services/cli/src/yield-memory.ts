/** In a container this command shares the memory of a service. */
import { writeFileSync } from 'node:fs';

/** Highest: the kernel ends this process before the service when memory runs out (proc(5), oom_score_adj). */
const FIRST_TO_GO = '1000';

export function yieldMemory(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', FIRST_TO_GO);
  } catch {
    // Not Linux, or not allowed: nothing is lost by it.
  }
}
