/** What the elements and `epub:type`s of XHTML mean for the text of a book. */

/** Their content is no text of the book. */
export const SKIPPED = new Set([
  'head',
  'script',
  'style',
  'template',
  'svg',
  'audio',
  'video',
  'canvas',
  'iframe',
  'object',
  'select',
  'button',
  'rt',
  'rp',
  'annotation',
  'annotation-xml',
]);

/** They begin and end a block of text. */
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
]);

export const HEADING = /^h([1-6])$/;

/** Semantics of EPUB (`epub:type`) and of DPUB-ARIA (`role`, there with "doc-" in front). */
const PAGE_BREAK = new Set(['pagebreak', 'page-list', 'landmarks']);
const VERSE = new Set(['z3998:verse', 'z3998:poem', 'z3998:song', 'z3998:hymn', 'z3998:lyrics']);
const NOTE = new Set(['footnote', 'endnote', 'rearnote', 'note', 'footnotes', 'endnotes', 'rearnotes']);
const NOTE_REFERENCE = new Set(['noteref', 'backlink', 'referrer']);

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
export const isVerse = has(VERSE);
export const isNote = has(NOTE);
export const isNoteReference = has(NOTE_REFERENCE);

/** "12", "[12]", "*", "†", "[a]", "(iv)": what stands in the text for a note. */
const NOTE_MARK = /^[[({]?(?:\d{1,4}|[*†‡§¶‖#]{1,4}|[a-z]|[ivxlc]{1,7})[\])}.]?$/iu;
/** "↩", "↑", "^": the way back from a note. */
const BACK_MARK = /^(?:[\u21a9\u2191\u21b5^]\ufe0e?\ufe0f?\s*)+$/u;
const NOTE_CLASS = /(?:^|[\s_-])(?:fn|foot|end|note|noteref|fnanchor|footnote|endnote)/i;

/**
 * Is this link a reference to a note rather than text? It must look like one ("12", "*") and be raised,
 * in brackets, or of a class that says so: "see chapter 3" is text.
 */
export function looksLikeNoteReference(
  text: string,
  link: { href: string; className: string; raised: boolean },
): boolean {
  const mark = text.trim();
  if (!link.href.includes('#')) return false;
  if (BACK_MARK.test(mark)) return true;
  if (!NOTE_MARK.test(mark)) return false;
  return link.raised || /^[[({*†‡§¶‖#]/u.test(mark) || NOTE_CLASS.test(link.className);
}

const PAGE_CLASS = /(?:^|\s)(?:pagenum|pageno|pagenumber|page-number|page_number|pgnum|pb)(?:\s|$)/i;
const PAGE_NUMBER = /^[[({]?\s*(?:p(?:g|age)?\.?)?\s*(?:\d{1,5}|[ivxlcdm]{1,12})\s*[\])}]?$/i;

/** Is this element a printed page's number within the text? */
export function looksLikePageNumber(text: string, className: string): boolean {
  return PAGE_CLASS.test(className) && PAGE_NUMBER.test(text.trim());
}
