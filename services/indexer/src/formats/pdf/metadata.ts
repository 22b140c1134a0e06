/** Title, authors and the rest of a PDF: from its XMP, its information dictionary, its first page, its name. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { BookMetadata } from '../../book.ts';
import { authorNames } from '../epub/author-names.ts';
import { descendants, first, parseXml, type XmlElement } from '../epub/xml.ts';
import { BookFileError } from '../errors.ts';
import { fromFileName, metadataOf, yearIn } from '../text/metadata-of.ts';
import { plainText } from '../text/plain-text.ts';
import type { PlacedBlock } from './blocks.ts';
import { PDF_LIMITS } from './limits.ts';
import type { PdfDocument } from './pdfium.ts';

/** What programs write when no title was given. */
const NO_TITLE =
  /\.(?:docx?|odt|rtf|pdf|indd|tex|dvi|ps|qxd|pmd|html?|txt|wpd)$|^(?:microsoft word|untitled|unknown|title|document\d*|slide 1|no title)\b|^[\W\d_]*$|[\\/]/i;
/** Longest title that is read off the first page, in UTF-16 units. */
const MAX_TITLE = 200;

export function readPdfMetadata(
  pdf: PdfDocument,
  path: string,
  stem: string,
  blocks: readonly PlacedBlock[],
): BookMetadata {
  const xmp = readXmp(path);
  const titles = [listOf(xmp, 'title')[0], pdf.information('Title')].map((title) => plainText(title ?? ''));
  const stated = titles.find((title) => title !== '' && !NO_TITLE.test(title) && title !== stem);
  const creators = listOf(xmp, 'creator');
  const author = plainText(pdf.information('Author'));
  const authors = (creators.length > 0 ? creators : [author]).flatMap((name) => authorNames(name, ''));
  const named = fromFileName(stem);
  const keywords = pdf.information('Keywords').split(/\s*[,;]\s*/);
  const subjects = listOf(xmp, 'subject');
  return metadataOf(
    {
      title: stated ?? (titleOnPage(blocks) || named.title),
      authors: authors.some((name) => name !== '') ? authors : named.authors,
      language: listOf(xmp, 'language')[0] || pdf.language(),
      year: yearIn(listOf(xmp, 'date')[0] ?? ''),
      description: listOf(xmp, 'description')[0] ?? pdf.information('Subject'),
      subjects: subjects.length > 0 ? subjects : keywords,
      publisher: listOf(xmp, 'publisher')[0] ?? '',
      identifiers: listOf(xmp, 'identifier'),
    },
    stem,
  );
}

/** The largest letters of the first page, if they are larger than the text. */
function titleOnPage(blocks: readonly PlacedBlock[]): string {
  const headings = blocks.filter(
    ({ page, type, text }) => page === 0 && type === 'heading' && text.length <= MAX_TITLE,
  );
  return headings.reduce(
    (best, block) => (block.level < best.level ? block : best),
    headings[0] ?? { text: '', level: 9 },
  ).text;
}

/** Values of a Dublin Core property: a list, one value per language, or plain text. */
function listOf(xmp: XmlElement | undefined, name: string): string[] {
  const property = xmp === undefined ? undefined : first(xmp, name);
  if (property === undefined) return [];
  const items = [...descendants(property, 'li')].map(({ text }) => plainText(text));
  return (items.length > 0 ? items : [plainText(property.text)]).filter((text) => text !== '');
}

const START = '<x:xmpmeta';
const END = '</x:xmpmeta>';

/** The last packet of XMP at the beginning or the end of the file; most programs leave it readable there. */
function readXmp(path: string): XmlElement | undefined {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    for (const from of [Math.max(0, size - PDF_LIMITS.xmpBytes), 0]) {
      const bytes = Buffer.alloc(Math.min(size, PDF_LIMITS.xmpBytes));
      readSync(file, bytes, 0, bytes.length, from);
      const end = bytes.lastIndexOf(END);
      const start = end === -1 ? -1 : bytes.lastIndexOf(START, end);
      if (start !== -1) return parseXml(bytes.toString('utf8', start, end + END.length), 'XMP');
      if (from === 0) break;
    }
  } catch (error) {
    // Metadata that can't be read cost what they say.
    if (!(error instanceof BookFileError)) throw error;
  } finally {
    closeSync(file);
  }
  return undefined;
}
