/** What became of one request. */

export type Fate =
  /** An answer, whole. */
  | 'ok'
  /** An answer from the keyword signals alone, and it says so. */
  | 'degraded'
  /** A fast refusal that names a time to try again: 503 with Retry-After, or RESOURCE_EXHAUSTED. */
  | 'refused'
  /** Anything else: an error, a broken connection, no answer in time. */
  | 'failed';

export interface Outcome {
  kind: string;
  fate: Fate;
  /** From the moment it was due to the last byte of the answer, in milliseconds. */
  milliseconds: number;
  /** Why it failed; empty else. */
  reason: string;
}

/** Longest time anybody waits, in milliseconds. */
export const PATIENCE_MS = 10_000;

/** Reads the fate off an HTTP answer. `body` is looked into for searches only. */
export function fateOfHttp(
  status: number,
  retryAfter: string | undefined,
  body: string,
): Pick<Outcome, 'fate' | 'reason'> {
  if (status === 503 && retryAfter !== undefined) return { fate: 'refused', reason: '' };
  if (status !== 200) return { fate: 'failed', reason: `HTTP ${status}` };
  return { fate: body.includes('"degraded":true') ? 'degraded' : 'ok', reason: '' };
}
