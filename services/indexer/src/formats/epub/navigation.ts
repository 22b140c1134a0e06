/** The table of contents and the list of printed pages: places in files, from EPUB 3's nav or EPUB 2's NCX. */

import type { ReadingNote } from '../../book.ts';
import { BookFileError } from '../errors.ts';
import { decodeText } from '../text/decode-text.ts';
import { pageLabel } from '../text/page-label.ts';
import { plainText } from '../text/plain-text.ts';
import type { NavPoint } from '../text/sections.ts';
import type { Archive } from './archive.ts';
import type { EpubLimits } from './limits.ts';
import { type EpubPackage, locate, type Target } from './package.ts';
import { descendants, first, parseXml, type XmlElement } from './xml.ts';

/** Longest label that is read, in UTF-16 units: the titles of parts become part of those of their chapters. */
const MAX_LABEL = 1_000;

export interface Navigation {
  /** In the order of the table of contents. */
  points: readonly NavPoint[];
  /** EPUB 3 landmarks: path → its types, such as "bodymatter" or "backmatter endnotes". */
  landmarks: ReadonlyMap<string, string>;
  /** Printed pages: path → id within the file, empty for its beginning → label. */
  pages: PageList;
}

export type PageList = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What costs the table of contents and not the book. */
const FORGIVEN = new Set<string>(['bad_xml', 'bad_encoding', 'damaged', 'too_large']);

/**
 * Reads nav, or NCX if there is no usable nav. A broken table of contents is no reason to refuse a book.
 * @param notes gets what had to be repaired or could not be read
 */
export async function readNavigation(
  archive: Archive,
  book: EpubPackage,
  limits: EpubLimits,
  notes: ReadingNote[] = [],
): Promise<Navigation> {
  const parse = async (path: string | undefined) => {
    if (path === undefined) return undefined;
    try {
      const bytes = await archive.read(path, limits.packageBytes);
      if (bytes === undefined) return undefined;
      const root = parseXml(decodeText(bytes, path), path, notes);
      return { root, find: (href: string) => locate(archive, path, href) };
    } catch (error) {
      if (!(error instanceof BookFileError && FORGIVEN.has(error.code))) throw error;
      notes.push({ kind: 'unread', place: path, reason: error.message });
      return undefined;
    }
  };
  const nav = await parse(book.nav);
  const landmarks = nav === undefined ? new Map<string, string>() : readLandmarks(nav.root, nav.find);
  const points = nav === undefined ? [] : navPoints(nav.root, nav.find);
  const pages = nav === undefined ? [] : navPages(nav.root);
  if (nav !== undefined && points.length > 0 && pages.length > 0) {
    return { points, landmarks, pages: pageList(pages, nav.find) };
  }
  const ncx = await parse(book.ncx);
  const map = await parse(book.items.find(({ mediaType }) => mediaType === PAGE_MAP)?.path);
  const [list, find] =
    [
      [pages, nav?.find] as const,
      [ncx === undefined ? [] : ncxPages(ncx.root), ncx?.find] as const,
      [map === undefined ? [] : pageMap(map.root), map?.find] as const,
    ].find(([found]) => found.length > 0) ?? [];
  return {
    points: points.length > 0 || ncx === undefined ? points : ncxPoints(ncx.root, ncx.find),
    landmarks,
    pages: find === undefined ? new Map() : pageList(list ?? [], find),
  };
}

/** The list of pages that some EPUB 2 books have beside an NCX without one. */
const PAGE_MAP = 'application/oebps-page-map+xml';
/** Pages that are read; more are no list of pages. */
const MAX_PAGES = 50_000;

interface ListedPage {
  label: string;
  href: string;
}

function navPages(root: XmlElement): ListedPage[] {
  const nav = navOfType(root, 'page-list') ?? navOfType(root, 'pagelist');
  return nav === undefined
    ? []
    : Array.from(descendants(nav, 'a'), ({ text, attributes }) => ({
        label: text,
        href: attributes.href ?? '',
      }));
}

function ncxPages(root: XmlElement): ListedPage[] {
  return Array.from(descendants(root, 'pageTarget'), ({ attributes, children }) => ({
    label: children.find((c) => c.name === 'navLabel')?.text.trim() || (attributes.value ?? ''),
    href: children.find((c) => c.name === 'content')?.attributes.src ?? '',
  }));
}

