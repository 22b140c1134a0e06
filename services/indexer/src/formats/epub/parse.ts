/** One EPUB file → one parsed book. Depends on the file alone, so that it can run in a process of its own. */
import { basename } from 'node:path';
import type { ParsedBook, ReadingNote } from '../../book.ts';
import { BookFileError } from '../errors.ts';
import type { Content } from '../text/content-block.ts';
import { decodeText } from '../text/decode-text.ts';
import { countWords } from '../text/plain-text.ts';
import { assembleSections, type NavPoint, type SpineText } from '../text/sections.ts';
import { Archive } from './archive.ts';
import { readContent } from './content.ts';
import { readCover } from './cover.ts';
import { EpubError } from './errors.ts';
import { EPUB_LIMITS, type EpubLimits } from './limits.ts';
import { readMetadata } from './metadata.ts';
import { type Navigation, readNavigation } from './navigation.ts';
import { type EpubPackage, isText, readPackage } from './package.ts';
import { refuseProtected } from './protection.ts';
import { StyleRules } from './style-rules.ts';

const REPAIRED = {
  surrounded: 'bytes stand around the archive',
  without_directory: 'the directory of the archive is cut off: its files were found by their own headers',
} as const;

/**
 * Reads a whole EPUB 2 or 3.
 * @param name of the file, for a book that has no title
 * @throws EpubError when the file is refused; errors of the file system as they come
 */
export async function parseEpub(
  path: string,
  limits: EpubLimits = EPUB_LIMITS,
  name: string = basename(path),
): Promise<ParsedBook> {
  const archive = await Archive.open(path, limits, true);
  try {
    const notes: ReadingNote[] = [];
    if (archive.repaired !== '') {
      notes.push({ kind: 'repaired', place: name, reason: REPAIRED[archive.repaired] });
    }
    const book = await readWholePackage(archive, limits, notes);
    await refuseProtected(archive, book, limits);
    const navigation = await readNavigation(archive, book, limits, notes);
    const metadata = readMetadata(book.metadata, name.replace(/\.epub$/i, ''));
    const spine = withListedFiles(book, navigation.points, archive);
    const files = await readSpine(archive, { ...book, spine }, navigation, limits, notes);
    if (metadata.language === 'und') metadata.language = languageOf(files);
    const sections = assembleSections(files, navigation.points, metadata.title);
    if (!sections.some((section) => section.kind === 'body')) throw new EpubError('no_text');
    const firstPage = files[0] !== undefined && isPicturePage(files[0]) ? files[0].path : undefined;
    const cover = await readCover(archive, book, navigation.landmarks, firstPage, limits);
    return { ...metadata, sections, cover, notes };
  } finally {
    await archive.close();
  }
}

/** Of an archive without directory nothing tells whether files are missing, except the package. */
async function readWholePackage(
  archive: Archive,
  limits: EpubLimits,
  notes: ReadingNote[],
): Promise<EpubPackage> {
  if (archive.repaired !== 'without_directory') return readPackage(archive, limits, notes);
  try {
    const book = await readPackage(archive, limits, notes);
    const missing = book.items.find((item) => isText(item) && !archive.has(item.path));
    if (missing !== undefined) throw new EpubError('truncated', `${missing.path} is missing`);
    return book;
  } catch (cause) {
    const isMissing = cause instanceof EpubError && /^no_(?:container|package|spine)$/.test(cause.code);
    throw isMissing ? new EpubError('truncated', cause.detail, { cause }) : cause;
  }
}

/** The reading order with the files that only the table of contents names, each behind the one that it names before. */
function withListedFiles(book: EpubPackage, points: readonly NavPoint[], archive: Archive): string[] {
  const known = new Set(book.spine);
  const texts = new Set(book.items.filter(isText).map(({ path }) => path));
  const behind = new Map<string, string[]>();
  let before = '';
  for (const { path } of points) {
    if (known.has(path)) before = path;
    else if (path !== book.nav && texts.has(path) && archive.has(path)) {
      texts.delete(path);
      const files = behind.get(before);
      if (files === undefined) behind.set(before, [path]);
      else files.push(path);
    }
  }
  return ['', ...book.spine].flatMap((path) => [path, ...(behind.get(path) ?? [])]).slice(1);
}

/** The language that the first file with one states; "und" if none does. */
function languageOf(files: readonly SpineText[]): string {
  const tag = files.find(({ content }) => content.language !== undefined)?.content.language ?? '';
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'und';
  } catch {
    return 'und';
  }
}

/** Words on a page that shows a picture. */
const MAX_PICTURE_WORDS = 3;

/** A page of a picture with hardly a word, such as "Cover". */
function isPicturePage({ content: { blocks } }: SpineText): boolean {
  return blocks.length <= 1 && blocks.every(({ text }) => countWords(text) <= MAX_PICTURE_WORDS);
}

/** What costs one chapter and not the book; the archive as a whole was checked before. */
const FORGIVEN = new Set<string>(['bad_encoding', 'bad_xml', 'damaged']);

async function readSpine(
  archive: Archive,
  book: EpubPackage,
  { landmarks, pages }: Navigation,
  limits: EpubLimits,
  notes: ReadingNote[],
): Promise<SpineText[]> {
  const rules = await readStyles(archive, book, limits);
  const files: SpineText[] = [];
  let total = 0;
  let firstError: BookFileError | undefined;
  for (const path of book.spine) {
    total += archive.size(path) ?? 0;
    if (total > limits.totalTextBytes) {
      throw new EpubError('too_large', `more than ${limits.totalTextBytes} bytes of text`);
    }
    let content: Content;
    try {
      const bytes = await archive.read(path, limits.textBytes);
      if (bytes === undefined) continue;
      content = readContent(decodeText(bytes, path), path, rules, pages.get(path));
    } catch (error) {
      if (!(error instanceof BookFileError && FORGIVEN.has(error.code))) throw error;
      notes.push({ kind: 'unread', place: path, reason: error.reason });
      firstError ??= error;
      continue;
    }
    const landmark = `${landmarks.get(path) ?? ''} ${book.guide.get(path) ?? ''}`.trim();
    files.push({ path, content, landmark });
  }
  // A book of which nothing could be read is refused for the reason of its first file.
  if (firstError !== undefined && !files.some(({ content }) => content.blocks.length > 0)) throw firstError;
  return files;
}

/** The rules of all style sheets of the book; one that can't be read costs no word. */
async function readStyles(archive: Archive, book: EpubPackage, limits: EpubLimits): Promise<StyleRules> {
  const rules = new StyleRules();
  let left = limits.styleBytes;
  for (const { path } of book.items.filter(({ mediaType }) => mediaType === 'text/css')) {
    const size = archive.size(path) ?? 0;
    if (size > left) continue;
    left -= size;
    try {
      const bytes = await archive.read(path, size);
      if (bytes !== undefined) rules.add(decodeText(bytes, path));
    } catch (error) {
      if (!(error instanceof BookFileError)) throw error;
    }
  }
  return rules;
}
