import type { Metadata } from 'next';
import Link from 'next/link';
import { PassageColumn } from '../../../../components/passage-column.tsx';
import { PlaceHead } from '../../../../components/place-head.tsx';
import { Section } from '../../../../components/section.tsx';
import { StateView } from '../../../../components/state-view.tsx';
import { StepNav } from '../../../../components/step-nav.tsx';
import { TopicChips } from '../../../../components/topic-chips.tsx';
import { passageUrl, readUrl } from '../../../../lib/links.ts';
import { orNotFound, pathNumber } from '../../../../lib/route-params.ts';
import { type PageParams, parseSearch, toParams } from '../../../../lib/search-url.ts';
import * as strings from '../../../../lib/strings.ts';
import { getPassage } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

/** Neighbours shown before and after: a passage is up to a page long. */
const AROUND = 1;

async function load({ params, searchParams }: Props) {
  const id = pathNumber((await params).id);
  const { query } = parseSearch(toParams(await searchParams));
  return { query, outcome: await getPassage(id, AROUND, query) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { outcome } = await load(props);
  const title = outcome.ok ? outcome.value.book?.title : undefined;
  return { title: title ? strings.passage.title(title) : strings.passage.heading };
}

export default async function PassagePage(props: Props) {
  const { query, outcome } = await load(props);
  const { value, problem } = orNotFound(outcome);
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { book, passage, before, after, topics } = value;
  if (!book || !passage) return null;
  const section = passage.section?.index ?? 0;
  const earlier = before.at(-1);
  const later = after[0];
  return (
    <div className="mx-auto max-w-reading">
      <PlaceHead book={book} section={passage.section} position={passage.position} query={query} />
      <PassageColumn context={value} passage={passage} language={book.language} />
      <p className="mt-6">
        <Link href={readUrl(book.id, section, passage.id, query)} prefetch={false} className="button">
          {strings.passage.readSection}
        </Link>
      </p>
      <StepNav
        label={strings.passage.neighbours}
        previous={earlier && { href: passageUrl(earlier.id, query), label: strings.passage.previous }}
        next={later && { href: passageUrl(later.id, query), label: strings.passage.next }}
      />
      {topics.length > 0 ? (
        <div className="mt-8">
          <Section id="topics" title={strings.passage.topics}>
            <TopicChips topics={topics} />
          </Section>
        </div>
      ) : null}
    </div>
  );
}
