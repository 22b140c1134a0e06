/** The package file (OPF): which files the book consists of, and in which order they are read. */

import type { ReadingNote } from '../../book.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Archive } from './archive.ts';
import { decodePath } from './archive-names.ts';
import { EpubError } from './errors.ts';
import type { EpubLimits } from './limits.ts';
import { descendants, first, parseXml, type XmlElement } from './xml.ts';

const CONTAINER = 'META-INF/container.xml';
const PACKAGE_TYPE = 'application/oebps-package+xml';
const TEXT_TYPES = new Set([
  'application/xhtml+xml',
  'text/html',
  'application/x-dtbook+xml',
  'text/x-oeb1-document',
  'image/svg+xml',
]);
/** What a wrong media type may hide a text behind: anything but these. */
const NO_TEXT = /^(?:image|audio|video|font)\/|css|javascript|font|pdf|ncx|smil/;

export interface ManifestItem {
  id: string;
  /** Path in the archive. */
  path: string;
  mediaType: string;
  /** Id of the item that stands in for this one; empty if there is none. */
  fallback: string;
  /** Space-separated `properties` of EPUB 3. */
  properties: ReadonlySet<string>;
}

export interface EpubPackage {
  /** Path of the OPF in the archive. */
  path: string;
  metadata: XmlElement;
  items: readonly ManifestItem[];
  /** Text files in reading order, those outside the linear order (`linear="no"`) at their places, each once, all of them in the archive. */
  spine: readonly string[];
  /** Path of EPUB 3's navigation document. */
  nav: string | undefined;
  /** Path of EPUB 2's NCX. */
  ncx: string | undefined;
  /** EPUB 2's guide: path → type. */
  guide: ReadonlyMap<string, string>;
}

/**
 * Finds and reads the package file.
 * @param notes gets what had to be repaired
 * @throws EpubError no_container, no_package, no_spine, bad_xml, entities, too_large
 */
export async function readPackage(
  archive: Archive,
  limits: EpubLimits,
  notes: ReadingNote[] = [],
): Promise<EpubPackage> {
  const path = await packagePath(archive, limits, notes);
  const bytes = await archive.read(path, limits.packageBytes);
  if (bytes === undefined) throw new EpubError('no_package', path);
  const root = parseXml(decodeText(bytes, path), path, notes);
  const items = manifestItems(root, path, archive);
  const spineElement = first(root, 'spine');
  const stated = readSpine(spineElement, byId(items, archive));
  const spine = stated.length > 0 ? stated : textsOf(items, archive);
  if (spine.length === 0) {
    const broken = notes.find(({ place }) => place === path);
    throw broken === undefined
      ? new EpubError('no_spine')
      : new EpubError('bad_xml', `${path}: ${broken.reason}`);
  }
  if (stated.length === 0) {
    notes.push({
      kind: 'repaired',
      place: path,
      reason: 'its spine is empty: the order of the manifest is read',
    });
  }
  const ncxId = spineElement?.attributes.toc?.trim();
  return {
    path,
    metadata: first(root, 'metadata') ?? { name: 'metadata', attributes: {}, children: [], text: '' },
    items,
    spine,
    nav: items.find((item) => item.properties.has('nav'))?.path,
    ncx:
      (ncxId === undefined ? undefined : items.find(({ id }) => id === ncxId)?.path) ??
      items.find((item) => item.mediaType === 'application/x-dtbncx+xml' || /\.ncx$/i.test(item.path))?.path,
    guide: readGuide(root, path, archive),
  };
}

/** The one that the container names, else the only one there is. */
async function packagePath(archive: Archive, limits: EpubLimits, notes: ReadingNote[]): Promise<string> {
  const bytes = await archive.read(CONTAINER, limits.packageBytes);
  const named: string[] = [];
  if (bytes !== undefined && bytes.length > 0) {
    const container = parseXml(decodeText(bytes, CONTAINER), CONTAINER, notes);
    const rootFiles = [...descendants(container, 'rootfile')];
    const packages = rootFiles.filter((f) => f.attributes['media-type'] === PACKAGE_TYPE);
    for (const { attributes } of [...packages, ...rootFiles]) {
      const path = locate(archive, '', attributes['full-path'] ?? '')?.path ?? '';
      if (path !== '') named.push(path);
    }
  }
  const found = named.find((path) => archive.has(path));
  if (found !== undefined) return found;
  const others = [...archive.names()].filter((name) => /\.opf$/i.test(name));
  others.sort((a, b) => a.split('/').length - b.split('/').length);
  const [other] = others;
  if (other === undefined) {
    if (named[0] === undefined) throw new EpubError('no_container');
    throw new EpubError('no_package', named[0]);
  }
  notes.push({ kind: 'repaired', place: CONTAINER, reason: `it does not lead to the package file ${other}` });
  return other;
}

function manifestItems(root: XmlElement, packageFile: string, archive: Archive): ManifestItem[] {
  const manifest = first(root, 'manifest');
  if (manifest === undefined) return [];
  const items: ManifestItem[] = [];
  for (const { attributes } of descendants(manifest, 'item')) {
    const target = locate(archive, packageFile, attributes.href ?? '');
    if (target === undefined || attributes.id === undefined) continue;
    items.push({
      // White space around an id is no part of it (XML 1.0, 3.3.3).
      id: attributes.id.trim(),
      path: target.path,
      mediaType: (attributes['media-type'] ?? '').trim().toLowerCase(),
      fallback: (attributes.fallback ?? '').trim(),
      properties: new Set((attributes.properties ?? '').split(/\s+/).filter((p) => p !== '')),
    });
  }
  return items;
}

