/** Prepares while the service is idle what readers will ask for: near spellings, and the related books of every book. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import { KEPT_ANSWERS, type Related } from './related.ts';

/** Pause after each piece of the words that are read, in milliseconds: it takes a few itself. */
const SPELLING_PAUSE_MS = 5;

export interface AheadOptions {
  /** How long the library must have stood still before the work begins, in milliseconds. */
  quietMs?: number;
  /** Pause after each book, in milliseconds: a book takes some six, so most of the time is left to others. */
  pauseMs?: number;
}

/**
 * Begins after the start and again after every change. Libraries of more books than answers are kept for are left
 * alone. Returns what ends it.
 */
export function workAhead(
  store: Pick<Store, 'catalogue' | 'onChange' | 'vocabulary'>,
  related: Related,
  { quietMs = 10_000, pauseMs = 50 }: AheadOptions = {},
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let waiting: number[] = [];
  const later = (work: () => void, milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds).unref();
  };
  /** A book that can't be answered for (deleted meanwhile) ends the work until the library changes again. */
  const work = (piece: () => Promise<void>) => () => void piece().catch(() => undefined);
  const next = work(async () => {
    const book = waiting.pop();
    if (book === undefined) return;
    await related(book, 1);
    later(next, pauseMs);
  });
  const begin = work(async () => {
    await store.vocabulary.prepareWords(() => sleep(SPELLING_PAUSE_MS, undefined, { ref: false }));
    const books = (await store.catalogue.allBooks()).map(({ id }) => id);
    // The last first: it is popped from the end.
    waiting = books.length > KEPT_ANSWERS ? [] : books.reverse();
    next();
  });
  later(begin, quietMs);
  const unlisten = store.onChange(() => {
    waiting = [];
    later(begin, quietMs);
  });
  return () => {
    unlisten();
    clearTimeout(timer);
  };
}
