/** How long searches take, whole and by stage, as Prometheus sees it. */
import { Counter, Histogram, LATENCY_BUCKETS_S, type Metrics } from '@libtrails/common/metrics';
import type { LatencyLog } from './latency-log.ts';
import type { CachedSearch } from './search/result-cache.ts';
import type { Search } from './search/search.ts';

const MS_PER_S = 1_000;

/** Exports how many answers came from memory. */
export function countAnswers(cache: CachedSearch, metrics: Metrics): void {
  new Counter({
    name: 'libtrails_search_answers_total',
    help: 'Answers given from memory (cached) and from a search',
    labelNames: ['from'],
    registers: [metrics],
    collect() {
      this.reset();
      this.inc({ from: 'cache' }, cache.hits());
      this.inc({ from: 'search' }, cache.misses());
    },
  });
}

/** Observes every answer of `search`: stages "total", "embed", "fuse" and each signal by its name. */
export function measuredSearch(search: Search, metrics: Metrics, latencies: LatencyLog): Search {
  const seconds = new Histogram({
    name: 'libtrails_search_seconds',
    help: 'Duration of searches by stage',
    labelNames: ['stage', 'scope'],
    buckets: LATENCY_BUCKETS_S,
    registers: [metrics],
  });
  const degraded = new Counter({
    name: 'libtrails_search_degraded_total',
    help: 'Searches answered without the signals that need the embedding service',
    registers: [metrics],
  });
  return async (input, context) => {
    const answer = await search(input, context);
    const { scope, tookMs } = answer;
    const { total, embed, fuse, signals } = tookMs;
    for (const [stage, ms] of Object.entries({ total, embed, fuse, ...signals })) {
      seconds.observe({ stage, scope }, ms / MS_PER_S);
      latencies.note(stage, ms);
    }
    if (answer.degraded) degraded.inc();
    return answer;
  };
}