function readSpine(spine: XmlElement | undefined, items: ItemsById): string[] {
  if (spine === undefined) return [];
  const paths = new Set<string>();
  for (const { attributes } of descendants(spine, 'itemref')) {
    const id = attributes.idref?.trim() ?? '';
    const item = textItem(id, items) ?? textItem(id.toLowerCase(), items);
    if (item !== undefined) paths.add(item.path);
  }
  return [...paths];
}

/** All texts of the manifest in its order, for a spine that names none of them; the table of contents is no text then. */
function textsOf(items: readonly ManifestItem[], archive: Archive): string[] {
  const texts = items.filter(
    (item) =>
      isText(item) &&
      item.mediaType !== 'image/svg+xml' &&
      !item.properties.has('nav') &&
      archive.has(item.path),
  );
  return [...new Set(texts.map(({ path }) => path))];
}

/** The text that an id of the spine means: the item itself, else what stands in for it, else what may be a text. */
function textItem(id: string, items: ItemsById): ManifestItem | undefined {
  let other: ManifestItem | undefined;
  let next = id;
  for (let i = 0; i < MAX_FALLBACKS && next !== ''; i++) {
    const text = items.texts.get(next);
    if (text !== undefined) return text;
    const item = items.others.get(next);
    if (item !== undefined && !NO_TEXT.test(item.mediaType)) other ??= item;
    next = item?.fallback ?? '';
  }
  return other;
}

/** Of the items in the archive, the first text of each id, and the first of the rest. */
interface ItemsById {
  texts: ReadonlyMap<string, ManifestItem>;
  others: ReadonlyMap<string, ManifestItem>;
}

function byId(items: readonly ManifestItem[], archive: Archive): ItemsById {
  const texts = new Map<string, ManifestItem>();
  const others = new Map<string, ManifestItem>();
  for (const item of items) {
    const map = isText(item) ? texts : others;
    if (!archive.has(item.path)) continue;
    if (!map.has(item.id)) map.set(item.id, item);
  }
  // Where nothing has the id as it is written: the item whose id differs in case, or whose file is called so.
  for (const item of texts.values()) {
    for (const other of [item.id, item.path.split('/').at(-1)!].map((name) => name.toLowerCase())) {
      if (!texts.has(other) && !others.has(other)) texts.set(other, item);
    }
  }
  return { texts, others };
}

export function isText(item: ManifestItem): boolean {
  return TEXT_TYPES.has(item.mediaType) || /\.(?:x?html?|svg)$/i.test(item.path);
}

/** What the guide says of whole files; a reference to a place within one says nothing of the rest. */
function readGuide(root: XmlElement, packageFile: string, archive: Archive): Map<string, string> {
  const guide = new Map<string, string>();
  for (const { attributes } of descendants(root, 'reference')) {
    const target = locate(archive, packageFile, attributes.href ?? '');
    if (target === undefined || target.fragment !== '' || attributes.type === undefined) continue;
    if (!guide.has(target.path)) guide.set(target.path, attributes.type.toLowerCase());
  }
  return guide;
}

/** Longer references name no file, in UTF-16 units. */
const MAX_REFERENCE = 1_000;
/** Items that stand in for each other one after the other. */
const MAX_FALLBACKS = 16;

export interface Target {
  /** Path in the archive. */
  path: string;
  /** Part after '#', decoded; empty if there is none. */
  fragment: string;
}

/**
 * Resolves a reference against the file it stands in. Undefined for other hosts and schemes. A path can't lead out
 * of the archive: the root is its own parent, as in any URL (EPUB 3.3, 4.2.5).
 * @param from path of the referring file in the archive
 */
export function resolvePath(from: string, href: string): Target | undefined {
  const trimmed = href.trim();
  if (isElsewhere(trimmed)) return undefined;
  const hash = trimmed.indexOf('#');
  const file = decodePath((hash === -1 ? trimmed : trimmed.slice(0, hash)).replace(/\?.*$/s, ''));
  const fragment = hash === -1 ? '' : decodePath(trimmed.slice(hash + 1));
  return file === '' ? { path: from, fragment } : { path: joinPath(from, file), fragment };
}

/**
 * As `resolvePath`; where the archive has no such file, the one whose name the reference gives without the escapes
 * that '?', '#' and '%' need in a URL.
 */
export function locate(archive: Archive, from: string, href: string): Target | undefined {
  const target = resolvePath(from, href);
  if (target === undefined) return undefined;
  const raw = href.trim();
  const candidates = [target];
  if (!archive.has(target.path) && raw.length <= MAX_REFERENCE) {
    for (let end = raw.length; end > 0; end = raw.lastIndexOf('#', end - 1)) {
      candidates.push({ path: joinPath(from, raw.slice(0, end)), fragment: decodePath(raw.slice(end + 1)) });
    }
    // Some tools write paths from the root of the archive; others escape what is escaped already.
    for (const other of [resolvePath('', raw), resolvePath(from, decodePath(raw))]) {
      if (other !== undefined) candidates.push(other);
    }
  }
  for (const { path, fragment } of candidates) {
    const name = archive.nameOf(path);
    if (name !== undefined) return { path: name, fragment };
  }
  return target;
}

/** A scheme such as "https:", or a host. */
function isElsewhere(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href);
}

function joinPath(from: string, file: string): string {
  const parts = file.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of file.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
