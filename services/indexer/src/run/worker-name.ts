/** How a process is told from the other workers of a library. */
import { hostname } from 'node:os';

/** Machine and process. */
export function workerName(): string {
  return `${hostname()}:${process.pid}`;
}
