/** Addresses of places in the text of books. Pure. */

import type { Passage } from '../model.ts';
import { PASSAGE_ID } from '../shell/ids.ts';
import { fingerprint } from './place.ts';

/** A place in a section: UTF-16 range of its text, and the text there or what it begins with. */
export interface LinkedPlace {
  start: number;
  end: number;
  text: string;
}

/** A section of a book; with a place the page opens at it, and finds it again when the offsets have moved. */
export function readUrl(bookId: number, section: number, place?: LinkedPlace, query?: string): string {
  const params = new URLSearchParams();
  if (place) {
    params.set('at', `${place.start}-${place.end}`);
    const quote = fingerprint(place.text);
    if (quote) params.set('quote', quote);
  }
  if (query) params.set('q', query);
  const search = params.size > 0 ? `?${params}` : '';
  return `/books/${bookId}/read/${section}${search}${place ? `#${PASSAGE_ID}` : ''}`;
}

/** Where a passage is in its book. */
export function placeUrl(
  passage: Pick<Passage, 'bookId' | 'section' | 'start' | 'end' | 'text'>,
  query?: string,
): string {
  return readUrl(passage.bookId, passage.section?.index ?? 0, passage, query);
}
