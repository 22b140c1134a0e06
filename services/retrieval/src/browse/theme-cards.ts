/** What a list of themes shows beside their labels: leading books, and how much the theme is theirs. */
import type { ThemeCard__Out as ThemeCard } from '@libtrails/proto/types/library/v1/ThemeCard';
import type { Library } from '../store/sqlite/library.ts';
import { inOrder } from './books.ts';
import { booksById } from './by-id.ts';

/** Books on a card. */
const BOOKS_SHOWN = 3;

interface Lead {
  /** The leading books, strongest first. */
  books: number[];
  /** Part of the theme's occurrences that stands in them, 0..1. */
  concentration: number;
}

const READ = new WeakMap<Library, { revision: number; leads: Map<number, Lead> }>();

/** Of every theme, read once per revision. */
function leads(library: Library): Map<number, Lead> {
  const known = READ.get(library);
  const revision = library.revision();
  if (known?.revision === revision) return known.leads;
  const all = new Map<number, Lead & { leading: number; whole: number }>();
  for (const [theme, book, occurrences] of library
    .statement<[number, number, number]>('theme-cards', 'array')
    .iterate()) {
    let lead = all.get(theme);
    if (lead === undefined) {
      lead = { books: [], concentration: 0, leading: 0, whole: 0 };
      all.set(theme, lead);
    }
    if (lead.books.length < BOOKS_SHOWN) {
      lead.books.push(book);
      lead.leading += occurrences;
    }
    lead.whole += occurrences;
    lead.concentration = lead.leading / lead.whole;
  }
  READ.set(library, { revision, leads: all });
  return all;
}

/** 0..1; 0 for a theme of no book. */
export function concentration(library: Library, theme: number): number {
  return leads(library).get(theme)?.concentration ?? 0;
}

/** Cards of these themes, in their order. */
export function themeCards(library: Library, themes: readonly number[]): ThemeCard[] {
  const all = leads(library);
  const books = booksById(library, [...new Set(themes.flatMap((id) => all.get(id)?.books ?? []))]);
  return themes.map((themeId) => ({
    themeId,
    concentration: all.get(themeId)?.concentration ?? 0,
    books: inOrder(all.get(themeId)?.books ?? [], books),
  }));
}
