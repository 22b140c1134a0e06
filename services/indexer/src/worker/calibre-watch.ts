/** Tells when a Calibre library is to be looked at: when its database was written, and when something is left to do. */
import { databaseState } from '../calibre/database.ts';

/** Calibre writes often, also for reading positions: two looks are at least so far apart, in milliseconds. */
const APART_MS = 5_000;
/** Without a write it is looked at so often, for files that other programs changed, in milliseconds. */
const ALWAYS_MS = 600_000;
/** A look that left something for later is repeated after this, then after twice as long each time. */
const RETRY_MS = 5_000;

export class CalibreWatch {
  readonly #folder: string;
  readonly #apartMs: number;
  /** State of the database at the last look. */
  #seen: string | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #dueAt = Number.NEGATIVE_INFINITY;
  #retryMs = RETRY_MS;

  /** @param apartMs at most this long between a write and the look at it */
  constructor(folder: string, apartMs = APART_MS) {
    this.#folder = folder;
    this.#apartMs = Math.min(apartMs, APART_MS);
  }

  /** Is a look due? Asking takes the notice away. `now` in milliseconds on a clock that only goes forward. */
  async take(now: number): Promise<boolean> {
    if (now < this.#lookedAt + this.#apartMs) return false;
    // A library that is not there is looked at once, which reports it.
    const state = await databaseState(this.#folder).catch(() => 'away');
    const isNew = state !== this.#seen;
    if (!isNew && now < this.#dueAt) return false;
    if (isNew) this.#retryMs = RETRY_MS;
    this.#seen = state;
    this.#lookedAt = now;
    this.#dueAt = now + ALWAYS_MS;
    return true;
  }

  /** Makes a look due. */
  notice(): void {
    this.#seen = undefined;
  }

  /** Files were missing or still being written. */
  retry(now: number): void {
    this.#dueAt = Math.min(this.#dueAt, now + this.#retryMs);
    this.#retryMs *= 2;
  }
}
