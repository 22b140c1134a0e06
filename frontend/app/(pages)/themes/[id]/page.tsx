import type { Metadata } from 'next';
import Link from 'next/link';
import { BookCounts } from '../../../../components/book-counts.tsx';
import { PageHead } from '../../../../components/page-head.tsx';
import { Section } from '../../../../components/section.tsx';
import { StateView } from '../../../../components/state-view.tsx';
import { ThemeList } from '../../../../components/theme-list.tsx';
import { TopicChips } from '../../../../components/topic-chips.tsx';
import { TopicPassages } from '../../../../components/topic-passages.tsx';
import { TwoColumns } from '../../../../components/two-columns.tsx';
import { domainUrl } from '../../../../lib/links.ts';
import { orNotFound, pathNumber } from '../../../../lib/route-params.ts';
import { EMPTY_SEARCH, searchUrl } from '../../../../lib/search-url.ts';
import * as strings from '../../../../lib/strings.ts';
import { getTheme } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getTheme(pathNumber((await params).id));
  return { title: outcome.ok ? (outcome.value.theme?.label ?? '') : strings.themes.title };
}

export default async function ThemePage({ params }: Props) {
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
        <Link
          href={searchUrl({ ...EMPTY_SEARCH, query: theme.label })}
          prefetch={false}
          className="link inline-flex min-h-8 items-center"
        >
          {strings.themes.searchWithin}
        </Link>
      </PageHead>
      <TwoColumns
        side={
          <>
            <Section id="topics" title={strings.themes.topics}>
              <TopicChips topics={topics} />
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
            <TopicPassages passages={passages} />
          </Section>
        ) : null}
        <Section id="books" title={strings.themes.books}>
          <BookCounts books={books} />
        </Section>
      </TwoColumns>
    </>
  );
}
