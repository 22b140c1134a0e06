/** Filters as signals use them: which books, and which passages, may be found at all. */
import { filteredBooks } from '../browse/filtered-books.ts';
import { activeFilters, type SearchFilters } from '../store/book-filter.ts';
import type { Store } from '../store/store.ts';
import type { SearchFilter } from '../store/vector-search.ts';

/** Undefined if the filters ask nothing. A theme also narrows to the passages that speak of it. */
export async function filterOf(
  store: Pick<Store, 'catalogue' | 'links'>,
  filters: SearchFilters,
): Promise<SearchFilter | undefined> {
  if (activeFilters(filters).length === 0) return undefined;
  const books = new Set((await filteredBooks(store, filters)).map(({ id }) => id));
  if (filters.themes.length === 0) return { books, passages: undefined };
  return { books, passages: await store.links.passagesOfThemes(filters.themes) };
}
