/** Outcomes by kind of request. */
import type { TallyRow } from '../traffic/tally.ts';
import { round, table } from './table.ts';

export const OUTCOME_HEAD = [
  'requests',
  'ok',
  'degraded',
  'refused',
  'failed',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'max ms',
];

export function outcomeCells({ requests, fates, latency }: TallyRow): (string | number)[] {
  return [
    requests,
    fates.ok,
    fates.degraded,
    fates.refused,
    fates.failed,
    ...[latency.p50, latency.p95, latency.p99, latency.max].map(round),
  ];
}

export function outcomeTable(rows: readonly TallyRow[]): string {
  return table(
    ['kind', ...OUTCOME_HEAD],
    rows.map((row) => [row.kind, ...outcomeCells(row)]),
  );
}
