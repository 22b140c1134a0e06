/** Browsing by domain. */
import type { Domain__Out as Domain } from '@libtrails/proto/types/library/v1/Domain';
import type { DomainDetail__Out as DomainDetail } from '@libtrails/proto/types/library/v1/DomainDetail';
import type { ListDomainsResponse__Out as ListDomainsResponse } from '@libtrails/proto/types/library/v1/ListDomainsResponse';
import type { Library } from '../library/library.ts';
import { inOrder, withBooks } from './books.ts';
import { domainsById, themesById } from './by-id.ts';
import { notFound } from './not-found.ts';

const THEMES_SHOWN = 200;
const BOOKS_SHOWN = 100;

/** All domains, largest first. */
export function listDomains(library: Library): ListDomainsResponse {
  return { domains: library.statement<Domain>('domains-list').all() };
}

/** A domain with its widest themes and the books that speak most of it. @throws LibTrailsError not_found */
export function getDomain(library: Library, domainId: number): DomainDetail {
  const domain = domainsById(library, [domainId]).get(domainId);
  if (domain === undefined) throw notFound('domain', domainId);
  const themes = library.statement<number>('domain-themes', 'value').all(domainId, THEMES_SHOWN);
  return {
    domain,
    themes: inOrder(themes, themesById(library, themes)),
    books: withBooks(
      library,
      library.statement<{ bookId: number; passages: number }>('domain-books').all(domainId, BOOKS_SHOWN),
    ),
  };
}
