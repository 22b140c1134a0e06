/**
 * One search among others on one thread: it lets other work run every few milliseconds, ends when the caller has gone,
 * and reads one revision of the library.
 */
import { acceptConnections } from '@libtrails/common/connections';
import { LibTrailsError } from '@libtrails/common/errors';
import type { Changes } from '../store/change.ts';
import type { CallContext } from './search-input.ts';

/** How long a search may keep other work waiting, in milliseconds; one signal can take as much again. */
const HOLD_MS = 5;
/**
 * How long new connections may keep a search waiting each time, in milliseconds. Long beside `HOLD_MS`: a connection that is
 * not accepted takes memory of the proxy, and most of many are accepted only to be refused.
 */
const ACCEPT_MS = 200;
/** Signals that have not begun by then are left out, in milliseconds from the start of the search. */
export const SIGNALS_BUDGET_MS = 1_500;
/** Kept back of the caller's deadline for assembling the answer, in milliseconds. */
const RESERVE_MS = 30;
/** After so many new revisions under one search it no longer lets other work run. */
const MAX_RESTARTS = 3;

/** The library has another revision: what was found so far is of the one before. */
class RevisionChanged extends Error {}

export type RevisedLibrary = Pick<Changes, 'revision'>;

/** What the test replaces. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Resolves once other work has run. */
  yield(): Promise<void>;
}

const SYSTEM_CLOCK: Clock = { now: () => performance.now(), yield: () => acceptConnections(ACCEPT_MS) };

export class TimeSlice {
  readonly #library: RevisedLibrary;
  readonly #context: CallContext;
  readonly #revision: number;
  readonly #yields: boolean;
  readonly #until: number;
  readonly #clock: Clock;
  #since: number;

  /** @param started when the search began, by the clock */
  constructor(
    library: RevisedLibrary,
    context: CallContext,
    started: number,
    yields: boolean,
    clock: Clock = SYSTEM_CLOCK,
  ) {
    this.#library = library;
    this.#context = context;
    this.#revision = library.revision();
    this.#yields = yields;
    this.#clock = clock;
    this.#since = clock.now();
    const left =
      context.deadline === undefined ? Number.POSITIVE_INFINITY : context.deadline - Date.now() - RESERVE_MS;
    this.#until = Math.min(started + SIGNALS_BUDGET_MS, clock.now() + left);
  }

  /** True if the time is used up: what has not begun is left out. */
  get isOver(): boolean {
    return this.#clock.now() >= this.#until;
  }

  /** Lets other work run if it is due; called between two pieces of work. @throws LibTrailsError cancelled if the caller has gone */
  async pause(): Promise<void> {
    if (this.#yields && this.#clock.now() - this.#since >= HOLD_MS) {
      await this.#clock.yield();
      this.#since = this.#clock.now();
    }
    this.check();
  }

  /** Called after a wait for something else. @throws LibTrailsError cancelled */
  check(): void {
    if (this.#context.signal.aborted) throw new LibTrailsError('cancelled', 'The caller went away');
    if (this.#library.revision() !== this.#revision) throw new RevisionChanged();
  }
}

/** Does the work, and does it again from the start whenever the library has got a new revision in between. */
export async function onOneRevision<T>(
  library: RevisedLibrary,
  context: CallContext,
  work: (slice: TimeSlice) => Promise<T>,
  clock: Clock = SYSTEM_CLOCK,
): Promise<T> {
  const started = clock.now();
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await work(new TimeSlice(library, context, started, restarts < MAX_RESTARTS, clock));
    } catch (error) {
      if (!(error instanceof RevisionChanged)) throw error;
    }
  }
}
