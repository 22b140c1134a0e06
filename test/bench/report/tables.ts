/** Figures as text tables, the way they are printed and committed. */
import type { Related, Scopes } from '../parts/scopes.ts';
import type { Side, Versus } from '../parts/versus.ts';
import type { Summary } from '../stats.ts';

export type Row = readonly (string | number)[];

/** A Markdown table. */
export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Milliseconds: three figures that count. */
export function ms(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const triple = (s: Summary | undefined): string[] => [ms(s?.p50), ms(s?.p95), ms(s?.p99)];

const SIDE_NAMES: Record<Side, string> = {
  ours: 'LibTrails',
  reference7: 'reference, 7 signals',
  reference6: 'reference, 6 signals',
};

/** Whole searches, by kind of query, and by part. */
export function versusTables({ sides, ratios, queries, degraded }: Versus): string {
  const names = Object.keys(sides) as Side[];
  const whole = table(
    ['search, ms', 'p50', 'p95', 'p99', 'max'],
    names.map((side) => [SIDE_NAMES[side], ...triple(sides[side].all), ms(sides[side].all.max)]),
  );
  const kinds = Object.keys(sides.ours.byKind) as (keyof typeof sides.ours.byKind)[];
  const byKind = table(
    ['p50 / p95, ms', 'queries', ...names.map((side) => SIDE_NAMES[side])],
    kinds.map((kind) => [
      kind,
      sides.ours.byKind[kind]!.count,
      ...names.map((side) => `${ms(sides[side].byKind[kind]?.p50)} / ${ms(sides[side].byKind[kind]?.p95)}`),
    ]),
  );
  const parts = [...new Set(names.flatMap((side) => Object.keys(sides[side].parts)))];
  const byPart = table(
    ['p50 / p95, ms', ...names.map((side) => SIDE_NAMES[side])],
    parts.map((part) => [
      part,
      ...names.map((side) => {
        const figures = sides[side].parts[part];
        return figures === undefined ? '–' : `${ms(figures.p50)} / ${ms(figures.p95)}`;
      }),
    ]),
  );
  const ratio = `Reference over LibTrails: 7 signals ×${ratios.p50of7} at p50, ×${ratios.p95of7} at p95; 6 signals ×${ratios.p50of6} and ×${ratios.p95of6}. ${queries} queries, ${degraded} answered without vectors.`;
  return [whole, ratio, byKind, byPart].join('\n\n');
}

export function scopesTable(scopes: Scopes): string {
  return table(
    ['scope, ms', 'queries', 'p50', 'p95', 'p99'],
    Object.entries(scopes).map(([scope, s]) => [scope.toLowerCase(), s.count, ...triple(s)]),
  );
}

export function relatedTable({ ours, reference, ratio }: Related): string {
  return `${table(
    ['related books, ms', 'p50', 'p95', 'p99'],
    [
      ['LibTrails', ...triple(ours)],
      ['reference, 3 signals', ...triple(reference)],
    ],
  )}\n\nReference over LibTrails at p50: ×${ratio}`;
}

export function embeddingTable({ label, query }: { label: Summary; query: Summary }): string {
  return table(
    ['embedding of short queries, ms', 'queries', 'p50', 'p95', 'p99'],
    [
      ['as a label', label.count, ...triple(label)],
      ['as a question, with its instruction', query.count, ...triple(query)],
    ],
  );
}
