/** Swaps in a new generation of merges, themes and domains, in one transaction. */
import type { LibraryChange } from '../../change.ts';
import type { FinishedGrouping, FinishedTheme } from '../../finished-grouping.ts';
import { CHANGED_BOOKS_KEY } from './put-book.ts';
import { recountThemes, recountTopics } from './recount.ts';
import type { ChangeLog, WriteSession } from './session.ts';

/** Topics read at a time. */
const PAGE_ROWS = 10_000;

interface TopicPlaceRow {
  id: number;
  mergedInto: number | null;
  themeId: number | null;
  weight: number;
}

/** What every topic shall be after the swap, by id; 0 stands for none. Libraries have a million topics. */
interface Places {
  mergedInto: Uint32Array;
  themeId: Uint32Array;
  weight: Float64Array;
}

/**
 * Stores the grouping. Topics that were deleted since it was computed are left out; topics that came since
 * have no theme until the next one. A theme or domain whose label was there before keeps its id, so that
 * addresses survive.
 */
export function putGrouping(
  session: WriteSession,
  grouping: FinishedGrouping,
): { generation: number; change: LibraryChange } {
  const { change } = session.write((log) => {
    const domainIds = placeDomains(session, grouping.domains);
    const before = new Set(session.values<number>('theme-ids'));
    const themeIds = placeThemes(session, grouping.themes, domainIds);
    const families = placeTopics(session, grouping, themeIds);
    for (const id of before) {
      if (themeIds.includes(id)) continue;
      session.removeVector('themes', id, log);
      session.run('theme-delete', id);
    }
    themeIds.forEach((id, place) => {
      session.putVector('themes', id, grouping.centroids, place, log);
    });
    recountTopics(session, families, log);
    countBooks(session, themeIds, log);
    session.setMeta('grouping_recipe', grouping.recipe);
    session.setMeta(CHANGED_BOOKS_KEY, '0');
  }, true);
  return { generation: change.generation, change };
}

function placeDomains(session: WriteSession, labels: readonly string[]): number[] {
  return labels.map(
    (label) => session.value<number>('domain-by-label', label) ?? session.run('domain-insert', label),
  );
}

function placeThemes(
  session: WriteSession,
  themes: readonly FinishedTheme[],
  domainIds: readonly number[],
): number[] {
  const free = new Map<string, number[]>();
  for (const { id, label } of session.rows<{ id: number; label: string }>('theme-labels')) {
    const same = free.get(label);
    if (same === undefined) free.set(label, [id]);
    else same.push(id);
  }
  return themes.map(({ label, subtitle, domain: place, x, y, z, mapX, mapY }) => {
    const row = { subtitle, domain: domainIds[place] as number, x, y, z, mapX, mapY };
    const known = free.get(label)?.shift();
    if (known === undefined) return session.run('theme-insert', { ...row, label });
    session.run('theme-update', { ...row, id: known });
    return known;
  });
}

/** Rewrites the topics whose place differs; returns those whose family (what is merged with them) did. */
function placeTopics(
  session: WriteSession,
  grouping: FinishedGrouping,
  themeIds: readonly number[],
): Set<number> {
  const wanted = wantedPlaces(session, grouping, themeIds);
  const families = new Set<number>();
  for (let after = 0; ; ) {
    const page = session.rows<TopicPlaceRow>('topic-places', after, PAGE_ROWS);
    for (const now of page) {
      after = now.id;
      const target = wanted.mergedInto[now.id] || null;
      const theme = wanted.themeId[now.id] || null;
      const weight = wanted.weight[now.id] as number;
      if (now.mergedInto !== target) {
        families.add(now.id);
        families.add(now.mergedInto ?? now.id);
        families.add(target ?? now.id);
      } else if (now.themeId === theme && now.weight === weight) continue;
      session.run('topic-place', { id: now.id, target, theme, weight });
      if (target !== null) session.run('topic-counts-delete', now.id);
    }
    if (page.length < PAGE_ROWS) return families;
  }
}

/** Merges into topics that are gone are left out, and the topic stands for itself again. */
function wantedPlaces(
  session: WriteSession,
  { merges, themes }: FinishedGrouping,
  themeIds: readonly number[],
): Places {
  const rows = (session.value<number>('topic-highest-id') ?? 0) + 1;
  const places: Places = {
    mergedInto: new Uint32Array(rows),
    themeId: new Uint32Array(rows),
    weight: new Float64Array(rows),
  };
  // Writing beyond the end of a typed array does nothing: topics above the highest id are gone as well.
  for (let i = 0; i < merges.length; i += 2) {
    const [topic, target] = [merges[i] as number, merges[i + 1] as number];
    if (session.value('topic-groupable', target) !== undefined) places.mergedInto[topic] = target;
  }
  themes.forEach(({ members }, place) => {
    members.topics.forEach((topic, i) => {
      places.themeId[topic] = themeIds[place] as number;
      places.weight[topic] = members.weights[i] as number;
    });
  });
  return places;
}

/** Rebuilds theme_books, book by book: a sort over all occurrences at once would not fit in a small memory. */
function countBooks(session: WriteSession, themeIds: readonly number[], log: ChangeLog): void {
  session.run('theme-books-clear');
  for (const bookId of session.values<number>('book-ids'))
    session.run('theme-books-of-book', { book: bookId });
  recountThemes(session, new Set(themeIds), log);
}
