/** Filters as signals use them: which books, and which passages, may be found at all. */
import { filteredBooks } from '../browse/catalogue.ts';
import type { SearchFilter } from '../signals/signal.ts';
import { activeFilters, type SearchFilters } from '../store/book-filter.ts';
import type { Library } from '../store/sqlite/library.ts';

/** Undefined if the filters ask nothing. A theme also narrows to the passages that speak of it. */
export function filterOf(library: Library, filters: SearchFilters): SearchFilter | undefined {
  if (activeFilters(filters).length === 0) return undefined;
  const books = new Set(filteredBooks(library, filters).map(({ id }) => id));
  if (filters.themes.length === 0) return { books, passages: undefined };
  const chunks = library.statement<number>('chunks-of-themes', 'value').all(JSON.stringify(filters.themes));
  return { books, passages: new Set(chunks) };
}