function pageMap(root: XmlElement): ListedPage[] {
  return Array.from(descendants(root, 'page'), ({ attributes }) => ({
    label: attributes.name ?? '',
    href: attributes.href ?? '',
  }));
}

/** The first page of each place counts. */
function pageList(pages: readonly ListedPage[], find: Find): PageList {
  const byPath = new Map<string, Map<string, string>>();
  for (const { label, href } of pages.slice(0, MAX_PAGES)) {
    const name = pageLabel(label);
    const target = href === '' || name === '' ? undefined : find(href);
    if (target === undefined) continue;
    const ofFile = byPath.get(target.path) ?? new Map<string, string>();
    if (!ofFile.has(target.fragment)) ofFile.set(target.fragment, name);
    byPath.set(target.path, ofFile);
  }
  return byPath;
}

/** Where a reference leads from the file of the table of contents. */
type Find = (href: string) => Target | undefined;

function navOfType(root: XmlElement, type: string): XmlElement | undefined {
  for (const nav of descendants(root, 'nav')) {
    const types = `${nav.attributes.type ?? ''} ${nav.attributes.role ?? ''}`.split(/\s+/);
    if (types.includes(type) || types.includes(`doc-${type}`)) return nav;
  }
  return undefined;
}

const LISTS = ['ol', 'ul'];

function navPoints(root: XmlElement, find: Find): NavPoint[] {
  const toc = navOfType(root, 'toc') ?? first(root, 'nav') ?? first(root, 'body');
  if (toc === undefined) return [];
  const points: NavPoint[] = [];
  const readList = (list: XmlElement, depth: number, parent: NavPoint | undefined) => {
    for (const item of list.children.filter((c) => c.name === 'li')) {
      const label = nearest(item, 'a')[0] ?? nearest(item, 'span')[0];
      const point = toPoint(label?.text ?? '', label?.attributes.href ?? '', find, depth, parent);
      if (point !== undefined) points.push(point);
      for (const inner of nearest(item, ...LISTS)) readList(inner, depth + 1, point ?? parent);
    }
  };
  for (const list of nearest(toc, ...LISTS)) readList(list, 0, undefined);
  if (points.length === 0) {
    for (const { text, attributes } of descendants(toc, 'a')) {
      const point = toPoint(text, attributes.href ?? '', find, 0, undefined);
      if (point !== undefined) points.push(point);
    }
  }
  return points.filter((point) => point.path !== '');
}

/** Elements of these names inside `element`, but not those within another list: paragraphs may stand around them. */
function nearest(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.flatMap((child) => {
    if (names.includes(child.name)) return [child];
    return LISTS.includes(child.name) ? [] : nearest(child, ...names);
  });
}

function ncxPoints(root: XmlElement, find: Find): NavPoint[] {
  const points: NavPoint[] = [];
  const readChildren = (element: XmlElement, depth: number, parent: NavPoint | undefined) => {
    for (const child of element.children.filter((c) => c.name === 'navPoint')) {
      const label = child.children.find((c) => c.name === 'navLabel')?.text ?? '';
      const source = child.children.find((c) => c.name === 'content')?.attributes.src ?? '';
      const point = toPoint(label, source, find, depth, parent);
      if (point !== undefined) points.push(point);
      readChildren(child, depth + 1, point ?? parent);
    }
  };
  const map = first(root, 'navMap');
  if (map !== undefined) readChildren(map, 0, undefined);
  return points.filter((point) => point.path !== '');
}

/** A heading without a link gets an empty path: it only serves as a parent. */
function toPoint(
  label: string,
  href: string,
  find: Find,
  depth: number,
  parent: NavPoint | undefined,
): NavPoint | undefined {
  const title = plainText(label.slice(0, MAX_LABEL));
  if (title === '') return undefined;
  const target = href === '' ? { path: '', fragment: '' } : find(href);
  return target === undefined ? undefined : { title, ...target, depth, parent };
}

function readLandmarks(root: XmlElement, find: Find): Map<string, string> {
  const landmarks = new Map<string, string>();
  const nav = navOfType(root, 'landmarks');
  if (nav === undefined) return landmarks;
  for (const link of descendants(nav, 'a')) {
    const target = find(link.attributes.href ?? '');
    const type = link.attributes.type ?? '';
    // A place within a file says nothing of the rest of it.
    if (target === undefined || target.fragment !== '' || type === '') continue;
    if (!landmarks.has(target.path)) landmarks.set(target.path, type);
  }
  return landmarks;
}
