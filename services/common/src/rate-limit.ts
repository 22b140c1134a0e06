/** A token bucket for each client (RFC 2697 in its plainest form), in bounded memory. */

export interface RateLimit {
  /** Sustained calls a second. */
  perSecond: number;
  /** Calls in one burst. */
  burst: number;
}

/** Most clients tracked. Beyond that the least recently seen are dropped; they start again with a full bucket. */
const MAX_CLIENTS = 10_000;

export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #maxClients: number;
  /** In the order they were last seen. */
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(limit: RateLimit, maxClients = MAX_CLIENTS) {
    this.#limit = limit;
    this.#maxClients = maxClients;
  }

  get clients(): number {
    return this.#buckets.size;
  }

  /** Takes one call from the client's bucket and returns 0; if it is empty, returns the seconds until one is available. */
  take(client: string, now = performance.now()): number {
    const bucket = this.#refilled(client, now);
    if (bucket.left < 1) return (1 - bucket.left) / this.#limit.perSecond;
    bucket.left -= 1;
    return 0;
  }

  /** As `take`, but takes nothing. */
  wait(client: string, now = performance.now()): number {
    const { left } = this.#refilled(client, now);
    return left < 1 ? (1 - left) / this.#limit.perSecond : 0;
  }

  #refilled(client: string, now: number) {
    const { perSecond, burst } = this.#limit;
    let bucket = this.#buckets.get(client);
    if (bucket === undefined) bucket = { left: burst, at: now };
    else this.#buckets.delete(client);
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * perSecond);
    bucket.at = now;
    this.#buckets.set(client, bucket);
    if (this.#buckets.size > this.#maxClients) this.#buckets.delete(this.#buckets.keys().next().value!);
    return bucket;
  }
}
