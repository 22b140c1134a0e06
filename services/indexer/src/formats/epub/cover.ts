/** The cover image, where the package names one in a format of pixels. */
import type { CoverImage } from '../../book.ts';
import type { Archive } from './archive.ts';
import { EpubError } from './errors.ts';
import type { EpubLimits } from './limits.ts';
import type { EpubPackage, ManifestItem } from './package.ts';

const RASTER = /^image\/(?:jpe?g|pjpeg|png|gif|webp|avif)$/;

/** Undefined if there is none, or none that can be read: a book needs no cover. */
export async function readCover(
  archive: Archive,
  book: EpubPackage,
  limits: EpubLimits,
): Promise<CoverImage | undefined> {
  const item = candidates(book).find((i) => RASTER.test(i.mediaType) && archive.has(i.path));
  if (item === undefined) return undefined;
  try {
    const data = await archive.read(item.path, limits.coverBytes);
    return data === undefined || data.length === 0 ? undefined : { data, mediaType: item.mediaType };
  } catch (error) {
    if (error instanceof EpubError) return undefined;
    throw error;
  }
}

/** By EPUB 3's property, EPUB 2's `<meta name="cover">`, then by name. */
function candidates(book: EpubPackage): ManifestItem[] {
  const byProperty = book.items.filter((item) => item.properties.has('cover-image'));
  const names = book.metadata.children
    .filter((e) => e.name === 'meta' && e.attributes.name === 'cover')
    .map((e) => e.attributes.content ?? '');
  const byMeta = book.items.filter(
    (item) => names.includes(item.id) || names.some((n) => n !== '' && item.path.endsWith(n)),
  );
  const byName = book.items.filter((item) => /^cover([-_.]?image)?(\.\w+)?$/i.test(item.id));
  const byPath = book.items.filter((item) => /(?:^|\/)cover\.\w+$/i.test(item.path));
  return [...byProperty, ...byMeta, ...byName, ...byPath];
}
