/** Browsing by domain. */
import type { DistinctTopic__Out as DistinctTopic } from '@libtrails/proto/types/library/v1/DistinctTopic';
import type { DomainDetail__Out as DomainDetail } from '@libtrails/proto/types/library/v1/DomainDetail';
import type { ListDomainsResponse__Out as ListDomainsResponse } from '@libtrails/proto/types/library/v1/ListDomainsResponse';
import type { Catalogue } from '../store/catalogue.ts';
import { inOrder, withBooks } from './books.ts';
import { notFound } from './not-found.ts';

const THEMES_SHOWN = 200;
const BOOKS_SHOWN = 100;
const DISTINCT_SHOWN = 20;
/** A book represents the domain if its share of the domain is at least this many times the library's. */
const DISTINCT_CONCENTRATION = 1.5;

/** All domains, largest first. */
export async function listDomains(catalogue: Catalogue): Promise<ListDomainsResponse> {
  return { domains: await catalogue.domains() };
}

/** A domain with its widest themes and the books that speak most of it. @throws LibTrailsError not_found */
export async function getDomain(catalogue: Catalogue, domainId: number): Promise<DomainDetail> {
  const domain = (await catalogue.domains()).find(({ id }) => id === domainId);
  if (domain === undefined) throw notFound('domain', domainId);
  const { themes, books } = await catalogue.domainPage(domainId, {
    themes: THEMES_SHOWN,
    books: BOOKS_SHOWN,
  });
  const leading = books.filter(({ concentration }) => concentration >= DISTINCT_CONCENTRATION);
  return {
    domain,
    themes: inOrder(themes, await catalogue.themes(themes)),
    books: await withBooks(catalogue, books),
    distinct: await distinctTopics(
      catalogue,
      domainId,
      leading.map(({ bookId }) => bookId),
    ),
  };
}

/** What sets a domain apart: topics that its books speak of far more often than others do. */
async function distinctTopics(
  catalogue: Catalogue,
  domainId: number,
  books: readonly number[],
): Promise<DistinctTopic[]> {
  const rows = await catalogue.distinctTopics(domainId, books, DISTINCT_SHOWN);
  const topics = await catalogue.topics(rows.map(({ id }) => id));
  return rows.map(({ id, lift }) => ({ topic: topics.get(id) ?? null, lift }));
}
