/** The table of contents: titles of files and of places in them, from EPUB 3's nav or EPUB 2's NCX. */

import { decodeText } from '../text/decode-text.ts';
import { plainText } from '../text/plain-text.ts';
import type { Archive } from './archive.ts';
import { EpubError } from './errors.ts';
import type { EpubLimits } from './limits.ts';
import { type EpubPackage, resolvePath } from './package.ts';
import { descendants, first, parseXml, type XmlElement } from './xml.ts';

export interface NavPoint {
  title: string;
  path: string;
  fragment: string;
  /** 0-based nesting. */
  depth: number;
  /** The point it stands under. */
  parent: NavPoint | undefined;
}

export interface Navigation {
  /** In the order of the table of contents. */
  points: readonly NavPoint[];
  /** EPUB 3 landmarks: path → its types, such as "bodymatter" or "backmatter endnotes". */
  landmarks: ReadonlyMap<string, string>;
}

/** Reads nav, or NCX if there is no usable nav. A broken table of contents is no reason to refuse a book. */
export async function readNavigation(
  archive: Archive,
  book: EpubPackage,
  limits: EpubLimits,
): Promise<Navigation> {
  const nav = await tryParse(archive, book.nav, limits);
  const landmarks = nav === undefined ? new Map<string, string>() : readLandmarks(nav.root, nav.path);
  const fromNav = nav === undefined ? [] : navPoints(nav.root, nav.path);
  if (fromNav.length > 0) return { points: fromNav, landmarks };
  const ncx = await tryParse(archive, book.ncx, limits);
  return { points: ncx === undefined ? [] : ncxPoints(ncx.root, ncx.path), landmarks };
}

async function tryParse(
  archive: Archive,
  path: string | undefined,
  limits: EpubLimits,
): Promise<{ root: XmlElement; path: string } | undefined> {
  if (path === undefined) return undefined;
  try {
    const bytes = await archive.read(path, limits.packageBytes);
    return bytes === undefined ? undefined : { root: parseXml(decodeText(bytes, path), path), path };
  } catch (error) {
    if (error instanceof EpubError && error.code === 'bad_xml') return undefined;
    throw error;
  }
}

function navOfType(root: XmlElement, type: string): XmlElement | undefined {
  for (const nav of descendants(root, 'nav')) {
    const types = `${nav.attributes.type ?? ''} ${nav.attributes.role ?? ''}`.split(/\s+/);
    if (types.includes(type) || types.includes(`doc-${type}`)) return nav;
  }
  return undefined;
}

function navPoints(root: XmlElement, path: string): NavPoint[] {
  const toc = navOfType(root, 'toc') ?? first(root, 'nav');
  const points: NavPoint[] = [];
  const readList = (list: XmlElement, depth: number, parent: NavPoint | undefined) => {
    for (const item of list.children.filter((c) => c.name === 'li')) {
      const label = item.children.find((c) => c.name === 'a' || c.name === 'span');
      const point = toPoint(label?.text ?? '', label?.attributes.href ?? '', path, depth, parent);
      if (point !== undefined) points.push(point);
      for (const inner of item.children.filter((c) => c.name === 'ol' || c.name === 'ul')) {
        readList(inner, depth + 1, point ?? parent);
      }
    }
  };
  for (const list of toc?.children.filter((c) => c.name === 'ol' || c.name === 'ul') ?? []) {
    readList(list, 0, undefined);
  }
  return points.filter((point) => point.path !== '');
}

function ncxPoints(root: XmlElement, path: string): NavPoint[] {
  const points: NavPoint[] = [];
  const readChildren = (element: XmlElement, depth: number, parent: NavPoint | undefined) => {
    for (const child of element.children.filter((c) => c.name === 'navPoint')) {
      const label = child.children.find((c) => c.name === 'navLabel')?.text ?? '';
      const source = child.children.find((c) => c.name === 'content')?.attributes.src ?? '';
      const point = toPoint(label, source, path, depth, parent);
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
  from: string,
  depth: number,
  parent: NavPoint | undefined,
): NavPoint | undefined {
  const title = plainText(label);
  if (title === '') return undefined;
  const target = href === '' ? { path: '', fragment: '' } : resolvePath(from, href);
  return target === undefined ? undefined : { title, ...target, depth, parent };
}

function readLandmarks(root: XmlElement, path: string): Map<string, string> {
  const landmarks = new Map<string, string>();
  const nav = navOfType(root, 'landmarks');
  if (nav === undefined) return landmarks;
  for (const link of descendants(nav, 'a')) {
    const target = resolvePath(path, link.attributes.href ?? '');
    const type = link.attributes.type ?? '';
    if (target !== undefined && type !== '' && !landmarks.has(target.path)) landmarks.set(target.path, type);
  }
  return landmarks;
}
