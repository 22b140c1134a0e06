/** A full reference to a place in a book, in the forms that notes and reference managers take. Pure. */
import { list } from '../format.ts';
import { citation, pages, type QuotedPlace } from './citation.ts';

export const REFERENCE_FORMATS = ['text', 'markdown', 'bibtex', 'csl'] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

/** What is not known is left out. */
export function reference(place: QuotedPlace, format: ReferenceFormat): string {
  switch (format) {
    case 'text':
      return plain(place);
    case 'markdown':
      return citation({ ...place, book: { ...place.book, title: fullTitle(place) } });
    case 'bibtex':
      return bibtex(place);
    case 'csl':
      return JSON.stringify([csl(place)], null, 2);
  }
}

const fullTitle = ({ book }: QuotedPlace) => (book.subtitle ? `${book.title}: ${book.subtitle}` : book.title);

function plain(place: QuotedPlace): string {
  const { book, section, page = '' } = place;
  const year = book.year ? ` (${book.year})` : '';
  const parts = [list(book.authors), `${fullTitle(place)}${year}`, section?.title ?? '', pages(page)];
  return parts.filter((part) => part !== '').join(', ');
}

/** "melville1851moby": letters and digits of ASCII, as BibTeX wants keys. */
function keyOf({ book }: QuotedPlace): string {
  const word = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]{3,}/g) ?? [];
  const key = `${word(book.authors[0] ?? '').at(-1) ?? ''}${book.year || ''}${word(book.title)[0] ?? ''}`;
  return key === '' ? 'book' : key;
}

/** Characters that TeX would act on; braces and backslashes have no short form that BibTeX's parser takes. */
const escapeTex = (text: string) =>
  text
    .replace(/[\\{}]/g, '')
    .replace(/[%&#$_]/g, '\\$&')
    .replace(/[~^]/g, ' ');

function bibtex(place: QuotedPlace): string {
  const { book, section, page = '' } = place;
  const fields = [
    ['author', book.authors.map(escapeTex).join(' and ')],
    ['title', escapeTex(fullTitle(place))],
    ['year', book.year ? String(book.year) : ''],
    ['chapter', escapeTex(section?.title ?? '')],
    ['pages', escapeTex(page).replace('–', '--')],
  ] as const;
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@book{${keyOf(place)},\n${lines.join(',\n')}\n}\n`;
}

/** An item of CSL-JSON 1.0. */
function csl(place: QuotedPlace): object {
  const { book, section, page = '' } = place;
  return {
    id: keyOf(place),
    type: 'book',
    title: fullTitle(place),
    ...(book.authors.length > 0 && { author: book.authors.map((literal) => ({ literal })) }),
    ...(book.year > 0 && { issued: { 'date-parts': [[book.year]] } }),
    ...(section?.title && { section: section.title }),
    ...(page !== '' && { page: page.replace('–', '-') }),
  };
}
