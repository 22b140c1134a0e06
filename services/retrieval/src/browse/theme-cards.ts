/** What a list of themes shows beside their labels: leading books, and how much the theme is theirs. */
import type { ThemeCard__Out as ThemeCard } from '@libtrails/proto/types/library/v1/ThemeCard';
import type { Catalogue } from '../store/catalogue.ts';
import { inOrder } from './books.ts';

/** Cards of these themes, in their order. */
export async function themeCards(catalogue: Catalogue, themes: readonly number[]): Promise<ThemeCard[]> {
  const leads = await catalogue.themeLeads();
  const leading = (theme: number) => leads.get(theme)?.books ?? [];
  const books = await catalogue.books([...new Set(themes.flatMap(leading))]);
  return themes.map((themeId) => ({
    themeId,
    concentration: leads.get(themeId)?.concentration ?? 0,
    books: inOrder(leading(themeId), books),
  }));
}
