/** All books in memory, as lists, filters and facets see them; read anew after each write. */
import {
  bookTest,
  type CatalogueBook,
  DOMAIN_SHARE,
  primaryTag,
  type SearchFilters,
} from '../store/book-filter.ts';
import type { Library } from '../store/sqlite/library.ts';

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

interface ThemeBooks {
  generation: number;
  /** By book: theme and occurrences in turn. */
  themes: ReadonlyMap<number, Uint32Array>;
  labels: ReadonlyMap<number, string>;
}

const THEMES = new WeakMap<Library, ThemeBooks>();

/** The themes of all books, read once a grouping: some 6 ms for a hundred books. */
function themeBooks(library: Library): ThemeBooks {
  const known = THEMES.get(library);
  const generation = library.generation();
  if (known?.generation === generation) return known;
  const lists = new Map<number, number[]>();
  const rows = library.statement<[number, number, number]>('catalogue-themes', 'array');
  for (const [book, theme, occurrences] of rows.iterate()) {
    const list = lists.get(book);
    if (list === undefined) lists.set(book, [theme, occurrences]);
    else list.push(theme, occurrences);
  }
  const read = {
    generation,
    themes: new Map([...lists].map(([book, list]) => [book, Uint32Array.from(list)])),
    labels: new Map(library.statement<[number, string]>('theme-labels', 'array').all()),
  };
  THEMES.set(library, read);
  return read;
}

export interface ThemeCount {
  id: number;
  label: string;
  /** Of the books, how many speak of it. */
  books: number;
}

/** The themes of a set of books: those of most books first, among equals the one that is spoken of more. */
export function themeCounts(library: Library, books: Iterable<number>): ThemeCount[] {
  const { themes, labels } = themeBooks(library);
  const counts = new Map<number, ThemeCount & { occurrences: number }>();
  for (const book of books) {
    const pairs = themes.get(book) ?? [];
    for (let i = 0; i < pairs.length; i += 2) {
      const id = pairs[i]!;
      const occurrences = pairs[i + 1]!;
      const known = counts.get(id);
      if (known === undefined) counts.set(id, { id, label: labels.get(id) ?? '', books: 1, occurrences });
      else {
        known.books += 1;
        known.occurrences += occurrences;
      }
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.books - a.books || b.occurrences - a.occurrences || a.id - b.id)
    .map(({ id, label, books }) => ({ id, label, books }));
}
