/** The cover as readers see it: small, in one format, and safe to serve. */
import type { CoverImage } from '../book.ts';

/** Covers are shown at up to 200 CSS pixels, on screens of up to twice the density. */
const MAX_WIDTH = 400;
const MAX_HEIGHT = 800;
const QUALITY = 80;
/** Larger images are not decoded: 40 megapixels take 160 MB. */
const MAX_PIXELS = 40_000_000;

/** A WebP of at most 400 pixels in width; undefined if the data is no image that can be read. */
export async function toCover(image: CoverImage | undefined): Promise<CoverImage | undefined> {
  if (image === undefined) return undefined;
  // Loaded with the first cover: an idle worker does without its memory.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    const data = await sharp(image.data, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer();
    return { data, mediaType: 'image/webp' };
  } catch {
    return undefined;
  }
}
