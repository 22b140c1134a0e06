/** Figures as text tables, the way they are printed and committed. */
import type { Cold, ColdSide } from '../parts/cold.ts';
import type { Contained } from '../parts/contained.ts';
import type { Fidelity } from '../parts/fidelity.ts';
import type { PeerFigures } from '../parts/peers.ts';
import type { Profile } from '../parts/profile.ts';
import type { Related, Scopes } from '../parts/scopes.ts';
import type { Side, Versus } from '../parts/versus.ts';
import type { Costs } from '../processor-time.ts';
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

const PROCESSOR = 'processor time, p50 / p95';
const processor = (costs: { processor: Summary }) =>
  `${ms(costs.processor.p50)} / ${ms(costs.processor.p95)}`;

const SIDE_NAMES: Record<Side, string> = {
  ours: 'LibTrails',
  reference7: 'reference, 7 signals',
  reference6: 'reference, 6 signals',
};

/** Whole searches, by kind of query, and by part. */
export function versusTables({ sides, ratios, processorRatios, queries, degraded }: Versus): string {
  const names = Object.keys(sides) as Side[];
  const whole = table(
    ['search, ms', 'p50', 'p95', 'p99', 'max', PROCESSOR],
    names.map((side) => [
      SIDE_NAMES[side],
      ...triple(sides[side].all),
      ms(sides[side].all.max),
      processor(sides[side]),
    ]),
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
  const ratio = `Reference over LibTrails: 7 signals ×${ratios.p50of7} at p50, ×${ratios.p95of7} at p95; 6 signals ×${ratios.p50of6} and ×${ratios.p95of6}. By processor time at p50: ×${processorRatios.of7} and ×${processorRatios.of6}. ${queries} queries, ${degraded} answered without vectors.`;
  return [whole, ratio, byKind, byPart].join('\n\n');
}

export function scopesTable(scopes: Scopes): string {
  return table(
    ['scope, ms', 'queries', 'p50', 'p95', 'p99', PROCESSOR],
    Object.entries(scopes).map(([scope, s]) => [scope.toLowerCase(), s.count, ...triple(s), processor(s)]),
  );
}

export function relatedTable({ ours, reference, ratio, processorRatio }: Related): string {
  return `${table(
    ['related books, ms', 'p50', 'p95', 'p99', PROCESSOR],
    [
      ['LibTrails', ...triple(ours), processor(ours)],
      ['reference, 3 signals', ...triple(reference), processor(reference)],
    ],
  )}\n\nReference over LibTrails at p50: ×${ratio}; by processor time ×${processorRatio}`;
}

export function embeddingTable({ label, query }: { label: Costs; query: Costs }): string {
  return table(
    ['embedding of short queries, ms', 'queries', 'p50', 'p95', 'p99', PROCESSOR],
    [
      ['as a label', label.count, ...triple(label), processor(label)],
      ['as a question, with its instruction', query.count, ...triple(query), processor(query)],
    ],
  );
}

export function coldTable({ ours, reference }: Cold): string {
  const row = (name: string, side: ColdSide) => [
    name,
    side.startMs,
    ms(side.firstMs),
    ms(side.next.p50),
    ms(side.next.max),
  ];
  return table(
    ['cold, ms', 'start to health', 'first search', 'next, p50', 'slowest'],
    [row('LibTrails', ours), row('reference, 7 signals', reference)],
  );
}

const share = (value: number) => value.toFixed(4);

export function fidelityTable({ fused, recall, queries }: Fidelity): string {
  const results = table(
    [
      `against exact float32, ${queries} queries`,
      'overlap of the first ten',
      'the same ten',
      'the same first',
    ],
    Object.entries(fused).map(([scope, f]) => [
      scope,
      share(f.overlapAt10),
      share(f.sameTen),
      share(f.sameFirst),
    ]),
  );
  const scans = table(
    ['scan', 'rows', 'recall@10', 'recall@100'],
    Object.entries(recall).map(([kind, r]) => [kind, r.rows, share(r.at10), share(r.at100)]),
  );
  return `${results}\n\n${scans}`;
}

export function peersTable(figures: readonly PeerFigures[]): string {
  return table(
    [
      'vector search',
      'k = 10: p50 / p95 ms',
      'recall@10',
      'k = 100: p50 / p95 ms',
      'recall@100',
      'filled in s',
      'MiB',
    ],
    figures.map((f) => [
      `${f.peer}, ${f.setting}`,
      `${ms(f.at10.p50)} / ${ms(f.at10.p95)}`,
      share(f.recallAt10),
      `${ms(f.at100.p50)} / ${ms(f.at100.p95)}`,
      share(f.recallAt100),
      (f.buildMs / 1_000).toFixed(1),
      f.mib === undefined ? '–' : Math.round(f.mib),
    ]),
  );
}

export function profileTable({ rows, readGBs }: Profile): string {
  return `${table(
    ['part', 'p50, ms', 'work', 'limit, ms', 'times the limit'],
    rows.map(({ part, ms: took, work, limitMs }) => [
      part,
      ms(took),
      work,
      ms(limitMs),
      limitMs === undefined ? '–' : (took / limitMs).toFixed(1),
    ]),
  )}\n\nMemory bandwidth of one core, measured by copying: ${readGBs} GB/s.`;
}

export function containedTable(figures: Contained): string {
  const { ours, reference7, reference6, ratios, memoryMib, degraded } = figures;
  const rows: Row[] = [['LibTrails', ours.count, ...triple(ours)]];
  if (reference7) rows.push(['reference, 7 signals', reference7.count, ...triple(reference7)]);
  if (reference6) rows.push(['reference, 6 signals', reference6.count, ...triple(reference6)]);
  const text = table(['in 1 GB, ms', 'queries', 'p50', 'p95', 'p99'], rows);
  const times =
    ratios.of7 === undefined
      ? ''
      : `Reference over LibTrails at p50: ×${ratios.of7} (7), ×${ratios.of6} (6). `;
  return `${text}\n\n${times}Memory, MiB: ${JSON.stringify(memoryMib)}. ${degraded} answered without vectors.`;
}
