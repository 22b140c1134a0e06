import { redirect } from 'next/navigation';
import { StateView } from '../../../../components/ui/state-view.tsx';
import { placeUrl } from '../../../../lib/reader/place-links.ts';
import { type PageParams, parseSearch, toParams } from '../../../../lib/search/search-url.ts';
import { orNotFound, pathNumber } from '../../../../lib/server/route-params.ts';
import { getPassage } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

/** A passage's number, which changes when its book is indexed again, leads to its lasting address. */
export default async function PassagePage({ params, searchParams }: Props) {
  const id = pathNumber((await params).id);
  const { query } = parseSearch(toParams(await searchParams));
  const { value, problem } = orNotFound(await getPassage(id, 0, query));
  if (problem) return <StateView problem={problem} heading="h1" />;
  if (value.passage) redirect(placeUrl(value.passage, query));
  return null;
}
