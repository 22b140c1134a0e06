/** Title, authors, series and the rest from an FB2 file's description. */
import type { BookMetadata, ReadingNote } from '../../book.ts';
import { first, parseXml, type XmlElement } from '../epub/xml.ts';
import { BookFileError } from '../errors.ts';
import { metadataOf, yearIn } from '../text/metadata-of.ts';
import { plainText } from '../text/plain-text.ts';

/** A description is shorter, in UTF-16 units: its longest part is an annotation of some pages. */
const MAX_UNITS = 1024 * 1024;
const START = /<(?:[\w-]+:)?description[\s>]/;
const END = /<\/(?:[\w-]+:)?description\s*>/;

export interface Description {
  metadata: BookMetadata;
  /** Id of the binary that is the cover; empty if there is none. */
  coverId: string;
}

/**
 * A description that can't be read costs what it says, and not the book.
 * @param notes gets what had to be repaired or could not be read
 */
export function readDescription(source: string, fileName: string, notes: ReadingNote[]): Description {
  const start = START.exec(source.slice(0, MAX_UNITS))?.index;
  const rest = start === undefined ? '' : source.slice(start, start + MAX_UNITS);
  const end = END.exec(rest);
  if (end === null) return { metadata: metadataOf({}, fileName), coverId: '' };
  let root: XmlElement;
  try {
    root = parseXml(rest.slice(0, end.index + end[0].length), 'description', notes);
  } catch (error) {
    if (!(error instanceof BookFileError)) throw error;
    notes.push({ kind: 'unread', place: 'description', reason: error.reason });
    return { metadata: metadataOf({}, fileName), coverId: '' };
  }
  const title = child(root, 'title-info');
  const published = child(root, 'publish-info');
  const sequence = child(title, 'sequence') ?? child(published, 'sequence');
  const people = children(title, 'author');
  const keywords = textOf(title, 'keywords')
    .split(/\s*[,;]\s*/)
    .filter((word) => word !== '');
  const genres = children(title, 'genre').map(({ text }) => plainText(text).replaceAll('_', ' '));
  const date = child(title, 'date');
  const image = child(title, 'coverpage');
  const reference = image === undefined ? '' : (first(image, 'image')?.attributes.href ?? '');
  const metadata = metadataOf(
    {
      title: textOf(title, 'book-title'),
      authors: people.map(nameOf),
      authorSort: people[0] === undefined ? '' : sortName(people[0]),
      language: textOf(title, 'lang'),
      year:
        yearIn(date?.attributes.value ?? '') || yearIn(date?.text ?? '') || yearIn(textOf(published, 'year')),
      description: paragraphsOf(child(title, 'annotation')),
      subjects: keywords.length > 0 ? keywords : genres,
      publisher: textOf(published, 'publisher'),
      identifiers: [textOf(published, 'isbn')],
      series: sequence?.attributes.name ?? '',
      seriesIndex: Number.parseFloat((sequence?.attributes.number ?? '').replace(',', '.')) || 0,
    },
    fileName,
  );
  return { metadata, coverId: reference.replace(/^#/, '') };
}

const children = (element: XmlElement | undefined, name: string) =>
  element?.children.filter((inner) => inner.name === name) ?? [];
const child = (element: XmlElement | undefined, name: string) => children(element, name)[0];
const textOf = (element: XmlElement | undefined, name: string) => plainText(child(element, name)?.text ?? '');

/** "First Middle Last", or the nickname. */
function nameOf(person: XmlElement): string {
  const parts = ['first-name', 'middle-name', 'last-name'].map((part) => textOf(person, part));
  return parts.filter((part) => part !== '').join(' ') || textOf(person, 'nickname');
}

function sortName(person: XmlElement): string {
  const last = textOf(person, 'last-name');
  const given = ['first-name', 'middle-name']
    .map((part) => textOf(person, part))
    .filter((part) => part !== '');
  return last === '' || given.length === 0 ? '' : `${last}, ${given.join(' ')}`;
}

function paragraphsOf(element: XmlElement | undefined): string {
  const paragraphs = children(element, 'p').map(({ text }) => plainText(text));
  return paragraphs.length > 0 ? paragraphs.join('\n\n') : plainText(element?.text ?? '');
}
