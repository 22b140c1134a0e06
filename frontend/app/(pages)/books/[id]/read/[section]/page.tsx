import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ReaderPage } from '../../../../../../components/reader/reader-page.tsx';
import { StateView } from '../../../../../../components/ui/state-view.tsx';
import { type Place, parsePlace, sectionText, standsAt } from '../../../../../../lib/reader/place.ts';
import { readUrl } from '../../../../../../lib/reader/place-links.ts';
import { reader } from '../../../../../../lib/reader/reading-strings.ts';
import {
  MAX_PAGE,
  type PageParams,
  parseSearch,
  toParams,
  wholeNumber,
} from '../../../../../../lib/search/search-url.ts';
import { orNotFound, pathNumber } from '../../../../../../lib/server/route-params.ts';
import { getSection, resolvePlace } from '../../../../../../lib/upstream/library.ts';

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
  const { query } = parseSearch(params);
  const place = parsePlace(params);
  const outcome = await load(props);
  const stands = place && outcome.ok && standsAt(sectionText(outcome.value.blocks), place);
  // The book may have been indexed again, even with other sections.
  const lost = place && !stands ? await follow(props, place, query) : false;
  const { value, problem } = orNotFound(outcome);
  if (problem) return <StateView problem={problem} heading="h1" />;
  return (
    <ReaderPage
      text={value}
      query={query}
      place={place}
      lost={lost}
      part={wholeNumber(params.get('part'), 0, MAX_PAGE)}
    />
  );
}

/** Goes to where the words of a place stand now; true if they stand nowhere in the book. */
async function follow({ params }: Props, place: Place, query: string): Promise<boolean> {
  const { id, section } = await params;
  const bookId = pathNumber(id);
  const index = pathNumber(section, 0);
  const found = await resolvePlace(bookId, index, place);
  if (!found.ok) return false;
  const { state, ...now } = found.value;
  const elsewhere = now.section !== index || now.start !== place.start;
  if (state === 'moved' && elsewhere)
    redirect(readUrl(bookId, now.section, { ...now, text: place.quote }, query));
  return state === 'nearest';
}
