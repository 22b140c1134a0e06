import * as strings from '../../lib/browse/browse-strings.ts';
import { browse } from '../../lib/browse/browse-strings.ts';
import { THEME_SORTS, type ThemesState, themesUrl } from '../../lib/browse/themes-url.ts';
import { count } from '../../lib/format.ts';
import { MAX_QUERY_LENGTH } from '../../lib/search/query.ts';
import { ChoiceLinks } from '../browse/choice-links.tsx';
import { FilterAsTyped } from '../browse/filter-as-typed.tsx';

interface ThemeFilterProps {
  state: ThemesState;
  /** With the number of themes that the words leave. */
  domains: readonly { id: number; label: string; count: number }[];
}

/** Words, domain and order of the list of themes: a plain form and links. */
export function ThemeFilter({ state, domains }: ThemeFilterProps) {
  const choices = [{ id: 0, label: strings.themes.all, count: 0 }, ...domains];
  return (
    <div className="mb-6 flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <search className="min-w-0 flex-[1_1_20rem]">
          <form action="/themes" className="flex max-w-reading gap-2">
            {state.domainId > 0 ? <input type="hidden" name="domain" value={state.domainId} /> : null}
            {state.sort === 'books' ? null : <input type="hidden" name="sort" value={state.sort} />}
            <input
              type="search"
              name="q"
              defaultValue={state.query}
              maxLength={MAX_QUERY_LENGTH}
              aria-label={browse.filter}
              placeholder={strings.themes.filterPlaceholder}
              autoComplete="off"
              className="field"
            />
            <button type="submit" className="button">
              {strings.themes.apply}
            </button>
            <FilterAsTyped />
          </form>
        </search>
        <ChoiceLinks
          label={browse.sort}
          current={state.sort}
          choices={THEME_SORTS.map((sort) => ({
            value: sort,
            label: browse.sorts[sort],
            href: themesUrl({ ...state, sort, page: 1 }),
          }))}
        />
      </div>
      {domains.length > 1 || state.domainId > 0 ? (
        <nav aria-label={strings.themes.domain} className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
          <ul className="flex gap-2 pb-1 md:flex-wrap">
            {choices.map(({ id, label, count: themes }) => (
              <li key={id} className="shrink-0">
                <a
                  href={themesUrl({ ...state, domainId: id, page: 1 })}
                  data-stay
                  aria-current={id === state.domainId ? 'true' : undefined}
                  className="chip gap-2"
                >
                  {label}
                  {themes > 0 ? <span className="text-ink-3">{count(themes)}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}
