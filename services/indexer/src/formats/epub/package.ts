/** The package file (OPF): which files the book consists of, and in which order they are read. */

import { decodeText } from '../text/decode-text.ts';
import type { Archive } from './archive.ts';
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
]);

export interface ManifestItem {
  id: string;
  /** Path in the archive. */
  path: string;
  mediaType: string;
  /** Space-separated `properties` of EPUB 3. */
  properties: ReadonlySet<string>;
}

export interface SpineItem {
  path: string;
  /** False for what stands outside the reading order (linear="no"). */
  linear: boolean;
}

export interface EpubPackage {
  /** Path of the OPF in the archive. */
  path: string;
  metadata: XmlElement;
  items: readonly ManifestItem[];
  /** Text files in reading order, each once, all of them in the archive. */
  spine: readonly SpineItem[];
  /** Path of EPUB 3's navigation document. */
  nav: string | undefined;
  /** Path of EPUB 2's NCX. */
  ncx: string | undefined;
  /** EPUB 2's guide: path → type. */
  guide: ReadonlyMap<string, string>;
}

/**
 * Finds and reads the package file.
 * @throws EpubError no_container, no_package, no_spine, bad_xml, entities, too_large
 */
export async function readPackage(archive: Archive, limits: EpubLimits): Promise<EpubPackage> {
  const path = await packagePath(archive, limits);
  const bytes = await archive.read(path, limits.packageBytes);
  if (bytes === undefined) throw new EpubError('no_package', path);
  const root = parseXml(decodeText(bytes, path), path);
  const items = manifestItems(root, path);
  const byId = new Map(items.map((item) => [item.id, item]));
  const spineElement = first(root, 'spine');
  const spine = readSpine(spineElement, byId, archive);
  if (spine.length === 0) throw new EpubError('no_spine');
  const ncxId = spineElement?.attributes.toc;
  return {
    path,
    metadata: first(root, 'metadata') ?? { name: 'metadata', attributes: {}, children: [], text: '' },
    items,
    spine,
    nav: items.find((item) => item.properties.has('nav'))?.path,
    ncx:
      (ncxId === undefined ? undefined : byId.get(ncxId)?.path) ??
      items.find((item) => item.mediaType === 'application/x-dtbncx+xml')?.path,
    guide: readGuide(root, path),
  };
}

async function packagePath(archive: Archive, limits: EpubLimits): Promise<string> {
  const bytes = await archive.read(CONTAINER, limits.packageBytes);
  if (bytes === undefined) throw new EpubError('no_container');
  const rootFiles = [...descendants(parseXml(decodeText(bytes, CONTAINER), CONTAINER), 'rootfile')];
  const chosen = rootFiles.find((f) => f.attributes['media-type'] === PACKAGE_TYPE) ?? rootFiles[0];
  const path = resolvePath('', chosen?.attributes['full-path'] ?? '')?.path;
  if (path === undefined || path === '') throw new EpubError('no_container');
  return path;
}

function manifestItems(root: XmlElement, packageFile: string): ManifestItem[] {
  const manifest = first(root, 'manifest');
  if (manifest === undefined) return [];
  const items: ManifestItem[] = [];
  for (const { attributes } of descendants(manifest, 'item')) {
    const target = resolvePath(packageFile, attributes.href ?? '');
    if (target === undefined || attributes.id === undefined) continue;
    items.push({
      id: attributes.id,
      path: target.path,
      mediaType: (attributes['media-type'] ?? '').toLowerCase(),
      properties: new Set((attributes.properties ?? '').split(/\s+/).filter((p) => p !== '')),
    });
  }
  return items;
}

function readSpine(
  spine: XmlElement | undefined,
  byId: ReadonlyMap<string, ManifestItem>,
  archive: Archive,
): SpineItem[] {
  if (spine === undefined) return [];
  const result = new Map<string, SpineItem>();
  for (const { attributes } of descendants(spine, 'itemref')) {
    const item = byId.get(attributes.idref ?? '');
    if (item === undefined || result.has(item.path) || !isText(item) || !archive.has(item.path)) continue;
    result.set(item.path, { path: item.path, linear: attributes.linear?.toLowerCase() !== 'no' });
  }
  return [...result.values()];
}

function isText(item: ManifestItem): boolean {
  return TEXT_TYPES.has(item.mediaType) || /\.x?html?$/i.test(item.path);
}

function readGuide(root: XmlElement, packageFile: string): Map<string, string> {
  const guide = new Map<string, string>();
  for (const { attributes } of descendants(root, 'reference')) {
    const target = resolvePath(packageFile, attributes.href ?? '');
    if (target !== undefined && attributes.type !== undefined && !guide.has(target.path)) {
      guide.set(target.path, attributes.type.toLowerCase());
    }
  }
  return guide;
}

export interface Target {
  /** Path in the archive. */
  path: string;
  /** Part after '#', decoded; empty if there is none. */
  fragment: string;
}

/**
 * Resolves a reference against the file it stands in. Undefined for other hosts and schemes, and for paths
 * that lead out of the archive.
 * @param from path of the referring file in the archive
 */
export function resolvePath(from: string, href: string): Target | undefined {
  const trimmed = href.trim();
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(trimmed)) return undefined;
  const hash = trimmed.indexOf('#');
  const file = decodeUri((hash === -1 ? trimmed : trimmed.slice(0, hash)).replace(/\?.*$/, ''));
  const fragment = hash === -1 ? '' : decodeUri(trimmed.slice(hash + 1));
  if (file === '') return { path: from, fragment };
  const base = file.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of file.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') base.push(part);
    else if (base.pop() === undefined) return undefined;
  }
  return { path: base.join('/'), fragment };
}

function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
