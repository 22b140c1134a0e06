/** Queries and listings, asked of a running library. */
import { getJson, type SearchAnswer } from '../../test-stack.ts';
import { type Case, type Differences, differs } from './expectation.ts';

export interface SearchExpectation {
  relevant: boolean;
  /** Title of the book that must be found. */
  book?: string;
  /** Place up to which it must stand, from 1. */
  within?: number;
  /** Its relevance must not be "weak". */
  notWeak?: boolean;
}

const LISTING = /^GET (\/books\?.*)$/;

export async function runSearchCase(
  { query = '', mode = 'hybrid', expected }: Case,
  api: string,
): Promise<Differences> {
  const listing = LISTING.exec(query)?.[1];
  if (listing !== undefined) {
    const [path = '', parameters = ''] = listing.split('?');
    const answer = await getJson<{ books: { title: string }[] }>(
      api,
      `${path}?${new URLSearchParams(parameters)}`,
    );
    return differs(
      'titles',
      answer.books.map(({ title }) => title),
      expected,
    );
  }
  const wanted = expected as SearchExpectation;
  const answer = await getJson<SearchAnswer & { results: { relevance: string }[] }>(
    api,
    `/search?${new URLSearchParams({ q: query, mode, limit: '20' })}`,
  );
  const differences = differs('relevant', answer.relevant, wanted.relevant);
  if (wanted.book === undefined) return differences;
  const place = answer.results.findIndex(({ book }) => book?.title === wanted.book);
  if (place === -1 || place >= (wanted.within ?? 20)) {
    differences.push(
      `"${wanted.book}" is at ${place + 1} of ${answer.results.length}, expected within ${wanted.within}`,
    );
  } else if (wanted.notWeak === true && answer.results[place]!.relevance === 'weak') {
    differences.push(`"${wanted.book}" is weak`);
  }
  return differences;
}
