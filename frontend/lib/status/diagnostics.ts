/** The status page as text to pass on to somebody who helps: no titles, names or searches. Pure. */
import type { LibraryStatus } from '../model.ts';
import type { ServiceRow } from './service-rows.ts';

export function diagnostics(status: LibraryStatus | undefined, rows: readonly ServiceRow[]): string {
  const lines = rows.map(({ name, state, details }) => [name, state, ...details].join(', '));
  if (status === undefined) return lines.join('\n');
  const { counts, latencies, jobs, refused } = status;
  const numbers = Object.entries(counts ?? {}).map(([name, n]) => `${name} ${n}`);
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  const codes = new Map<string, number>();
  for (const { code } of refused) codes.set(code, (codes.get(code) ?? 0) + 1);
  lines.push(
    `library: ${status.state}, ${status.libraryBytes} bytes, vectors ${status.fingerprint} ${status.vectorBytes} bytes, generation ${status.generation}, revision ${status.revision}`,
    `counts: ${numbers.join(', ')}`,
    `jobs: ${jobs.length}, failed ${failed}`,
    `refused: ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ') || 'none'}`,
    ...latencies.map(
      ({ stage, p50Ms, p95Ms, searches }) =>
        `${stage}: p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms, ${searches} searches`,
    ),
  );
  return lines.join('\n');
}
