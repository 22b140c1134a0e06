/** Addresses that survive re-indexing: section, range and the text's first characters. */
import type { ResolvedPlace__Out as ResolvedPlace } from '@libtrails/proto/types/library/v1/ResolvedPlace';
import type { PlaceState } from '@libtrails/proto/values';
import { requireBook } from '../browse/books.ts';
import type { Catalogue, StoredText } from '../store/catalogue.ts';
import { OPENING_LENGTH, openingOf } from '../words/opening.ts';

export interface PlaceAddress {
  bookId: number;
  section: number;
  /** UTF-16 range in the section's text. */
  start: number;
  end: number;
  /** A passage's opening, or the first words of any quotation; empty if unknown. */
  quote: string;
}

/**
 * Where the text of an address stands now: at its old place ("same"), elsewhere in the book ("moved", nearest
 * to the old place), or, if nothing in the book begins like it, the text at the old place ("nearest").
 * @throws LibTrailsError not_found if the book is gone
 */
export async function resolvePlace(catalogue: Catalogue, address: PlaceAddress): Promise<ResolvedPlace> {
  await requireBook(catalogue, address.bookId);
  const { section, start } = address;
  const quote = openingOf(address.quote);
  const length = Math.max(1, address.end - start);
  const chunks = await catalogue.texts(address.bookId);
  const at = (state: PlaceState, chunk: StoredText, from: number): ResolvedPlace => ({
    state,
    section: chunk.section,
    start: from,
    end: from + length,
    passageId: chunk.searchable ? chunk.id : 0,
  });
  const old = nearestChunk(chunks, section, start);
  if (old === undefined) {
    return { state: 'nearest', section: 0, start: 0, end: 0, passageId: 0 };
  }
  const inside = old.section === section && start >= old.start && start < old.stop;
  if (inside && (quote === '' || openingOf(old.text.slice(start - old.start)).startsWith(quote)))
    return at('same', old, start);
  if (quote !== '') {
    const distance = (chunk: StoredText) =>
      Math.abs(chunk.section - section) * 1e9 + Math.abs(chunk.start - start);
    const ordered = [...chunks].sort((a, b) => distance(a) - distance(b));
    for (const chunk of ordered) {
      const from = placeOfQuote(chunk.text, quote);
      if (from !== undefined) return at('moved', chunk, chunk.start + from);
    }
  }
  return at('nearest', old, inside ? start : old.start);
}

/** The chunk that holds the place, or the last one before it, or the first one after it. */
function nearestChunk(chunks: readonly StoredText[], section: number, start: number): StoredText | undefined {
  const before = chunks.filter((c) => c.section < section || (c.section === section && c.start <= start));
  return before.at(-1) ?? chunks[0];
}

/** Offset of the word where a text reads as the quote does; undefined if it nowhere does. */
function placeOfQuote(text: string, quote: string): number | undefined {
  // Folding a whole book word by word is slow: one pass over the chunk decides whether to look closer.
  if (!openingOf(text, text.length).includes(quote.slice(0, OPENING_LENGTH))) return undefined;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    if (openingOf(text.slice(index)).startsWith(quote)) return index;
  }
  return undefined;
}
