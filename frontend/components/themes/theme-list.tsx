import * as strings from '../../lib/browse/browse-strings.ts';
import { themeUrl } from '../../lib/links.ts';
import type { Theme } from '../../lib/model.ts';

/** Themes with their leading topics, two columns where there is room and not `narrow`. */
export function ThemeList({ themes, narrow = false }: { themes: readonly Theme[]; narrow?: boolean }) {
  return (
    <ul className={`grid gap-x-10 ${narrow ? '' : 'sm:grid-cols-2'}`}>
      {themes.map((theme) => (
        <li key={theme.id} className="border-b border-line py-3">
          <a
            href={themeUrl(theme.id)}
            className="quiet-link inline-block first-letter:uppercase font-serif text-body font-semibold"
          >
            {theme.label}
          </a>
          {theme.subtitle ? <p className="line-clamp-2 text-ink-2">{theme.subtitle}</p> : null}
          <p className="text-meta text-ink-3">{strings.themes.counts(theme.books, theme.passages)}</p>
        </li>
      ))}
    </ul>
  );
}
