import type { Metadata } from 'next';
import { BookCounts } from '../../../../components/browse/book-counts.tsx';
import { PassagesByBook } from '../../../../components/browse/passages-by-book.tsx';
import { TopicChips } from '../../../../components/themes/topic-chips.tsx';
import { PageHead } from '../../../../components/ui/page-head.tsx';
import { Section } from '../../../../components/ui/section.tsx';
import { StateView } from '../../../../components/ui/state-view.tsx';
import { TwoColumns } from '../../../../components/ui/two-columns.tsx';
import * as strings from '../../../../lib/browse/browse-strings.ts';
import { browse } from '../../../../lib/browse/browse-strings.ts';
import { rankedBooks } from '../../../../lib/browse/ranked-books.ts';
import { list } from '../../../../lib/format.ts';
import { themeUrl, trailFromTopic } from '../../../../lib/links.ts';
import { EMPTY_SEARCH, searchUrl } from '../../../../lib/search/search-url.ts';
import { orNotFound, pathNumber } from '../../../../lib/server/route-params.ts';
import { trailEntry } from '../../../../lib/trail/trail-strings.ts';
import { getTopic } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
}

/** Passages read, so that three of many books can be shown. */
const PASSAGES = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getTopic(pathNumber((await params).id), PASSAGES);
  return { title: outcome.ok ? (outcome.value.topic?.label ?? '') : strings.book.topics };
}

export default async function TopicPage({ params }: Props) {
  const { value, problem } = orNotFound(await getTopic(pathNumber((await params).id), PASSAGES));
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { topic, variants, theme, passages, books, related } = value;
  if (!topic) return null;
  return (
    <>
      <PageHead title={topic.label} kind={strings.topic.kinds[topic.kind] ?? strings.topic.kinds.phrase}>
        <p>{strings.topic.counts(topic.passages, topic.books)}</p>
        {theme ? (
          <p>
            {strings.topic.theme}:{' '}
            <a href={themeUrl(theme.id)} className="link">
              {theme.label}
            </a>
          </p>
        ) : null}
        <a
          href={searchUrl({ ...EMPTY_SEARCH, query: topic.label })}
          aria-keyshortcuts="s"
          className="link inline-flex min-h-8 items-center"
        >
          {strings.themes.searchWithin}
        </a>{' '}
        <a href={trailFromTopic(topic.id)} className="link ms-4 inline-flex min-h-8 items-center">
          {trailEntry.fromTheme}
        </a>
      </PageHead>
      <TwoColumns
        side={
          <>
            {related.length > 0 ? (
              <Section id="related" title={strings.topic.related}>
                <TopicChips topics={related} weighted />
              </Section>
            ) : null}
            {variants.length > 0 ? (
              <Section id="variants" title={browse.variants}>
                <p className="text-ink-2">{list(variants)}</p>
              </Section>
            ) : null}
          </>
        }
      >
        <Section id="passages" title={strings.topic.passages}>
          <PassagesByBook passages={passages} books={books} label={topic.label} />
        </Section>
        <Section id="books" title={strings.topic.books}>
          <BookCounts books={rankedBooks(books, 'relevance')} query={topic.label} />
        </Section>
      </TwoColumns>
    </>
  );
}
