import Link from 'next/link';
import { themeUrl } from '../lib/links.ts';
import type { Theme } from '../lib/model.ts';
import * as strings from '../lib/strings.ts';

/** Themes with their leading topics, two columns where there is room and not `narrow`. */
export function ThemeList({ themes, narrow = false }: { themes: readonly Theme[]; narrow?: boolean }) {
  return (
    <ul className={`grid gap-x-10 ${narrow ? '' : 'sm:grid-cols-2'}`}>
      {themes.map((theme) => (
        <li key={theme.id} className="border-b border-line py-3">
          <Link
            href={themeUrl(theme.id)}
            prefetch={false}
            className="quiet-link inline-block first-letter:uppercase font-serif text-body font-semibold"
          >
            {theme.label}
          </Link>
          {theme.subtitle ? <p className="line-clamp-2 text-ink-2">{theme.subtitle}</p> : null}
          <p className="text-meta text-ink-3">{strings.themes.counts(theme.books, theme.passages)}</p>
        </li>
      ))}
    </ul>
  );
}
