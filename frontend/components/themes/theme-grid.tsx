import type { CSSProperties } from 'react';
import * as strings from '../../lib/browse/browse-strings.ts';
import { domainHue } from '../../lib/browse/hue.ts';
import { domainUrl, themeUrl } from '../../lib/links.ts';
import type { Theme, ThemeCard } from '../../lib/model.ts';
import { Cover } from '../book/cover.tsx';

interface ThemeGridProps {
  themes: readonly Theme[];
  /** Leading books of the themes, where the service names them. */
  cards?: readonly ThemeCard[];
}

/** Themes as cards, one to three columns: label, leading topics or titles, a fan of covers, counts. */
export function ThemeGrid({ themes, cards = [] }: ThemeGridProps) {
  const booksOf = new Map(cards.map((card) => [card.themeId, card.books]));
  return (
    <ul className="grid gap-x-10 border-t border-line sm:grid-cols-2 lg:grid-cols-3">
      {themes.map((theme) => {
        const books = booksOf.get(theme.id) ?? [];
        return (
          <li key={theme.id} className="theme-card">
            <div className="min-w-0">
              <h2 className="first-letter:uppercase font-serif text-h3 font-semibold">
                <a href={themeUrl(theme.id)} className="quiet-link">
                  {theme.label}
                </a>
              </h2>
              <p className="mt-0.5 line-clamp-2 text-ink-2">{theme.subtitle}</p>
              {books.length > 0 ? (
                <p className="mt-1 line-clamp-2 font-serif text-ink-3 italic">
                  {books.map((book) => book.title).join(', ')}
                </p>
              ) : null}
            </div>
            {books.length > 0 ? (
              <div className="fan">
                {books.map((book) => (
                  <Cover key={book.id} book={book} />
                ))}
              </div>
            ) : null}
            <p className="col-span-full mt-auto flex flex-wrap items-center gap-x-4 pt-2 text-meta text-ink-3">
              {theme.domain ? (
                <a
                  href={domainUrl(theme.domain.id)}
                  className="quiet-link inline-flex min-h-6 items-center gap-2"
                >
                  <span
                    aria-hidden="true"
                    className="hue-solid size-2.5"
                    style={{ '--hue': domainHue(theme.domain.id) } as CSSProperties}
                  />
                  {theme.domain.label}
                </a>
              ) : null}
              <span>{strings.themes.counts(theme.books, theme.passages)}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
