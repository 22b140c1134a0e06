/** Name of this process among the workers of a library. */
import { hostname } from 'node:os';

/** Machine and process. */
export function workerName(): string {
  return `${hostname()}:${process.pid}`;
}
