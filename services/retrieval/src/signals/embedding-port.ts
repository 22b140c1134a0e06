/** What the use cases need of the embedding service; the gRPC client implements it, tests fake it. */

export type EmbedKind = 'QUERY' | 'LABEL';

export interface QueryEmbedder {
  /**
   * Unit vectors (dims float32 each) in the order of `texts`.
   * @throws LibTrailsError unavailable | deadline_exceeded | resource_exhausted | cancelled
   */
  embed(
    texts: readonly string[],
    kind: EmbedKind,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<Float32Array[]>;
  /** Fingerprint of its vectors; undefined until the service has answered once. */
  fingerprint(): string | undefined;
}
