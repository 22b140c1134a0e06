import type { Metadata } from 'next';
import { PlaceHead } from '../../../../../../components/place-head.tsx';
import { ReadingColumn } from '../../../../../../components/reading-column.tsx';
import { StateView } from '../../../../../../components/state-view.tsx';
import { StepNav } from '../../../../../../components/step-nav.tsx';
import { readUrl } from '../../../../../../lib/links.ts';
import { orNotFound, pathNumber } from '../../../../../../lib/route-params.ts';
import { type PageParams, parseSearch, toParams, wholeNumber } from '../../../../../../lib/search-url.ts';
import * as strings from '../../../../../../lib/strings.ts';
import { getPassage, getSection } from '../../../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string; section: string }>;
  searchParams: Promise<PageParams>;
}

async function load({ params }: Props) {
  const { id, section } = await params;
  return getSection(pathNumber(id), pathNumber(section, 0));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const outcome = await load(props);
  if (!outcome.ok) return {};
  const { book, section } = outcome.value;
  const name = section?.title || strings.result.section(section?.index ?? 0);
  return { title: book ? `${name} · ${book.title}` : name };
}

export default async function ReadPage(props: Props) {
  const params = toParams(await props.searchParams);
  const { query } = parseSearch(params);
  const wanted = wholeNumber(params.get('passage'), 0, 0xffff_ffff);
  // The hits of the passage that the reader came for; the section itself knows nothing of a query.
  const [outcome, hit] = await Promise.all([
    load(props),
    wanted > 0 ? getPassage(wanted, 0, query) : undefined,
  ]);
  const { value, problem } = orNotFound(outcome);
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { book, section, previous, next } = value;
  if (!book) return null;
  const passage = hit?.ok && hit.value.passage?.bookId === book.id ? hit.value.passage : null;
  const step = (to: typeof previous) =>
    to
      ? { href: readUrl(book.id, to.index), label: to.title || strings.result.section(to.index) }
      : undefined;
  return (
    <div className="mx-auto max-w-reading">
      <PlaceHead book={book} section={section} query={query} />
      <ReadingColumn section={value} passage={passage} language={book.language} />
      <StepNav label={strings.passage.sections} previous={step(previous)} next={step(next)} />
    </div>
  );
}
