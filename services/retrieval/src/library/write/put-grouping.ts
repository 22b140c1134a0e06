/** Swaps in a new generation of merges, themes and domains, in one transaction. */
import type { LibraryChange } from '../change.ts';
import type { FinishedGrouping, FinishedTheme } from './finished-grouping.ts';
import { recountThemes, recountTopics } from './recount.ts';
import type { ChangeLog, WriteSession } from './session.ts';

/** Topics read at a time, so that memory does not grow with the library. */
const PAGE_ROWS = 10_000;

/** What one topic shall be after the swap. */
interface Place {
  mergedInto: number | null;
  themeId: number | null;
  weight: number;
}

interface TopicPlaceRow extends Place {
  id: number;
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
  return themes.map(({ label, subtitle, domain, x, y, z }) => {
    const domainId = domainIds[domain] as number;
    const known = free.get(label)?.shift();
    if (known === undefined) return session.run('theme-insert', label, subtitle, domainId, x, y, z);
    session.run('theme-update', { id: known, subtitle, domain: domainId, x, y, z });
    return known;
  });
}

/** Rewrites the topics whose place differs; returns those whose family (what is merged with them) did. */
function placeTopics(
  session: WriteSession,
  grouping: FinishedGrouping,
  themeIds: readonly number[],
): Set<number> {
  const mergedInto = liveMerges(session, grouping.merges);
  const members = new Map<number, { themeId: number; weight: number }>();
  grouping.themes.forEach(({ members: { topics, weights } }, place) => {
    topics.forEach((topic, i) => {
      members.set(topic, { themeId: themeIds[place] as number, weight: weights[i] as number });
    });
  });

  const families = new Set<number>();
  for (let after = 0; ; ) {
    const page = session.rows<TopicPlaceRow>('topic-places', after, PAGE_ROWS);
    for (const now of page) {
      after = now.id;
      const target = mergedInto.get(now.id) ?? null;
      const member = target === null ? members.get(now.id) : undefined;
      const wanted: Place = {
        mergedInto: target,
        themeId: member?.themeId ?? null,
        weight: member?.weight ?? 0,
      };
      if (now.mergedInto !== wanted.mergedInto) {
        families.add(now.id);
        families.add(now.mergedInto ?? now.id);
        families.add(wanted.mergedInto ?? now.id);
      } else if (now.themeId === wanted.themeId && now.weight === wanted.weight) continue;
      session.run('topic-place', {
        id: now.id,
        target: wanted.mergedInto,
        theme: wanted.themeId,
        weight: wanted.weight,
      });
      if (wanted.mergedInto !== null) session.run('topic-counts-delete', now.id);
    }
    if (page.length < PAGE_ROWS) return families;
  }
}

/** Topic → target, where both are still there. */
function liveMerges(session: WriteSession, pairs: Uint32Array): Map<number, number> {
  const merges = new Map<number, number>();
  for (let i = 0; i < pairs.length; i += 2) {
    const [topic, target] = [pairs[i] as number, pairs[i + 1] as number];
    if (session.value('topic-groupable', target) !== undefined) merges.set(topic, target);
  }
  return merges;
}

/** Rebuilds theme_books, book by book: a sort over all occurrences at once would not fit in a small memory. */
function countBooks(session: WriteSession, themeIds: readonly number[], log: ChangeLog): void {
  session.run('theme-books-clear');
  for (const bookId of session.values<number>('book-ids'))
    session.run('theme-books-of-book', { book: bookId });
  recountThemes(session, new Set(themeIds), log);
}
