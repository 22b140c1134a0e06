/** Why fields that were typed leave nothing to find. Pure. */
import type { SearchAnswer } from '../search/search-answer.ts';
import * as strings from '../search/search-strings.ts';

/**
 * A sentence for each typed field that no book fits; one for all, if each fits some books and nothing at all is left.
 * The same field twice asks for either: it is named only if neither fits.
 */
export function unfitting({ narrowedTo, total }: Pick<SearchAnswer, 'narrowedTo' | 'total'>): string[] {
  const fitting = new Set(narrowedTo.filter(({ books }) => books > 0).map(({ field }) => field));
  const none = narrowedTo.filter(({ field }) => !fitting.has(field));
  if (none.length > 0) return none.map(({ field, value }) => strings.states.fitsNone(field, value));
  return total === 0 && fitting.size > 1 ? [strings.states.fitTogether] : [];
}
