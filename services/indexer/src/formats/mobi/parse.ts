/** One MOBI or AZW3 file → one parsed book. */
import type { ParsedBook, ReadingNote, Section } from '../../book.ts';
import { StyleRules } from '../epub/style-rules.ts';
import { BookFileError } from '../errors.ts';
import { pastTitlePage, pointsOfHeadings } from '../text/heading-points.ts';
import { stemOf } from '../text/metadata-of.ts';
import { MIN_MEAN_SECTION_WORDS } from '../text/one-file-book.ts';
import { assembleSections } from '../text/sections.ts';
import { readContents } from './contents.ts';
import { mobiError } from './errors.ts';
import { type MobiHeader, readHeader } from './header.ts';
import { type IndexTable, readIndex } from './index-table.ts';
import { readKf8 } from './kf8.ts';
import { readMarkup } from './markup.ts';
import { readMobiCover, readMobiMetadata } from './metadata.ts';
import { type ByteSource, openSource, PalmDatabase } from './palm-database.ts';
import { readText } from './text.ts';

const EXTENSIONS = ['.azw3', '.azw', '.kf8', '.mobi', '.prc'];

/** @throws BookFileError when the file is refused; errors of the file system as they come */
export async function parseMobi(path: string, name: string): Promise<ParsedBook> {
  const source = openSource(path);
  try {
    return readMobi(source, name);
  } finally {
    source.close();
  }
}

/** @throws BookFileError when the file is refused */
export function readMobi(source: ByteSource, name: string): ParsedBook {
  const database = new PalmDatabase(source);
  const header = readHeader(database);
  const metadata = readMobiMetadata(header, stemOf(name, EXTENSIONS));
  const notes: ReadingNote[] = [];
  const text = readText(database, header);
  const contents = readContentsIndex(database, header, notes);
  const sections = header.isKf8
    ? sectionsOfKf8(database, header, text, contents, metadata.title)
    : sectionsOfMobi(header, text, contents, metadata.title);
  if (!sections.some(({ kind }) => kind === 'body')) throw mobiError('no_text');
  return { ...metadata, sections, cover: readMobiCover(database, header), notes };
}

/** A broken table of contents is no reason to refuse a book. */
function readContentsIndex(database: PalmDatabase, header: MobiHeader, notes: ReadingNote[]): IndexTable {
  const { start, contents, charset } = header;
  try {
    return readIndex(database, contents === undefined ? undefined : start + contents, charset);
  } catch (error) {
    if (!(error instanceof BookFileError)) throw error;
    notes.push({ kind: 'unread', place: 'table of contents', reason: error.reason });
    return { entries: [], label: () => '' };
  }
}

/** An older book is one file. */
function sectionsOfMobi(header: MobiHeader, text: Buffer, index: IndexTable, title: string): Section[] {
  const { points, anchors } = readContents(index, undefined, () => '');
  const content = readMarkup([text], header.charset, anchors.get(0) ?? []);
  const named =
    points.length > 1 ? { content, points: pastTitlePage(points, content) } : pointsOfHeadings(content, '');
  return assembleSections(
    [{ path: '', content: named.content, landmark: '' }],
    named.points,
    title,
    MIN_MEAN_SECTION_WORDS,
  );
}

function sectionsOfKf8(
  database: PalmDatabase,
  header: MobiHeader,
  text: Buffer,
  index: IndexTable,
  title: string,
): Section[] {
  const { files, fragments, flows } = readKf8(database, header, text);
  const contents = readContents(index, fragments, pathOf);
  const rules = new StyleRules();
  for (const flow of flows) if (isStyleSheet(flow)) rules.add(flow.toString('utf8'));
  const read = files.map(({ pieces }, i) => ({
    path: pathOf(i),
    content: readMarkup(pieces, header.charset, contents.anchors.get(i) ?? [], rules),
    landmark: '',
  }));
  return assembleSections(read, contents.points, title);
}

const pathOf = (file: number) => `file-${file + 1}`;

/** Drawings are flows as well. */
const isStyleSheet = (flow: Buffer) => !/^\s*</.test(flow.toString('latin1', 0, 200));
