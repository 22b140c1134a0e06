import type { Metadata } from 'next';
import { PageLinks } from '../../../components/browse/page-links.tsx';
import { ThemeFilter } from '../../../components/themes/theme-filter.tsx';
import { ThemeGrid } from '../../../components/themes/theme-grid.tsx';
import { PageHead } from '../../../components/ui/page-head.tsx';
import { StateView } from '../../../components/ui/state-view.tsx';
import * as strings from '../../../lib/browse/browse-strings.ts';
import { browse } from '../../../lib/browse/browse-strings.ts';
import { parseThemes, THEMES_PAGE, themesUrl } from '../../../lib/browse/themes-url.ts';
import { EMPTY_SEARCH, type PageParams, searchUrl } from '../../../lib/search/search-url.ts';
import { listThemes } from '../../../lib/upstream/library.ts';

export const metadata: Metadata = { title: strings.themes.title };

export default async function ThemesPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const state = parseThemes(await searchParams);
  const outcome = await listThemes({ ...state, limit: THEMES_PAGE });
  if (!outcome.ok) return <StateView problem={outcome.problem} heading="h1" />;
  const { themes, total, pages, domains, cards } = outcome.value;
  return (
    <>
      <PageHead title={strings.themes.title}>{strings.themes.intro}</PageHead>
      <ThemeFilter
        state={state}
        domains={domains.map(({ value, label, count }) => ({ id: Number(value), label, count }))}
      />
      <p role="status" className="mb-2 text-meta text-ink-3">
        {strings.themes.total(total)}
      </p>
      {themes.length === 0 ? (
        <div className="py-8 text-body text-ink-2">
          <p>{state.query ? strings.themes.none : strings.themes.empty}</p>
          {state.query ? (
            <a
              href={searchUrl({ ...EMPTY_SEARCH, query: state.query, scope: 'passages' })}
              className="link inline-flex min-h-8 items-center"
            >
              {strings.themes.searchInstead}
            </a>
          ) : null}
        </div>
      ) : (
        <ThemeGrid themes={themes} cards={cards} />
      )}
      <PageLinks
        label={browse.pages}
        page={state.page}
        pages={pages}
        href={(page) => themesUrl({ ...state, page })}
      />
    </>
  );
}
