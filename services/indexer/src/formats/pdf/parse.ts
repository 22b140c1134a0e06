/** One PDF → one parsed book. */
import type { CoverImage, ParsedBook, ReadingNote } from '../../book.ts';
import { BookFileError } from '../errors.ts';
import { pastTitlePage, pointsOfHeadings } from '../text/heading-points.ts';
import { stemOf } from '../text/metadata-of.ts';
import { MIN_MEAN_SECTION_WORDS } from '../text/one-file-book.ts';
import { assembleSections } from '../text/sections.ts';
import { blocksOf, type PlacedBlock } from './blocks.ts';
import { pdfError } from './errors.ts';
import { PDF_LIMITS } from './limits.ts';
import { type Line, linesOf } from './lines.ts';
import { readPdfMetadata } from './metadata.ts';
import { pageLabels } from './page-labels.ts';
import { PdfDocument } from './pdfium.ts';
import { pointsOfOutline } from './points.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** @throws BookFileError when the file is refused; errors of the file system as they come */
export async function parsePdf(path: string, name: string): Promise<ParsedBook> {
  const pdf = await PdfDocument.open(path);
  try {
    return await readPdf(pdf, path, name);
  } catch (error) {
    // PDFium ran out of the memory that it may use, or met what it can't read.
    if (!(error instanceof Error && error.name === 'RuntimeError')) throw error;
    throw pdfError('too_heavy', error.message, error);
  } finally {
    closeQuietly(pdf);
  }
}

async function readPdf(pdf: PdfDocument, path: string, name: string): Promise<ParsedBook> {
  if (pdf.pages > PDF_LIMITS.pages) throw pdfError('too_many_pages', `${pdf.pages}`);
  const { pages, scanned, unread } = readPages(pdf);
  if (pages.every((lines) => lines.length === 0))
    throw pdfError(scanned.length > 0 ? 'no_text_layer' : 'no_text');
  const clean = withoutRunningHeads(pages);
  const labels = pageLabels(
    clean.map((_, page) => pdf.label(page)),
    clean.map(({ printed }) => printed),
  );
  const blocks = blocksOf(clean.map(({ lines }, page) => ({ lines, label: labels[page]! })));
  const metadata = readPdfMetadata(pdf, path, stemOf(name, ['.pdf']), blocks);
  const sections = sectionsOf(pdf, blocks, metadata.title);
  if (!sections.some(({ kind }) => kind === 'body')) throw pdfError('no_text');
  return {
    ...metadata,
    sections,
    cover: await coverOf(pdf),
    notes: notesOf(withoutCovers(scanned, pdf.pages), unread),
  };
}

function readPages(pdf: PdfDocument): { pages: Line[][]; scanned: number[]; unread: number[] } {
  const pages: Line[][] = [];
  const scanned: number[] = [];
  const unread: number[] = [];
  let characters = 0;
  for (let page = 0; page < pdf.pages; page++) {
    const text = pdf.pageText(page);
    characters += text?.characters.length ?? 0;
    if (characters > PDF_LIMITS.characters)
      throw pdfError('too_large', `more than ${PDF_LIMITS.characters} characters`);
    const lines = text === undefined ? [] : linesOf(text);
    if (text === undefined) unread.push(page);
    else if (lines.length === 0 && text.hasPicture) scanned.push(page);
    pages.push(lines);
  }
  return { pages, scanned, unread };
}

function sectionsOf(pdf: PdfDocument, blocks: PlacedBlock[], title: string) {
  const outlined = pointsOfOutline(pdf.outline(), blocks);
  const bare = blocks.map(({ page: _page, middle: _middle, ...block }) => block);
  const content = { blocks: bare, title: '', anchors: outlined.anchors };
  // An outline of one entry names the file and nothing in it.
  const { content: named, points } =
    outlined.points.length > 1
      ? { content, points: pastTitlePage(outlined.points, content) }
      : pointsOfHeadings(content, '');
  return assembleSections(
    [{ path: '', content: named, landmark: '' }],
    points,
    title,
    MIN_MEAN_SECTION_WORDS,
  );
}

/** The first page as a picture. */
async function coverOf(pdf: PdfDocument): Promise<CoverImage | undefined> {
  const picture = pdf.picture(0);
  if (picture === undefined) return undefined;
  const { default: sharp } = await import('sharp');
  const { data, width, height } = picture;
  const image = sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 1 });
  return { data: await image.toBuffer(), mediaType: 'image/png' };
}

/** Pictures on the first and the last page are covers; nothing is missing there. */
function withoutCovers(scanned: readonly number[], pages: number): number[] {
  return scanned.filter((page) => page !== 0 && page !== pages - 1);
}

function notesOf(scanned: readonly number[], unread: readonly number[]): ReadingNote[] {
  const note = (pages: readonly number[], what: string): ReadingNote[] => {
    if (pages.length === 0) return [];
    const count = `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`;
    return [{ kind: 'unread', place: `${count} ${what} (${rangesOf(pages)})`, reason: what }];
  };
  return [...note(scanned, 'without a text layer'), ...note(unread, 'that are damaged')];
}

/** "3–5, 9" of page numbers from 0. */
function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === page) last[1] = page + 1;
    else ranges.push([page + 1, page + 1]);
  }
  const shown = ranges.slice(0, 10).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join(', ') + (ranges.length > shown.length ? ', …' : '');
}

function closeQuietly(pdf: PdfDocument): void {
  try {
    pdf.close();
  } catch (error) {
    // After an error within PDFium its memory is not to be relied on; the process ends anyway.
    if (error instanceof BookFileError) throw error;
  }
}
