/** Prometheus metrics of the embedder. */
import { Counter, Gauge, type Metrics } from '@libtrails/common/metrics';
import type { EmbedderInfo } from './embedder.ts';

/**
 * Registers gauges and counters that are read off the embedder at each scrape.
 * @param info undefined while the model is loading
 */
export function registerEmbeddingMetrics(metrics: Metrics, info: () => EmbedderInfo | undefined): void {
  new Gauge({
    name: 'libtrails_embedding_queue_texts',
    help: 'Texts waiting or running',
    registers: [metrics],
    collect() {
      this.set(info()?.queueDepth ?? 0);
    },
  });
  const counter = (name: string, help: string, value: (info: EmbedderInfo) => number) =>
    new Counter({
      name,
      help,
      registers: [metrics],
      collect() {
        const now = info();
        this.reset();
        if (now !== undefined) this.inc(value(now));
      },
    });
  counter('libtrails_embedding_texts_total', 'Texts run through the model', (now) => now.textsTotal);
  counter(
    'libtrails_embedding_tokens_total',
    'Tokens run through the model, prefixes included',
    (now) => now.tokensTotal,
  );
  counter('libtrails_embedding_truncated_total', 'Texts cut at the window', (now) => now.truncatedTotal);
  counter('libtrails_embedding_cache_hits_total', 'Query vectors found in the cache', (now) => now.cacheHits);
  counter(
    'libtrails_embedding_cache_misses_total',
    'Query vectors not in the cache',
    (now) => now.cacheMisses,
  );
}
