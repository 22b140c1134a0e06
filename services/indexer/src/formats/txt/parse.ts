/** One file of plain text → one parsed book. */
import type { BookMetadata, ParsedBook } from '../../book.ts';
import type { Content, ContentBlock } from '../text/content-block.ts';
import { fromFileName, looksLikeName, metadataOf, stemOf, yearIn } from '../text/metadata-of.ts';
import { readTextFile, sectionsOfFile } from '../text/one-file-book.ts';
import { plainText } from '../text/plain-text.ts';
import { type Heading, headingOf, isTitleAfter } from './headings.ts';
import { isVerse, joinedLines, paragraphsOf } from './paragraphs.ts';

/** @throws BookFileError too_large, bad_encoding, no_text, too_short; errors of the file system as they come */
export async function parseTxt(path: string, name: string): Promise<ParsedBook> {
  const text = await readTextFile(path, name);
  const metadata = readTxtMetadata(text, stemOf(name, ['.txt', '.text']));
  const sections = sectionsOfFile(readTxt(text), metadata.title);
  return { ...metadata, sections, cover: undefined };
}

/** Paragraphs, verse and headings of a text. */
export function readTxt(text: string): Content {
  const { paragraphs, width } = paragraphsOf(text);
  const blocks: ContentBlock[] = [];
  let before: Heading | undefined;
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (last !== undefined && before !== undefined && isTitleAfter(before, paragraph)) {
      last.text = `${last.text.replace(/[\s.:]+$/, '')}: ${plainText(unmarked(joinedLines(paragraph.lines)))}`;
      before = undefined;
      continue;
    }
    const heading = headingOf(paragraph);
    before = heading;
    const type = heading !== undefined ? 'heading' : isVerse(paragraph, width) ? 'verse' : 'paragraph';
    const value =
      type === 'verse'
        ? paragraph.lines
            .map((line) => plainText(unmarked(line)))
            .filter((line) => line !== '')
            .join('\n')
        : plainText(unmarked(heading?.text ?? joinedLines(paragraph.lines)));
    if (value !== '')
      blocks.push({ type, text: value, level: heading?.level ?? 0, types: [], linkedWords: 0 });
  }
  return { blocks, title: '', anchors: new Map() };
}

/** Emphasis as Project Gutenberg's files mark it: _word_. */
function unmarked(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}_])_([^_]{1,300})_(?![\p{L}\p{N}_])/gu, '$1');
}

/** How far the header is looked for, in UTF-16 units. */
const HEADER_UNITS = 8_192;
const FIELD =
  /^(title|author|translator|editor|language|release date|original publication)\s*:\s*(\S.*(?:\n[ \t]{2,}\S.*){0,3})/gim;

/** By the header of Project Gutenberg, else by the first lines ("Title", "by Author"), else by the file name. */
export function readTxtMetadata(text: string, fileName: string): BookMetadata {
  const head = text.slice(0, HEADER_UNITS).replace(/\r\n?/g, '\n');
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of head.matchAll(FIELD)) {
    const key = name.toLowerCase();
    if (!fields.has(key)) fields.set(key, value.replace(/\s+/g, ' '));
  }
  const title = fields.get('title');
  if (title !== undefined) {
    const authors = (fields.get('author') ?? '').split(/\s+and\s+|;|&/);
    const language = fields.get('language') ?? '';
    const year = yearIn(fields.get('original publication') ?? '');
    return metadataOf({ title, authors, language, year }, fileName);
  }
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 12);
  const by = lines.findIndex((line) => /^by(?:\s|$)/i.test(line) && line.length < 80);
  const isAuthor = (name: string) => lines.some((line) => line.toLowerCase() === name.toLowerCase());
  const named = fromFileName(fileName, isAuthor);
  if (by < 1 || by > 4)
    return metadataOf(isNameOf(lines[0] ?? '', fileName) ? titlePage(lines) : named, fileName);
  const author = lines[by]!.replace(/^by\s*/i, '') || (lines[by + 1] ?? '');
  return metadataOf(
    { title: lines.slice(0, by).join(' '), authors: author.split(/\s+and\s+|\s*[;&]\s*/) },
    fileName,
  );
}

/** Letters and digits alone. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Is the file named for its first line? */
function isNameOf(line: string, fileName: string): boolean {
  const title = bare(line);
  return title.length >= 3 && bare(fileName) === title;
}

function titlePage([title = '', second = '']: readonly string[]): Partial<BookMetadata> {
  return { title, authors: looksLikeName(second) ? [second] : [] };
}
