import type { Metadata } from 'next';
import { BookCounts } from '../../../../components/book-counts.tsx';
import { PageHead } from '../../../../components/page-head.tsx';
import { Section } from '../../../../components/section.tsx';
import { StateView } from '../../../../components/state-view.tsx';
import { ThemeList } from '../../../../components/theme-list.tsx';
import { percent } from '../../../../lib/format.ts';
import { orNotFound, pathNumber } from '../../../../lib/route-params.ts';
import * as strings from '../../../../lib/strings.ts';
import { getDomain } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getDomain(pathNumber((await params).id));
  return { title: outcome.ok ? (outcome.value.domain?.label ?? '') : strings.domains.title };
}

export default async function DomainPage({ params }: Props) {
  const { value, problem } = orNotFound(await getDomain(pathNumber((await params).id)));
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { domain, themes, books } = value;
  if (!domain) return null;
  return (
    <>
      <PageHead title={domain.label} kind={strings.themes.domain}>
        {strings.domains.counts(domain.themes, domain.books)} · {strings.domains.share(percent(domain.share))}
      </PageHead>
      <div className="flex flex-col gap-10">
        <Section id="themes" title={strings.domains.themes}>
          <ThemeList themes={themes} />
        </Section>
        <Section id="books" title={strings.domains.books}>
          <BookCounts books={books} />
        </Section>
      </div>
    </>
  );
}
