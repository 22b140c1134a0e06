/** The books that filters leave. */
import { bookTest, type CatalogueBook, type SearchFilters } from '../store/book-filter.ts';
import type { Store } from '../store/store.ts';

/** In ascending id, or in the order of `among`. */
export async function filteredBooks(
  store: Pick<Store, 'catalogue' | 'links'>,
  filters: SearchFilters,
  among?: readonly CatalogueBook[],
): Promise<CatalogueBook[]> {
  const { themes } = filters;
  const speaking = themes.length === 0 ? new Set<number>() : await store.links.booksOfThemes(themes);
  return (among ?? (await store.catalogue.allBooks())).filter(bookTest(filters, () => speaking));
}
