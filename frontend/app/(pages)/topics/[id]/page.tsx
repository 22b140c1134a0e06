import type { Metadata } from 'next';
import Link from 'next/link';
import { BookCounts } from '../../../../components/book-counts.tsx';
import { PageHead } from '../../../../components/page-head.tsx';
import { Section } from '../../../../components/section.tsx';
import { StateView } from '../../../../components/state-view.tsx';
import { TopicChips } from '../../../../components/topic-chips.tsx';
import { TopicPassages } from '../../../../components/topic-passages.tsx';
import { TwoColumns } from '../../../../components/two-columns.tsx';
import { list } from '../../../../lib/format.ts';
import { themeUrl } from '../../../../lib/links.ts';
import { orNotFound, pathNumber } from '../../../../lib/route-params.ts';
import * as strings from '../../../../lib/strings.ts';
import { getTopic } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const PASSAGES = 20;

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
        {variants.length > 0 ? (
          <p>
            {strings.topic.variants}: {list(variants)}
          </p>
        ) : null}
        {theme ? (
          <p>
            {strings.topic.theme}:{' '}
            <Link href={themeUrl(theme.id)} prefetch={false} className="link">
              {theme.label}
            </Link>
          </p>
        ) : null}
      </PageHead>
      <TwoColumns
        side={
          related.length > 0 ? (
            <Section id="related" title={strings.topic.related}>
              <TopicChips topics={related} />
            </Section>
          ) : null
        }
      >
        <Section id="passages" title={strings.topic.passages}>
          <TopicPassages passages={passages} />
        </Section>
        <Section id="books" title={strings.topic.books}>
          <BookCounts books={books} />
        </Section>
      </TwoColumns>
    </>
  );
}
