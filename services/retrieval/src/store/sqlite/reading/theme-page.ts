/** What lists and pages of themes and domains show. */
import type { Domain__Out as Domain } from '@libtrails/proto/types/library/v1/Domain';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import {
  LEADING_BOOKS,
  type ListedTheme,
  type PassageOfBook,
  type SharedBook,
  type ThemeLead,
  type ThemePage,
} from '../../catalogue.ts';
import { perRevision } from '../../per-revision.ts';
import type { Library } from '../library.ts';

/** So that the passages shown are not all of the one book that speaks most of the theme. */
const PASSAGES_PER_BOOK = 2;
const PASSAGES_CONSIDERED = 60;

type SharedRow = Omit<SharedBook, 'primary'> & { leading: 0 | 1 };

const toShare = ({ leading, ...rest }: SharedRow): SharedBook => ({ ...rest, primary: leading === 1 });

export const allThemes = perRevision((library: Library): readonly ListedTheme[] =>
  library.statement<ListedTheme>('themes-list').all(),
);

export function allDomains(library: Library): Domain[] {
  return library.statement<Domain>('domains-list').all();
}

export function themePage(
  library: Library,
  theme: number,
  shown: { topics: number; books: number; passages: number; neighbours: number },
): ThemePage {
  return {
    topics: library.statement<Topic>('theme-topics').all(theme, shown.topics),
    books: library.statement<SharedRow>('theme-books').all({ theme, limit: shown.books }).map(toShare),
    passages: evidence(library, theme).slice(0, shown.passages),
    neighbours: library
      .statement<{ id: number; distance: number }>('theme-neighbours')
      .all({ theme, k: shown.neighbours + 1 })
      .sort((a, b) => a.distance - b.distance || a.id - b.id)
      .filter(({ id }) => id !== theme)
      .slice(0, shown.neighbours),
  };
}

/** The passages that say most of a theme, a few of each book at most. */
function evidence(library: Library, theme: number): PassageOfBook[] {
  const taken = new Map<number, number>();
  return library
    .statement<PassageOfBook>('theme-evidence')
    .all({ theme, limit: PASSAGES_CONSIDERED })
    .filter(({ bookId }) => {
      const own = (taken.get(bookId) ?? 0) + 1;
      taken.set(bookId, own);
      return own <= PASSAGES_PER_BOOK;
    });
}

export function domainPage(
  library: Library,
  domain: number,
  shown: { themes: number; books: number },
): { themes: number[]; books: SharedBook[] } {
  return {
    themes: library.statement<number>('domain-themes', 'value').all(domain, shown.themes),
    books: library.statement<SharedRow>('domain-books').all({ domain, limit: shown.books }).map(toShare),
  };
}

export function distinctTopics(
  library: Library,
  domain: number,
  books: readonly number[],
  limit: number,
): { id: number; lift: number }[] {
  return library
    .statement<{ id: number; lift: number }>('domain-distinct')
    .all({ domain, books: JSON.stringify(books), limit });
}

export const themeLeads = perRevision((library: Library): ReadonlyMap<number, ThemeLead> => {
  const all = new Map<number, { books: number[]; concentration: number; leading: number; whole: number }>();
  const rows = library.statement<[number, number, number]>('theme-cards', 'array');
  for (const [theme, book, occurrences] of rows.iterate()) {
    let lead = all.get(theme);
    if (lead === undefined) {
      lead = { books: [], concentration: 0, leading: 0, whole: 0 };
      all.set(theme, lead);
    }
    if (lead.books.length < LEADING_BOOKS) {
      lead.books.push(book);
      lead.leading += occurrences;
    }
    lead.whole += occurrences;
    lead.concentration = lead.leading / lead.whole;
  }
  return all;
});
