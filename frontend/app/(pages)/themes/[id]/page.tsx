import type { Metadata } from 'next';
import { BookCounts } from '../../../../components/browse/book-counts.tsx';
import { ChoiceLinks } from '../../../../components/browse/choice-links.tsx';
import { PageLinks } from '../../../../components/browse/page-links.tsx';
import { ThemeList } from '../../../../components/themes/theme-list.tsx';
import { TopicChips } from '../../../../components/themes/topic-chips.tsx';
import { TopicPassages } from '../../../../components/themes/topic-passages.tsx';
import { CopyLink } from '../../../../components/ui/copy-link.tsx';
import { PageHead } from '../../../../components/ui/page-head.tsx';
import { Section } from '../../../../components/ui/section.tsx';
import { StateView } from '../../../../components/ui/state-view.tsx';
import { TwoColumns } from '../../../../components/ui/two-columns.tsx';
import * as strings from '../../../../lib/browse/browse-strings.ts';
import { browse, shelf } from '../../../../lib/browse/browse-strings.ts';
import { BOOK_COUNT_SORTS, type BookCountSort, rankedBooks } from '../../../../lib/browse/ranked-books.ts';
import { domainUrl, themeUrl, trailBetween } from '../../../../lib/links.ts';
import {
  EMPTY_SEARCH,
  MAX_PAGE,
  type PageParams,
  searchUrl,
  toParams,
  wholeNumber,
} from '../../../../lib/search/search-url.ts';
import { orNotFound, pathNumber } from '../../../../lib/server/route-params.ts';
import { trailEntry } from '../../../../lib/trail/trail-strings.ts';
import { getTheme } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

/** Passages nearest the theme's centre. */
const PASSAGES = 5;
/** Books on one page. */
const BOOKS = 24;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getTheme(pathNumber((await params).id));
  return { title: outcome.ok ? (outcome.value.theme?.label ?? '') : strings.themes.title };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const asked = toParams(await searchParams);
  const wanted = asked.get('sort');
  const page = wholeNumber(asked.get('page'), 1, MAX_PAGE);
  const sort = BOOK_COUNT_SORTS.find((s) => s === wanted) ?? 'relevance';
  const { value, problem } = orNotFound(await getTheme(pathNumber((await params).id)));
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { theme, topics, books, passages, neighbours } = value;
  if (!theme) return null;
  return (
    <>
      <PageHead
        title={theme.label}
        kind={
          theme.domain ? (
            <a href={domainUrl(theme.domain.id)} className="link">
              {theme.domain.label}
            </a>
          ) : null
        }
      >
        <p>{strings.themes.counts(theme.books, theme.passages)}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <a
            href={searchUrl({ ...EMPTY_SEARCH, query: theme.label })}
            aria-keyshortcuts="s"
            className="button button-primary"
          >
            {strings.themes.searchWithin}
          </a>
          <a href={`/universe?sel=${theme.id}`} aria-keyshortcuts="u" className="button">
            {browse.inUniverse}
          </a>
          <a href={trailBetween(theme.label)} className="button">
            {trailEntry.fromTheme}
          </a>
          <CopyLink />
        </div>
      </PageHead>
      <TwoColumns
        side={
          <>
            <Section id="topics" title={strings.themes.topics}>
              <TopicChips topics={topics} weighted />
            </Section>
            {neighbours.length > 0 ? (
              <Section id="neighbours" title={strings.themes.neighbours}>
                <ThemeList themes={neighbours} narrow />
              </Section>
            ) : null}
          </>
        }
      >
        {passages.length > 0 ? (
          <Section id="passages" title={strings.themes.passages}>
            <TopicPassages passages={passages.slice(0, PASSAGES)} />
          </Section>
        ) : null}
        <Section id="books" title={strings.themes.books}>
          {books.length > 2 ? (
            <div className="mb-4">
              <ChoiceLinks
                label={browse.sort}
                current={sort}
                choices={BOOK_COUNT_SORTS.map((s) => ({
                  value: s,
                  label: browse.bookSorts[s],
                  href: booksPage(theme.id, s, 1),
                }))}
              />
            </div>
          ) : null}
          <BookCounts
            books={rankedBooks(books, sort).slice((page - 1) * BOOKS, page * BOOKS)}
            first={BOOKS}
            query={theme.label}
          />
          <PageLinks
            label={shelf.pages}
            page={page}
            pages={Math.ceil(books.length / BOOKS)}
            href={(n) => booksPage(theme.id, sort, n)}
          />
        </Section>
      </TwoColumns>
    </>
  );
}

/** The theme's page with its books in an order, from one page of them on. */
function booksPage(id: number, sort: BookCountSort, page: number): string {
  const params = new URLSearchParams();
  if (sort !== 'relevance') params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  return params.size > 0 ? `${themeUrl(id)}?${params}` : themeUrl(id);
}
