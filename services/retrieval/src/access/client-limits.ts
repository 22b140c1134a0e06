/** Limits of one client: requests a second, and open requests. */
import type { Caller } from '@libtrails/common/access';
import { limitKey } from '@libtrails/common/client-address';
import { LibTrailsError } from '@libtrails/common/errors';
import { RateLimiter } from '@libtrails/common/rate-limit';

/** A page of covers is two hundred requests at once, and then none for a while. */
const BURST_SECONDS = 10;
/** A browser opens six connections over HTTP/1.1 and up to a hundred streams over HTTP/2, a household has a few. */
const MAX_OPEN = 128;

export class ClientLimits {
  readonly #rate: RateLimiter | undefined;
  readonly #open = new Map<string, number>();

  /** @param perSecond 0: no limits */
  constructor(perSecond: number) {
    this.#rate =
      perSecond === 0 ? undefined : new RateLimiter({ perSecond, burst: perSecond * BURST_SECONDS });
  }

  /**
   * Counts a request. Callers on this machine have no limits: a program that may read the library file needs no API.
   * @returns must be called once the request is over
   * @throws LibTrailsError rate_limited with the time to retry
   */
  enter({ client, local }: Pick<Caller, 'client' | 'local'>): () => void {
    if (this.#rate === undefined || local) return () => {};
    const key = limitKey(client);
    const wait = this.#rate.take(key);
    if (wait > 0) throw tooMany('Too many requests', Math.ceil(wait));
    const open = this.#open.get(key) ?? 0;
    if (open >= MAX_OPEN) throw tooMany('Too many requests at the same time', 1);
    this.#open.set(key, open + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const now = (this.#open.get(key) ?? 1) - 1;
      if (now === 0) this.#open.delete(key);
      else this.#open.set(key, now);
    };
  }
}

function tooMany(what: string, seconds: number): LibTrailsError {
  return new LibTrailsError('rate_limited', `${what} from one client: try again in ${seconds} s`, {
    retryAfterSeconds: seconds,
  });
}
