/** What a caller says of the catalogue that keeps a book. */
import type { CatalogueEntry__Out as CatalogueEntry } from '@libtrails/proto/types/ingest/v1/CatalogueEntry';
import type { Catalogued } from '../store/finished-book.ts';
import { MAX_LABEL_UNITS } from './limits.ts';
import { wrong } from './refusal.ts';

/** Pages show it as a link, so nothing that a browser would run. */
const LINK = /^calibre:\/\/show-book\/[\w.%~-]+\/\d+$/;
const MAX_RATING = 5;

/** @throws LibTrailsError invalid_argument */
export function toCatalogued(entry: CatalogueEntry | null | undefined): Catalogued | undefined {
  if (entry === null || entry === undefined) return undefined;
  const { version, link, rating } = entry;
  if (version === '' || version.length > MAX_LABEL_UNITS) throw wrong('The catalogue entry has no version');
  if (link !== '' && (link.length > MAX_LABEL_UNITS || !LINK.test(link))) {
    throw wrong('The link of a catalogue entry must begin with calibre://show-book/');
  }
  if (!(rating >= 0 && rating <= MAX_RATING)) throw wrong(`A rating is 0 to ${MAX_RATING}, not ${rating}`);
  return { version, link, rating };
}
