/** The lines of the command palette: pages, the library's own, and what can be done. Pure. */

import { trailBetween } from '../links.ts';
import { folded } from '../search/query.ts';
import { type Option, searchOptions } from '../search-box/combobox-options.ts';
import type { Suggestion } from '../upstream/suggest-api.ts';
import { palette } from './palette-strings.ts';

export type PaletteAction = keyof typeof palette.actions;

const PAGES: readonly Option[] = palette.pages.map(([href, text]) => ({
  key: `page ${href}`,
  kind: 'page',
  text,
  href,
}));
const ACTIONS: readonly Option[] = Object.entries(palette.actions).map(([action, text]) => ({
  key: `action ${action}`,
  kind: 'action',
  text,
}));

/** Pages and actions with a word that begins with the text (all for an empty box), the library's own, then the search itself. */
export function paletteOptions(text: string, suggestions: readonly Suggestion[]): Option[] {
  const begun = folded(text.trim());
  const fits = (option: Option) =>
    begun === '' || folded(option.text).startsWith(begun) || folded(option.text).includes(` ${begun}`);
  const own = [...PAGES, ...ACTIONS].filter(fits);
  if (begun === '') return own;
  const words = text.trim();
  const trail: Option = {
    key: 'trail',
    kind: 'page',
    text: palette.trail(words),
    href: trailBetween(words),
  };
  const found = searchOptions(text, [], suggestions);
  // What is sought stands last, and a trail from it before it.
  return [...own, ...found.slice(0, -1), trail, ...found.slice(-1)];
}

/** What an option does; undefined if it leads somewhere. */
export function actionOf(option: Option): PaletteAction | undefined {
  return option.kind === 'action' ? (option.key.slice('action '.length) as PaletteAction) : undefined;
}
