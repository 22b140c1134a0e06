/** The JSON file of a size: each run replaces the parts that it measured. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes `parts` into `file`; what it has of other parts stays. */
export function mergeResults(file: string, parts: Readonly<Record<string, unknown>>): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
  writeFileSync(file, `${JSON.stringify({ ...before, ...parts }, null, 2)}\n`);
}
