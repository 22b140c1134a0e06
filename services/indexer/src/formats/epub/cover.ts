/** The cover image: the one that the package names, or the picture on the page that it names, or on the first page. */
import { Parser } from 'htmlparser2';
import type { CoverImage } from '../../book.ts';
import { BookFileError } from '../errors.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Archive } from './archive.ts';
import type { EpubLimits } from './limits.ts';
import { type EpubPackage, locate, type ManifestItem } from './package.ts';

const RASTER = /^image\/(?:jpe?g|pjpeg|png|gif|webp|avif)$/;
/** How the formats begin, as Latin-1. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n/, 'image/png'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^[\s\S]{4}ftypavi[fs]/, 'image/avif'],
];
/** A page that only shows a cover is short, in bytes. */
const MAX_PAGE_BYTES = 256 * 1024;
/** More candidates are not tried. */
const MAX_TRIED = 12;

/**
 * Undefined if there is none, or none that can be read: a book needs no cover.
 * @param firstPage the first page of the book, if it has hardly any text
 */
export async function readCover(
  archive: Archive,
  book: EpubPackage,
  landmarks: ReadonlyMap<string, string>,
  firstPage: string | undefined,
  limits: EpubLimits,
): Promise<CoverImage | undefined> {
  let tried = 0;
  for (const { path, mediaType } of candidates(book, landmarks, firstPage)) {
    if (!archive.has(path)) continue;
    if (++tried > MAX_TRIED) return undefined;
    try {
      const image = isPage(path, mediaType)
        ? await pictureOn(archive, path, limits)
        : await readImage(archive, path, mediaType, limits);
      if (image !== undefined) return image;
    } catch (error) {
      if (!(error instanceof BookFileError)) throw error;
    }
  }
  return undefined;
}

type Candidate = Pick<ManifestItem, 'path' | 'mediaType'>;

/** By EPUB 3's property, EPUB 2's `<meta name="cover">`, by name, then pages that show it. */
function candidates(
  book: EpubPackage,
  landmarks: ReadonlyMap<string, string>,
  firstPage: string | undefined,
): Candidate[] {
  const byProperty = book.items.filter((item) => item.properties.has('cover-image'));
  const names = book.metadata.children
    .filter((e) => e.name === 'meta' && e.attributes.name === 'cover')
    .map((e) => (e.attributes.content ?? '').trim())
    .filter((name) => name !== '');
  const byMeta = book.items.filter(
    ({ id, path }) => names.includes(id) || names.some((n) => path.endsWith(n)),
  );
  const byName = book.items.filter((item) => /^cover([-_.]?image)?(\.\w+)?$/i.test(item.id));
  const byPath = book.items.filter((item) => /(?:^|\/)cover\.\w+$/i.test(item.path));
  const pages = [...book.guide, ...landmarks]
    .filter(([, types]) => /(?:^|\s|-)cover(?:page|-image|image)?(?:$|\s|-)/i.test(types))
    .map(([path]) => path);
  if (firstPage !== undefined) pages.push(firstPage);
  return [...byProperty, ...byMeta, ...byName, ...byPath, ...pages.map((path) => ({ path, mediaType: '' }))];
}

function isPage(path: string, mediaType: string): boolean {
  return /html|svg/.test(mediaType) || /\.(?:x?html?|svg)$/i.test(path);
}

/** The first picture on a page, also within a drawing. */
async function pictureOn(
  archive: Archive,
  page: string,
  limits: EpubLimits,
): Promise<CoverImage | undefined> {
  const bytes = await archive.read(page, MAX_PAGE_BYTES);
  let reference = '';
  const parser = new Parser({
    onopentag: (name, { src = '', href = '', 'xlink:href': link = '', data = '' }) => {
      if (reference !== '') return;
      if (name === 'img') reference = src;
      else if (name === 'image') reference = href || link;
      else if (name === 'object') reference = data;
    },
  });
  parser.end(bytes === undefined ? '' : decodeText(bytes, page));
  const target = reference === '' ? undefined : locate(archive, page, reference);
  return target === undefined ? undefined : readImage(archive, target.path, '', limits);
}

/** An image of pixels, by its first bytes; where they are not known, by its media type. */
async function readImage(
  archive: Archive,
  path: string,
  mediaType: string,
  limits: EpubLimits,
): Promise<CoverImage | undefined> {
  const data = await archive.read(path, limits.coverBytes);
  if (data === undefined || data.length === 0) return undefined;
  const type = rasterTypeOf(data) ?? (RASTER.test(mediaType) ? mediaType : undefined);
  return type === undefined ? undefined : { data, mediaType: type };
}

/** The media type of an image of pixels by its first bytes; undefined if they are of none that is known. */
export function rasterTypeOf(data: Buffer): string | undefined {
  const head = data.toString('latin1', 0, 32);
  return BEGINNINGS.find(([beginning]) => beginning.test(head))?.[1];
}
