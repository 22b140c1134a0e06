import type { Metadata } from 'next';
import Link from 'next/link';
import { BookCounts } from '../../../../components/browse/book-counts.tsx';
import { ChoiceLinks } from '../../../../components/browse/choice-links.tsx';
import { TopicPassages } from '../../../../components/browse/topic-passages.tsx';
import { CopyLink } from '../../../../components/copy-link.tsx';
import { PageHead } from '../../../../components/page-head.tsx';
import { Section } from '../../../../components/section.tsx';
import { StateView } from '../../../../components/state-view.tsx';
import { ThemeList } from '../../../../components/theme-list.tsx';
import { TopicChips } from '../../../../components/topic-chips.tsx';
import { TwoColumns } from '../../../../components/two-columns.tsx';
import { browse } from '../../../../lib/browse-strings.ts';
import { domainUrl, themeUrl } from '../../../../lib/links.ts';
import { BOOK_COUNT_SORTS, rankedBooks } from '../../../../lib/ranked-books.ts';
import { orNotFound, pathNumber } from '../../../../lib/route-params.ts';
import { EMPTY_SEARCH, type PageParams, searchUrl, toParams } from '../../../../lib/search-url.ts';
import * as strings from '../../../../lib/strings.ts';
import { getTheme } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

/** Passages nearest the theme's centre. */
const PASSAGES = 5;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getTheme(pathNumber((await params).id));
  return { title: outcome.ok ? (outcome.value.theme?.label ?? '') : strings.themes.title };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const wanted = toParams(await searchParams).get('sort');
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
            <Link href={domainUrl(theme.domain.id)} prefetch={false} className="link">
              {theme.domain.label}
            </Link>
          ) : null
        }
      >
        <p>{strings.themes.counts(theme.books, theme.passages)}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <Link
            href={searchUrl({ ...EMPTY_SEARCH, query: theme.label })}
            prefetch={false}
            aria-keyshortcuts="s"
            className="button button-primary"
          >
            {strings.themes.searchWithin}
          </Link>
          <Link href={`/universe?sel=${theme.id}`} prefetch={false} aria-keyshortcuts="u" className="button">
            {browse.inUniverse}
          </Link>
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
                  href: s === 'relevance' ? themeUrl(theme.id) : `${themeUrl(theme.id)}?sort=${s}`,
                }))}
              />
            </div>
          ) : null}
          <BookCounts books={rankedBooks(books, sort)} query={theme.label} />
        </Section>
      </TwoColumns>
    </>
  );
}
