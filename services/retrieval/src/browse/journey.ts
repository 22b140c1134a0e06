/** A book from start to end: what it speaks of most in each of its parts. */
import type { Journey__Out as Journey } from '@libtrails/proto/types/library/v1/Journey';
import type { JourneyCell__Out as JourneyCell } from '@libtrails/proto/types/library/v1/JourneyCell';
import type { Catalogue } from '../store/catalogue.ts';
import { inOrder, requireBook } from './books.ts';

/** Cells of the strip; a book of fewer passages has as many as those. */
export const JOURNEY_CELLS = 100;

/** Passages are dealt out over the cells evenly, in reading order. @throws LibTrailsError not_found */
export async function getJourney(catalogue: Catalogue, bookId: number): Promise<Journey> {
  await requireBook(catalogue, bookId);
  const { passages, occurrences } = await catalogue.journey(bookId);
  const count = Math.min(JOURNEY_CELLS, passages.length);
  const cellOf = new Map(passages.map(({ id }, i) => [id, Math.floor((i * count) / passages.length)]));
  const counts = Array.from({ length: count }, () => new Map<number, number>());
  for (const [passage, theme, n] of occurrences) {
    const cell = counts[cellOf.get(passage) ?? -1];
    cell?.set(theme, (cell.get(theme) ?? 0) + n);
  }
  const leading = counts.map(strongest);
  const ids = [...new Set(leading.flatMap(({ theme }) => (theme === 0 ? [] : [theme])))];
  const themes = await catalogue.themes(ids);
  const cells: JourneyCell[] = [];
  for (const passage of passages) {
    const place = cellOf.get(passage.id)!;
    if (place < cells.length) continue;
    const { theme, share } = leading[place]!;
    cells.push({
      position: passage.position,
      section: passage.section,
      start: passage.start,
      passageId: passage.id,
      themeId: theme,
      domainId: themes.get(theme)?.domain?.id ?? 0,
      share,
    });
  }
  return { cells, themes: inOrder(ids, themes) };
}

/** The theme with the most occurrences, the lower id among equals; 0 if there is none. */
function strongest(occurrences: ReadonlyMap<number, number>): { theme: number; share: number } {
  let theme = 0;
  let most = 0;
  let whole = 0;
  for (const [id, count] of occurrences) {
    whole += count;
    if (count > most || (count === most && id < theme)) {
      theme = id;
      most = count;
    }
  }
  return { theme, share: whole === 0 ? 0 : most / whole };
}
