/** What the elements and `epub:type`s of XHTML mean for the text of a book. */
import { countWords } from '../text/plain-text.ts';

/** Their content is no text of the book. */
export const SKIPPED = new Set([
  'head',
  'script',
  'style',
  'template',
  'audio',
  'video',
  'canvas',
  'iframe',
  'select',
  'button',
  'rt',
  'rp',
  'annotation',
  'annotation-xml',
]);

/** In a drawing they describe it, or prepare what is drawn. */
export const SKIPPED_IN_SVG = new Set(['title', 'desc', 'metadata']);

/** They begin and end a block of text. The last ones are DTBook's (ANSI/NISO Z39.86). */
export const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'bodymatter',
  'bridgehead',
  'byline',
  'dateline',
  'docauthor',
  'doctitle',
  'epigraph',
  'frontmatter',
  'hd',
  'imggroup',
  'level',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'level6',
  'linegroup',
  'list',
  'note',
  'poem',
  'prodnote',
  'rearmatter',
  'sidebar',
]);

/** Elements within a block that begin and end a line of it: DTBook's, and those of a drawing. */
export const LINES = new Set(['line', 'text']);
const LINE_CLASS = /(?:^|\s)(?:line|(?:verse|poem|poetry)[-_]?line)(?:\s|$)/i;
/** A large first letter of a chapter, which may be in a block of its own. */
const DROP_CLASS = /drop|initial|versal|firstletter|first-letter/i;

export const isLineClass = (className: string) => LINE_CLASS.test(className);
export const isDropCapClass = (className: string) => DROP_CLASS.test(className);

/** Hidden by a style of its own. */
export function isHiddenStyle(style: string): boolean {
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

export const HEADING = /^h([1-6])$/;

/** Semantics of EPUB (`epub:type`) and of DPUB-ARIA (`role`, there with "doc-" in front). */
const PAGE_BREAK = new Set(['pagebreak']);
const LISTS_OF_PLACES = new Set(['page-list', 'landmarks']);
const VERSE = new Set(['z3998:verse', 'z3998:poem', 'z3998:song', 'z3998:hymn', 'z3998:lyrics']);
const NOTE = new Set(['footnote', 'endnote', 'rearnote', 'note', 'footnotes', 'endnotes', 'rearnotes']);
const NOTE_REFERENCE = new Set(['noteref', 'annoref', 'backlink', 'referrer']);

/** The words of `epub:type` and `role`, without "doc-". */
export function semanticTypes(attributes: Readonly<Record<string, string>>): string[] {
  const role = (attributes.role ?? '').replaceAll(/\bdoc-/g, '');
  return `${attributes['epub:type'] ?? ''} ${role}`
    .toLowerCase()
    .split(/\s+/)
    .filter((type) => type !== '');
}

const has = (set: ReadonlySet<string>) => (types: readonly string[]) => types.some((type) => set.has(type));
export const isPageBreak = has(PAGE_BREAK);
export const isListOfPlaces = has(LISTS_OF_PLACES);
export const isVerse = has(VERSE);
export const isNote = has(NOTE);
export const isNoteReference = has(NOTE_REFERENCE);

/** "12", "[12]", "*", "†", "[a]", "(iv)": what is in the text for a note. */
const NOTE_MARK = /^[[({]?(?:\d{1,4}|[*†‡§¶‖#]{1,4}|[a-z]|[ivxlc]{1,7})[\])}.]?$/iu;
/** The same where the file says that it is a reference: "Note 12", "n. 4", "1, 2". */
const MARKED_AS_NOTE =
  /^\W*(?:(?:foot|end)?notes?|fn|n|p|page)?[.\s]*(?:\d{1,4}(?:\s*[,–-]\s*\d{1,4})*|[*†‡§¶‖#]{1,4}|\p{L}|[ivxlc]{1,7})?\W*$/iu;
/** "Back to text", "Return". */
const MAX_BACK_WORDS = 4;
/** "↩", "↑", "^": the way back from a note. */
const BACK_MARK = /^(?:[\u21a9\u2191\u21b5^]\ufe0e?\ufe0f?\s*)+$/u;
/** The end of a reference that is looked at, in UTF-16 units. */
const MAX_TARGET = 200;
/** "#fn3", "#Footnote_1_1", "notes.xhtml#n12", "#_ftn4". */
const NOTE_TARGET = /(?:fn|ftn|note)[^/]*$/i;
const NOTE_CLASS = /(?:^|[\s_-])(?:fn|foot|end|note|noteref|fnanchor|footnote|endnote)/i;

/** Is a link that the file marks as a reference to a note, or as the way back from it, no more than that? */
export function isBareReference(text: string, types: readonly string[]): boolean {
  if (MARKED_AS_NOTE.test(text)) return true;
  return types.includes('backlink') && countWords(text) <= MAX_BACK_WORDS;
}

/**
 * Is this link a reference to a note rather than text? It must look like one ("12", "*") and be raised,
 * in square brackets, or its class or target must say so: "see chapter 3" and "paragraph (a)" are text.
 */
export function looksLikeNoteReference(
  text: string,
  link: { href: string; className: string; raised: boolean },
): boolean {
  const mark = text.trim();
  if (!link.href.includes('#')) return false;
  if (BACK_MARK.test(mark)) return true;
  if (!NOTE_MARK.test(mark)) return false;
  if (link.raised || /^[[*†‡§¶‖#]/u.test(mark) || NOTE_CLASS.test(link.className)) return true;
  return mark.startsWith('(') && NOTE_TARGET.test(link.href.slice(-MAX_TARGET));
}

const PAGE_CLASS = /(?:^|\s)(?:pagenum|pageno|pagenumber|page-number|page_number|pgnum|pb)(?:\s|$)/i;
const PAGE_NUMBER = /^[[({]?\s*(?:p(?:g|age)?\.?)?\s*(?:\d{1,5}|[ivxlcdm]{1,12})\s*[\])}]?$/i;

/** A numeral, where any other word of these letters ("mild") is text. */
const ROMAN = /^\W?(?:p(?:g|age)?\.?\s*)?m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\W?$/i;

/** "12", "[xiv]", "Page 7", or nothing. */
export function isPageNumber(text: string): boolean {
  const bare = text.trim();
  return bare === '' || (PAGE_NUMBER.test(bare) && (/\d/.test(bare) || ROMAN.test(bare)));
}

/** Is this element a printed page's number within the text? */
export function looksLikePageNumber(text: string, className: string): boolean {
  return PAGE_CLASS.test(className) && PAGE_NUMBER.test(text.trim());
}
