/** Keeps the stored counts of topics and themes equal to what their books hold. */
import type { ChangeLog, WriteSession } from './session.ts';

interface TopicState {
  kind: string;
  mergedInto: number | null;
  themeId: number | null;
  used: 0 | 1;
  target: 0 | 1;
}

/**
 * Recounts the topics with these ids and what they are merged into. Topics that are in no book any more,
 * and that nothing is merged into, are removed with their index and vector rows.
 * Returns the themes whose topics or counts may have changed.
 */
export function recountTopics(
  session: WriteSession,
  topicIds: Iterable<number>,
  log: ChangeLog,
): Set<number> {
  const themes = new Set<number>();
  const families = new Set<number>();
  for (const id of topicIds) {
    const state = session.row<TopicState>('topic-state', id);
    if (state === undefined) continue;
    families.add(state.mergedInto ?? id);
    if (state.mergedInto !== null && state.used === 0) removeTopic(session, id, state.kind, log);
  }
  for (const id of families) {
    const state = session.row<TopicState>('topic-state', id);
    if (state === undefined) continue;
    if (state.themeId !== null) themes.add(state.themeId);
    if (state.used === 0 && state.target === 0) removeTopic(session, id, state.kind, log);
    else session.run(state.kind === 'name' ? 'name-recount' : 'topic-recount', { id });
  }
  return themes;
}

function removeTopic(session: WriteSession, id: number, kind: string, log: ChangeLog): void {
  if (kind !== 'name') {
    session.run('fts-topics-delete', id);
    session.removeVector('topics', id, log);
  }
  session.run('topic-delete', id);
}

/**
 * Recounts these themes and then all domains; themes that are in no book any more go, and domains without
 * themes with them.
 */
export function recountThemes(session: WriteSession, themeIds: ReadonlySet<number>, log: ChangeLog): void {
  for (const id of themeIds) {
    if (session.value<number>('theme-recount', id) !== 0) continue;
    session.removeVector('themes', id, log);
    session.run('theme-delete', id);
  }
  session.run('domains-delete-empty');
  session.run('domains-recount');
}
