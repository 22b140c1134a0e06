/** How long the latest searches took, by stage, for the status page. Numbers only: no query is kept. */
import { percentile } from '@libtrails/common/percentile';
import type { Latency__Out as Latency } from '@libtrails/proto/types/library/v1/Latency';

/** Searches of which each stage is remembered. */
const KEPT = 1_000;

export class LatencyLog {
  readonly #stages = new Map<string, { milliseconds: Float64Array; noted: number }>();

  /** Notes that a stage of a search took so many milliseconds; the oldest of KEPT is forgotten. */
  note(stage: string, milliseconds: number): void {
    let log = this.#stages.get(stage);
    if (log === undefined) {
      log = { milliseconds: new Float64Array(KEPT), noted: 0 };
      this.#stages.set(stage, log);
    }
    log.milliseconds[log.noted % KEPT] = milliseconds;
    log.noted += 1;
  }

  /** Median and 95th percentile (nearest rank) of each stage, in the order in which stages were first met. */
  summary(): Omit<Latency, 'label'>[] {
    return [...this.#stages].map(([stage, { milliseconds, noted }]) => {
      const searches = Math.min(noted, KEPT);
      const sorted = milliseconds.slice(0, searches).sort();
      return { stage, p50Ms: percentile(sorted, 0.5), p95Ms: percentile(sorted, 0.95), searches };
    });
  }
}
