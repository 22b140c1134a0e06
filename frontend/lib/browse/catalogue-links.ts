/** Ways from a book's page to the program that keeps the book. */
import { book as strings } from './browse-strings.ts';

export interface CatalogueLink {
  label: string;
  href: string;
}

/**
 * @param link opens the book in Calibre; empty if it is not from there
 * @param calibreWeb address of a Calibre-Web that shows the same library; empty if there is none
 */
export function catalogueLinks(link: string, calibreWeb: string): CatalogueLink[] {
  const id = /^calibre:\/\/show-book\/[^/]+\/(\d+)$/.exec(link)?.[1];
  if (id === undefined) return [];
  const inCalibre = { label: strings.openIn('Calibre'), href: link };
  if (calibreWeb === '') return [inCalibre];
  return [inCalibre, { label: strings.openIn('Calibre-Web'), href: `${calibreWeb}/book/${id}` }];
}
