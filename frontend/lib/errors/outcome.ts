/** The answer of an upstream, or why there is none. Pages show both; nothing is thrown at the reader. */

export interface Problem {
  /** One of the codes of the project's error table, such as `not_found` or `unavailable`. */
  code: string;
  /** For the reader: what is wrong, in the words of the service that refused. */
  message: string;
  /** Names the request in the service's log, if it gave one. */
  requestId?: string;
  /** The service did not answer: it is down, or restarting. */
  away?: true;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function succeeded<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed<T>(problem: Problem): Outcome<T> {
  return { ok: false, problem };
}
