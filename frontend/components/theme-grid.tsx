import Link from 'next/link';
import type { CSSProperties } from 'react';
import { domainHue } from '../lib/hue.ts';
import { domainUrl, themeUrl } from '../lib/links.ts';
import type { Theme } from '../lib/model.ts';
import * as strings from '../lib/strings.ts';

/** Themes as cards, one to three columns. */
export function ThemeGrid({ themes }: { themes: readonly Theme[] }) {
  return (
    <ul className="grid gap-x-10 border-t border-line sm:grid-cols-2 lg:grid-cols-3">
      {themes.map((theme) => (
        <li key={theme.id} className="flex flex-col border-b border-line py-4">
          <h2 className="first-letter:uppercase font-serif text-h3 font-semibold">
            <Link href={themeUrl(theme.id)} prefetch={false} className="quiet-link">
              {theme.label}
            </Link>
          </h2>
          <p className="mt-0.5 line-clamp-2 text-ink-2">{theme.subtitle}</p>
          <p className="mt-auto flex flex-wrap items-center gap-x-4 pt-2 text-meta text-ink-3">
            {theme.domain ? (
              <Link
                href={domainUrl(theme.domain.id)}
                prefetch={false}
                className="quiet-link inline-flex min-h-6 items-center gap-2"
              >
                <span
                  aria-hidden="true"
                  className="hue-solid size-2.5"
                  style={{ '--hue': domainHue(theme.domain.id) } as CSSProperties}
                />
                {theme.domain.label}
              </Link>
            ) : null}
            <span>{strings.themes.counts(theme.books, theme.passages)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
