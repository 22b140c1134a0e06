/** One DOCX or ODT file → one parsed book. */
import { open } from 'node:fs/promises';
import type { BookMetadata, ParsedBook } from '../../book.ts';
import { Archive } from '../epub/archive.ts';
import { authorNames } from '../epub/author-names.ts';
import { EPUB_LIMITS } from '../epub/limits.ts';
import { first, parseXml, type XmlElement } from '../epub/xml.ts';
import { BookFileError } from '../errors.ts';
import type { Content } from '../text/content-block.ts';
import { decodeText } from '../text/decode-text.ts';
import { pointsOfHeadings } from '../text/heading-points.ts';
import { fromFileName, metadataOf, stemOf } from '../text/metadata-of.ts';
import { MIN_MEAN_SECTION_WORDS } from '../text/one-file-book.ts';
import { countWords } from '../text/plain-text.ts';
import { assembleSections } from '../text/sections.ts';
import { TEXT_ERRORS, TEXT_LIMITS } from '../text/text-limits.ts';
import { readDocument, readHeadingStyles, readNotes } from './docx.ts';
import { notOffice } from './errors.ts';
import { readOdt } from './odt.ts';

const MIB = 1024 * 1024;
/** Bytes of the main XML: markup is about ten times the text in DOCX. */
const MAX_XML_BYTES = 64 * MIB;
const LIMITS = { ...EPUB_LIMITS, textBytes: MAX_XML_BYTES };
const ZIP_HEADER = 'PK\x03\x04';

interface OfficeText {
  files: { path: string; content: Content }[];
  /** Dublin Core elements, if there are any. */
  properties: XmlElement | undefined;
}

/** @throws BookFileError when the file is refused; errors of the file system as they come */
export async function parseDocx(path: string, name: string): Promise<ParsedBook> {
  const text = await inArchive(path, async (read) => {
    const document = await read('word/document.xml');
    if (document === undefined) throw notOffice('word/document.xml is missing');
    const styles = readHeadingStyles((await read('word/styles.xml')) ?? '');
    const files = [{ path: '', content: readDocument(document, styles) }];
    for (const notes of ['footnotes', 'endnotes']) {
      const source = await read(`word/${notes}.xml`);
      if (source !== undefined) files.push({ path: notes, content: readNotes(source, styles) });
    }
    return { files, properties: propertiesOf(await read('docProps/core.xml')) };
  });
  return bookOf(text, stemOf(name, ['.docx']));
}

/** @throws BookFileError when the file is refused; errors of the file system as they come */
export async function parseOdt(path: string, name: string): Promise<ParsedBook> {
  const office = await inArchive(path, async (read) => {
    const source = await read('content.xml');
    if (source === undefined) throw notOffice('content.xml is missing');
    const { text, notes } = readOdt(source);
    const files = [
      { path: '', content: text },
      { path: 'notes', content: notes },
    ];
    return { files, properties: propertiesOf(await read('meta.xml')) };
  });
  return bookOf(office, stemOf(name, ['.odt']));
}

type ReadPart = (path: string) => Promise<string | undefined>;

async function inArchive<T>(path: string, work: (read: ReadPart) => Promise<T>): Promise<T> {
  if (!(await isZip(path))) throw notOffice('it is no ZIP archive');
  const archive = await Archive.open(path, LIMITS);
  try {
    return await work(async (part) => {
      const bytes = await archive.read(part, MAX_XML_BYTES);
      return bytes === undefined ? undefined : decodeText(bytes, part);
    });
  } finally {
    await archive.close();
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('latin1', 0, bytesRead).includes(ZIP_HEADER);
  } finally {
    await file.close();
  }
}

/** Metadata that can't be read cost what they say. */
function propertiesOf(source: string | undefined): XmlElement | undefined {
  try {
    return source === undefined ? undefined : parseXml(source, 'properties');
  } catch (error) {
    if (error instanceof BookFileError) return undefined;
    throw error;
  }
}

/** @throws BookFileError too_short, no_text */
function bookOf({ files, properties }: OfficeText, stem: string): ParsedBook {
  const [main, ...others] = files;
  if (main === undefined) throw new BookFileError('no_text');
  const words = main.content.blocks.reduce((sum, { text }) => sum + countWords(text), 0);
  if (words === 0) throw new BookFileError('no_text');
  if (words < TEXT_LIMITS.minWords) {
    throw new BookFileError('too_short', '', { reason: TEXT_ERRORS.too_short });
  }
  const metadata = readProperties(properties, main.content, stem);
  const { content, points } = pointsOfHeadings(main.content, '');
  const texts = [{ path: '', content }, ...others].map((file) => ({ ...file, landmark: '' }));
  const sections = assembleSections(texts, points, metadata.title, MIN_MEAN_SECTION_WORDS);
  if (!sections.some(({ kind }) => kind === 'body')) throw new BookFileError('no_text');
  return { ...metadata, sections, cover: undefined };
}

/** What the document says; the date is that of the file, and no year of the work. */
function readProperties(properties: XmlElement | undefined, { blocks }: Content, stem: string): BookMetadata {
  const value = (name: string) =>
    properties === undefined ? '' : (first(properties, name)?.text ?? '').trim();
  const named = fromFileName(stem);
  const heading = blocks.find(({ type, level }) => type === 'heading' && level === 1)?.text ?? '';
  const authors = authorNames(value('creator') || value('initial-creator'), '');
  return metadataOf(
    {
      title: value('title') || heading || named.title,
      authors: authors.length > 0 ? authors : named.authors,
      language: value('language'),
      description: value('description'),
      subjects: `${value('subject')};${value('keywords') || value('keyword')}`.split(/\s*[,;]\s*/),
    },
    stem,
  );
}
