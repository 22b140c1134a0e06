import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ReaderPage } from '../../../../../../components/reader/reader-page.tsx';
import { StateView } from '../../../../../../components/state-view.tsx';
import { placeUrl } from '../../../../../../lib/links.ts';
import { locate, type Place, parsePlace } from '../../../../../../lib/place.ts';
import { reader } from '../../../../../../lib/reading-strings.ts';
import { pathNumber } from '../../../../../../lib/route-params.ts';
import {
  MAX_PAGE,
  type PageParams,
  parseSearch,
  toParams,
  wholeNumber,
} from '../../../../../../lib/search-url.ts';
import { findQuote, getSection } from '../../../../../../lib/upstream/library.ts';

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
  const name = section?.title || reader.section(section?.index ?? 0);
  return { title: book ? `${name} · ${book.title}` : name };
}

export default async function ReadPage(props: Props) {
  const params = toParams(await props.searchParams);
  const place = parsePlace(params);
  const outcome = await load(props);
  if (!outcome.ok) {
    const { code } = outcome.problem;
    if (code !== 'not_found' && code !== 'invalid_argument')
      return <StateView problem={outcome.problem} heading="h1" />;
    // The section is gone: the book may have been indexed anew with other sections.
    await elsewhere(props, place);
    notFound();
  }
  return (
    <ReaderPage
      text={outcome.value}
      query={parseSearch(params).query}
      place={place}
      part={wholeNumber(params.get('part'), 0, MAX_PAGE)}
      elsewhere={() => elsewhere(props, place)}
    />
  );
}

/** Goes to where the words of a lost place stand now, if they stand anywhere in the book. */
async function elsewhere({ params, searchParams }: Props, place: Place | undefined): Promise<void> {
  if (!place || place.quote === '') return;
  const found = await findQuote(pathNumber((await params).id), place.quote);
  const passage = found.ok ? found.value.results[0]?.passage : undefined;
  if (!passage) return;
  const { start, state } = locate(passage.text, { ...place, start: 0 });
  if (state === 'lost') return;
  const { query } = parseSearch(toParams(await searchParams));
  redirect(placeUrl({ ...passage, start: passage.start + start, text: passage.text.slice(start) }, query));
}
