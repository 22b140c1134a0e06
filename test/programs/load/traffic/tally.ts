/** Outcomes added up: what was answered, refused, broken, and how long it took. */
import { type Latency, summarize } from '../report/percentiles.ts';
import type { Fate, Outcome } from './outcome.ts';

export interface TallyRow {
  kind: string;
  requests: number;
  fates: Record<Fate, number>;
  /** Of what was answered, degraded answers included. */
  latency: Latency;
}

export class Tally {
  readonly #kinds = new Map<string, { fates: Record<Fate, number>; milliseconds: number[] }>();
  readonly #reasons = new Map<string, number>();

  add({ kind, fate, milliseconds, reason }: Outcome): void {
    let row = this.#kinds.get(kind);
    if (row === undefined) {
      row = { fates: { ok: 0, degraded: 0, refused: 0, failed: 0 }, milliseconds: [] };
      this.#kinds.set(kind, row);
    }
    row.fates[fate] += 1;
    if (fate === 'ok' || fate === 'degraded') row.milliseconds.push(milliseconds);
    if (reason !== '') {
      const key = `${kind}: ${reason}`;
      this.#reasons.set(key, (this.#reasons.get(key) ?? 0) + 1);
    }
  }

  /** One row for each kind, the most frequent first. */
  rows(): TallyRow[] {
    return [...this.#kinds]
      .map(([kind, { fates, milliseconds }]) => rowOf(kind, fates, milliseconds))
      .sort((a, b) => b.requests - a.requests || a.kind.localeCompare(b.kind));
  }

  /** All kinds, or those that `of` picks, in one row. */
  total(name: string, of: (kind: string) => boolean = () => true): TallyRow {
    const fates: Record<Fate, number> = { ok: 0, degraded: 0, refused: 0, failed: 0 };
    const milliseconds: number[] = [];
    for (const [kind, row] of this.#kinds) {
      if (!of(kind)) continue;
      for (const fate of Object.keys(fates) as Fate[]) fates[fate] += row.fates[fate];
      for (const value of row.milliseconds) milliseconds.push(value);
    }
    return rowOf(name, fates, milliseconds);
  }

  /** Why requests failed, and how often. */
  reasons(): Record<string, number> {
    return Object.fromEntries([...this.#reasons].sort((a, b) => b[1] - a[1]));
  }
}

function rowOf(kind: string, fates: Record<Fate, number>, milliseconds: readonly number[]): TallyRow {
  return {
    kind,
    requests: fates.ok + fates.degraded + fates.refused + fates.failed,
    fates: { ...fates },
    latency: summarize(milliseconds),
  };
}
