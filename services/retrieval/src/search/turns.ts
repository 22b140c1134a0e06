/**
 * One search among others on one thread: it gives way every few milliseconds, ends when nobody waits for it any
 * more, and never speaks of two states of the library.
 */
import { giveWay } from '@libtrails/common/connections';
import { LibTrailsError } from '@libtrails/common/errors';
import type { Library } from '../store/sqlite/library.ts';
import type { Patience } from './search-input.ts';

/** How long a search may keep others waiting, in milliseconds; one signal can take as much again. */
const HOLD_MS = 5;
/**
 * How long a crowd that comes in may keep a search waiting each time, in milliseconds. Long beside `HOLD_MS`: who is not
 * let in stands in the proxy's memory, and most of a crowd is let in to be refused.
 */
const LET_IN_MS = 200;
/** Signals that have not begun by then are left out, in milliseconds from the start of the search. */
export const SIGNALS_BUDGET_MS = 1_500;
/** Kept back of the caller's deadline for putting the answer together, in milliseconds. */
const RESERVE_MS = 30;
/** After so many moves of the library under one search it no longer gives way. */
const MAX_MOVES = 3;

/** The library moved on to another revision: what was found so far is of the one before. */
class LibraryMoved extends Error {}

export type TurnsLibrary = Pick<Library, 'revision'>;

export class Turns {
  readonly #library: TurnsLibrary;
  readonly #patience: Patience;
  readonly #revision: number;
  readonly #givesWay: boolean;
  readonly #until: number;
  #since = performance.now();

  constructor(library: TurnsLibrary, patience: Patience, started: number, givesWay: boolean) {
    this.#library = library;
    this.#patience = patience;
    this.#revision = library.revision();
    this.#givesWay = givesWay;
    const left =
      patience.deadline === undefined
        ? Number.POSITIVE_INFINITY
        : patience.deadline - Date.now() - RESERVE_MS;
    this.#until = Math.min(started + SIGNALS_BUDGET_MS, performance.now() + left);
  }

  /** Time is up: what has not begun is left out. */
  get late(): boolean {
    return performance.now() >= this.#until;
  }

  /** Between two pieces of work. @throws LibTrailsError cancelled if the caller went away */
  async next(): Promise<void> {
    if (this.#givesWay && performance.now() - this.#since >= HOLD_MS) {
      await giveWay(LET_IN_MS);
      this.#since = performance.now();
    }
    this.check();
  }

  /** After a wait for something else. @throws LibTrailsError cancelled */
  check(): void {
    if (this.#patience.signal.aborted) throw new LibTrailsError('cancelled', 'The caller went away');
    if (this.#library.revision() !== this.#revision) throw new LibraryMoved();
  }
}

/** Does the work, and does it again from the start whenever the library has moved on in between. */
export async function inOneState<T>(
  library: TurnsLibrary,
  patience: Patience,
  work: (turns: Turns) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  for (let moves = 0; ; moves += 1) {
    try {
      return await work(new Turns(library, patience, started, moves < MAX_MOVES));
    } catch (error) {
      if (!(error instanceof LibraryMoved)) throw error;
    }
  }
}
