/** The cover as readers see it: in three sizes, in one format, safe to serve, and its colour. */
import type { CoverImage } from '../book.ts';

/** Widths in pixels, widest first: a shelf, a page, and both on screens of twice the density. */
const WIDTHS = [640, 320, 160] as const;
/** Covers are at most twice as high as wide; what is higher is made narrower. */
const HEIGHT_PER_WIDTH = 2;
const QUALITY = 80;
/** Larger images are not decoded: 40 megapixels take 160 MB. */
const MAX_PIXELS = 40_000_000;

export interface CoverSize {
  width: number;
  height: number;
  data: Uint8Array;
}

export interface Cover extends CoverSize {
  mediaType: string;
  /** "#rrggbb": what fills most of it. */
  color: string;
  /** The narrower ones; none where the image itself is no wider. */
  smaller: CoverSize[];
}

/** WebP images of at most 640, 320 and 160 pixels in width; undefined if the data is no image that can be read. */
export async function toCover(image: CoverImage | undefined): Promise<Cover | undefined> {
  if (image === undefined) return undefined;
  // Loaded with the first cover: an idle worker does without its memory.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    // Decoded once; each size is made from the next larger one.
    let pixels = await sharp(image.data, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize(fitting(WIDTHS[0]))
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = () => {
      const { width, height, channels } = pixels.info;
      return sharp(pixels.data, { raw: { width, height, channels } });
    };
    const { dominant } = await raw().stats();
    const sizes: CoverSize[] = [];
    for (const width of WIDTHS) {
      if (sizes.length > 0 && pixels.info.width <= width) continue;
      if (sizes.length > 0) {
        pixels = await raw().resize(fitting(width)).raw().toBuffer({ resolveWithObject: true });
      }
      const data = await raw().webp({ quality: QUALITY }).toBuffer();
      sizes.push({ width: pixels.info.width, height: pixels.info.height, data });
    }
    const [widest, ...smaller] = sizes as [CoverSize, ...CoverSize[]];
    return { ...widest, mediaType: 'image/webp', color: hex(dominant), smaller };
  } catch {
    return undefined;
  }
}

const fitting = (width: number) => ({
  width,
  height: width * HEIGHT_PER_WIDTH,
  fit: 'inside' as const,
  withoutEnlargement: true,
});

function hex({ r, g, b }: { r: number; g: number; b: number }): string {
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
