import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '../../../components/page-head.tsx';
import { StateView } from '../../../components/state-view.tsx';
import { ThemeFilter } from '../../../components/theme-filter.tsx';
import { ThemeGrid } from '../../../components/theme-grid.tsx';
import {
  EMPTY_SEARCH,
  MAX_QUERY_LENGTH,
  type PageParams,
  searchUrl,
  toParams,
  wholeNumber,
} from '../../../lib/search-url.ts';
import * as strings from '../../../lib/strings.ts';
import { listDomains, listThemes } from '../../../lib/upstream/library.ts';

export const metadata: Metadata = { title: strings.themes.title };

const PAGE = 48;

export default async function ThemesPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = toParams(await searchParams);
  const query = (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH);
  const domainId = wholeNumber(params.get('domain'), 0, 0xffff_ffff);
  const cursor = params.get('cursor') ?? '';
  const [outcome, domains] = await Promise.all([
    listThemes({ limit: PAGE, cursor, domainId, query }),
    listDomains(),
  ]);
  if (!outcome.ok) return <StateView problem={outcome.problem} heading="h1" />;
  const { themes, total, nextCursor } = outcome.value;
  return (
    <>
      <PageHead title={strings.themes.title}>{strings.themes.intro}</PageHead>
      <ThemeFilter query={query} domainId={domainId} domains={domains.ok ? domains.value.domains : []} />
      <p role="status" className="mb-2 text-meta text-ink-3">
        {strings.themes.total(total)}
      </p>
      {themes.length === 0 ? (
        <div className="py-8 text-body text-ink-2">
          <p>{query ? strings.themes.none : strings.themes.empty}</p>
          {query ? (
            <Link
              href={searchUrl({ ...EMPTY_SEARCH, query, scope: 'passages' })}
              prefetch={false}
              className="link inline-flex min-h-8 items-center"
            >
              {strings.themes.searchInstead}
            </Link>
          ) : null}
        </div>
      ) : (
        <ThemeGrid themes={themes} />
      )}
      {nextCursor ? (
        <nav aria-label={strings.themes.title} className="mt-8 flex justify-end">
          <Link href={themesUrl(query, domainId, nextCursor)} prefetch={false} rel="next" className="button">
            {strings.books.next}
          </Link>
        </nav>
      ) : null}
    </>
  );
}

function themesUrl(query: string, domainId: number, cursor: string): string {
  const params = new URLSearchParams({ cursor });
  if (query) params.set('q', query);
  if (domainId > 0) params.set('domain', String(domainId));
  return `/themes?${params}`;
}
