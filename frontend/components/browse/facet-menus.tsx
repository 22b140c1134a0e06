import {
  BOOK_FILTERS,
  type BookFilter,
  type BooksState,
  booksUrl,
  withFilter,
} from '../../lib/browse/books-url.ts';
import { shelf } from '../../lib/browse/browse-strings.ts';
import { count, languageName } from '../../lib/format.ts';
import type { Facets, FacetValue } from '../../lib/model.ts';
import { NO_YEAR } from '../../lib/search/search-answer.ts';
import { Icon } from '../ui/icon.tsx';

/** Values of a facet that are listed; the box above finds the rest. */
const LISTED = 30;

/** One menu a filter, with counts; the chosen values as chips. Links, so that it works without script. */
export function FacetMenus({ state, facets }: { state: BooksState; facets: Facets | null }) {
  const byFilter = facetsByFilter(facets);
  const chosen = BOOK_FILTERS.flatMap((name) => state.filters[name].map((value) => ({ name, value })));
  return (
    <>
      <nav aria-label={shelf.filters} className="facets">
        {BOOK_FILTERS.map((name) => {
          const values = byFilter[name].slice(0, LISTED);
          return values.length < 2 && state.filters[name].length === 0 ? null : (
            // The name makes the menus of one row close one another.
            <details key={name} name="facet" className="facet">
              <summary className="chip">
                {shelf.names[name]}
                <Icon name="right" className="facet-arrow size-3.5" />
              </summary>
              <ul className="facet-list">
                {values.map((facet) => (
                  <li key={facet.value}>
                    <a
                      href={booksUrl(withFilter(state, name, facet.value))}
                      aria-current={state.filters[name].includes(facet.value) ? 'true' : undefined}
                    >
                      <span>{facetLabel(name, facet)}</span>
                      <span className="text-ink-3">{count(facet.count)}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </nav>
      {chosen.length > 0 ? (
        <ul aria-label={shelf.active} className="mt-3 flex flex-wrap items-center gap-2">
          {chosen.map(({ name, value }) => {
            const facet = byFilter[name].find((f) => f.value === value);
            const label = facetLabel(name, facet ?? { value, label: value });
            return (
              <li key={`${name}-${value}`}>
                <a
                  href={booksUrl(withFilter(state, name, value))}
                  aria-label={shelf.remove(label)}
                  aria-current="true"
                  className="chip gap-1.5"
                >
                  {label}
                  <Icon name="close" className="size-3.5" />
                </a>
              </li>
            );
          })}
          <li>
            <a href="/books" className="link inline-flex min-h-8 items-center">
              {shelf.clear}
            </a>
          </li>
        </ul>
      ) : null}
    </>
  );
}

function facetsByFilter(facets: Facets | null): Readonly<Record<BookFilter, readonly FacetValue[]>> {
  return {
    author: facets?.authors ?? [],
    series: facets?.series ?? [],
    tag: facets?.subjects ?? [],
    lang: facets?.languages ?? [],
    domain: facets?.domains ?? [],
    decade: [
      ...(facets?.decades ?? []),
      ...(facets?.undated ? [{ value: NO_YEAR, label: '', count: facets.undated }] : []),
    ],
  };
}

function facetLabel(name: BookFilter, facet: Pick<FacetValue, 'value' | 'label'>): string {
  if (name === 'lang') return languageName(facet.value);
  if (name === 'decade') return facet.value === NO_YEAR ? shelf.noYear : shelf.decade(facet.value);
  return facet.label || facet.value;
}
