/** All books in memory, as lists, filters and facets see them; read anew after each write. */
import {
  bookTest,
  type CatalogueBook,
  DOMAIN_SHARE,
  primaryTag,
  type SearchFilters,
} from '../library/book-filter.ts';
import type { Library } from '../library/library.ts';

interface Row extends Omit<CatalogueBook, 'authors' | 'subjects' | 'domains'> {
  authors: string;
  subjects: string;
}

const READ = new WeakMap<Library, { revision: number; books: readonly CatalogueBook[] }>();

/** Every book in ascending id: about 2 ms for 1,000 of them, once per revision. */
export function catalogue(library: Library): readonly CatalogueBook[] {
  const known = READ.get(library);
  const revision = library.revision();
  if (known?.revision === revision) return known.books;
  const domains = domainsOfBooks(library);
  const books = library
    .statement<Row>('catalogue')
    .all()
    .map(
      (row): CatalogueBook => ({
        ...row,
        language: primaryTag(row.language),
        authors: JSON.parse(row.authors) as string[],
        subjects: JSON.parse(row.subjects) as string[],
        domains: domains.get(row.id) ?? new Set(),
      }),
    );
  READ.set(library, { revision, books });
  return books;
}

/** The books that the filters leave, in ascending id. */
export function filteredBooks(library: Library, filters: SearchFilters): CatalogueBook[] {
  return catalogue(library).filter(bookTest(filters, () => booksOfThemes(library, filters.themes)));
}

export function booksOfThemes(library: Library, themes: readonly number[]): Set<number> {
  const rows = library.statement<[number, number]>('books-of-themes', 'array').all(JSON.stringify(themes));
  return new Set(rows.map(([, book]) => book));
}

function domainsOfBooks(library: Library): Map<number, Set<number>> {
  const rows = library.statement<[number, number, number]>('catalogue-domains', 'array').all();
  const whole = new Map<number, number>();
  for (const [book, , occurrences] of rows) whole.set(book, (whole.get(book) ?? 0) + occurrences);
  const domains = new Map<number, Set<number>>();
  for (const [book, domain, occurrences] of rows) {
    if (occurrences < DOMAIN_SHARE * whole.get(book)!) continue;
    const known = domains.get(book);
    if (known === undefined) domains.set(book, new Set([domain]));
    else known.add(domain);
  }
  return domains;
}
