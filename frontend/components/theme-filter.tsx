import Link from 'next/link';
import type { Domain } from '../lib/model.ts';
import { MAX_QUERY_LENGTH } from '../lib/search-url.ts';
import * as strings from '../lib/strings.ts';

interface ThemeFilterProps {
  query: string;
  /** 0 means all. */
  domainId: number;
  domains: readonly Domain[];
}

/** Words and domain that narrow the list of themes: a plain form and links. */
export function ThemeFilter({ query, domainId, domains }: ThemeFilterProps) {
  const href = (id: number) => {
    const params = new URLSearchParams();
    if (query) params.set('q', query);
    if (id > 0) params.set('domain', String(id));
    return params.size > 0 ? `/themes?${params}` : '/themes';
  };
  const choices = [{ id: 0, label: strings.themes.all }, ...domains];
  return (
    <div className="mb-6 flex flex-col gap-4">
      <search>
        <form action="/themes" className="flex max-w-reading gap-2">
          {domainId > 0 ? <input type="hidden" name="domain" value={domainId} /> : null}
          <input
            type="search"
            name="q"
            defaultValue={query}
            maxLength={MAX_QUERY_LENGTH}
            aria-label={strings.themes.filter}
            placeholder={strings.themes.filterPlaceholder}
            autoComplete="off"
            className="field"
          />
          <button type="submit" className="button">
            {strings.themes.apply}
          </button>
        </form>
      </search>
      {domains.length > 1 ? (
        <nav aria-label={strings.themes.domain} className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
          <ul className="flex gap-2 pb-1 md:flex-wrap">
            {choices.map(({ id, label }) => (
              <li key={id} className="shrink-0">
                <Link
                  href={href(id)}
                  prefetch={false}
                  aria-current={id === domainId ? 'true' : undefined}
                  className="chip"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}
