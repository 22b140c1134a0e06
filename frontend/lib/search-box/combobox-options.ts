/** The lines of the search box's popup. Pure. */

import { bookUrl, themeUrl, topicUrl } from '../links.ts';
import { folded } from '../search/query.ts';
import type { Suggestion } from '../upstream/suggest-api.ts';

export interface Option {
  /** Unique in the list. */
  key: string;
  kind: 'recent' | 'search' | 'page' | 'action' | Suggestion['kind'];
  text: string;
  /** Where it leads; without it the text is searched. */
  href?: string;
}

/** Recent searches that the text begins (all for an empty box), then the library's own, then the search itself. */
export function searchOptions(
  text: string,
  recent: readonly string[],
  suggestions: readonly Suggestion[],
): Option[] {
  const query = text.trim();
  const begun = folded(query);
  const past = recent.filter((q) => begun === '' || (folded(q).startsWith(begun) && folded(q) !== begun));
  const options: Option[] = past
    .slice(0, begun === '' ? recent.length : 3)
    .map((q) => ({ key: `recent ${q}`, kind: 'recent', text: q }));
  for (const { kind, id, text: label } of suggestions) {
    const href = suggestionUrl(kind, id);
    options.push({ key: `${kind} ${id} ${label}`, kind, text: label, ...(href ? { href } : {}) });
  }
  if (query !== '') options.push({ key: 'search', kind: 'search', text: query });
  return options;
}

/** Authors and names have no page of their own: they are searched. */
function suggestionUrl(kind: Suggestion['kind'], id: number): string | undefined {
  if (kind === 'title') return bookUrl(id);
  if (kind === 'topic') return topicUrl(id);
  if (kind === 'theme') return themeUrl(id);
  return undefined;
}
