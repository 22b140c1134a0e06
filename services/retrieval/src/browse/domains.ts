/** Browsing by domain. */
import type { DistinctTopic__Out as DistinctTopic } from '@libtrails/proto/types/library/v1/DistinctTopic';
import type { Domain__Out as Domain } from '@libtrails/proto/types/library/v1/Domain';
import type { DomainDetail__Out as DomainDetail } from '@libtrails/proto/types/library/v1/DomainDetail';
import type { ListDomainsResponse__Out as ListDomainsResponse } from '@libtrails/proto/types/library/v1/ListDomainsResponse';
import type { Library } from '../store/sqlite/library.ts';
import { inOrder, type SharedBook, toShare, withBooks } from './books.ts';
import { domainsById, themesById, topicsById } from './by-id.ts';
import { notFound } from './not-found.ts';

const THEMES_SHOWN = 200;
const BOOKS_SHOWN = 100;
const DISTINCT_SHOWN = 20;
/** Books that speak of the domain at least half as much again as the library does stand for it. */
const DISTINCT_CONCENTRATION = 1.5;

/** All domains, largest first. */
export function listDomains(library: Library): ListDomainsResponse {
  return { domains: library.statement<Domain>('domains-list').all() };
}

/** A domain with its widest themes and the books that speak most of it. @throws LibTrailsError not_found */
export function getDomain(library: Library, domainId: number): DomainDetail {
  const domain = domainsById(library, [domainId]).get(domainId);
  if (domain === undefined) throw notFound('domain', domainId);
  const themes = library.statement<number>('domain-themes', 'value').all(domainId, THEMES_SHOWN);
  const books = library
    .statement<SharedBook>('domain-books')
    .all({ domain: domainId, limit: BOOKS_SHOWN })
    .map(toShare);
  return {
    domain,
    themes: inOrder(themes, themesById(library, themes)),
    books: withBooks(library, books),
    distinct: distinctTopics(
      library,
      domainId,
      books
        .filter(({ concentration }) => concentration >= DISTINCT_CONCENTRATION)
        .map(({ bookId }) => bookId),
    ),
  };
}

/** What sets a domain apart: topics that its books speak of far more often than others do. */
function distinctTopics(library: Library, domainId: number, books: readonly number[]): DistinctTopic[] {
  const rows = library
    .statement<{ id: number; lift: number }>('domain-distinct')
    .all({ domain: domainId, books: JSON.stringify(books), limit: DISTINCT_SHOWN });
  const topics = topicsById(
    library,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, lift }) => ({ topic: topics.get(id) ?? null, lift }));
}
