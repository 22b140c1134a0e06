/**
 * Draws the cover of a book: a motif above, title and author below, in one design for the whole shelf.
 * Lettering is drawn as outlines from the font file, because a server may have no fonts installed.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import sharp from 'sharp';
import type { BookSource } from './book-source.ts';
import { MOTIF_HEIGHT, MOTIFS } from './motifs.ts';

/** Pixels. */
export const COVER_WIDTH = 600;
export const COVER_HEIGHT = 900;
const MARGIN = 48;
const TITLE_SIZES = [66, 60, 54, 48, 42];
const TITLE_LEADING = 1.12;
const MAX_TITLE_LINES = 3;
/** Enough for three colours and the soft edges between them. */
const PALETTE_COLOURS = 64;
const AUTHOR_SIZE = 29;
const AUTHOR_BASELINE = COVER_HEIGHT - MARGIN;
/** Lowest baseline of the title: leaves a clear line above the author. */
const TITLE_FLOOR = AUTHOR_BASELINE - 62;

const upright = openFont('literata-latin-wght-normal.woff2');
const italic = openFont('literata-latin-wght-italic.woff2');

/**
 * A PNG of 600 × 900 pixels.
 *
 * @throws Error if the book names a motif that does not exist, or its title does not fit.
 */
export async function drawCover(book: BookSource): Promise<Buffer> {
  return sharp(Buffer.from(coverSvg(book)))
    .removeAlpha()
    .png({ palette: true, colours: PALETTE_COLOURS, dither: 0, compressionLevel: 9 })
    .toBuffer();
}

function coverSvg(book: BookSource): string {
  const { motif, ground, ink, accent } = book.cover;
  const draw = MOTIFS[motif];
  if (!draw) {
    throw new Error(`${book.slug}: no motif "${motif}"; there are ${Object.keys(MOTIFS).join(', ')}`);
  }
  const { lines, size } = fitTitle(book);
  const leading = size * TITLE_LEADING;
  const first = TITLE_FLOOR - (lines.length - 1) * leading;
  const title = lines.map((line, i) => outline(upright, line, size, MARGIN, first + i * leading)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${COVER_WIDTH}" height="${COVER_HEIGHT}" viewBox="0 0 ${COVER_WIDTH} ${COVER_HEIGHT}">
<defs><clipPath id="plate"><rect width="${COVER_WIDTH}" height="${MOTIF_HEIGHT}"/></clipPath></defs>
<rect width="${COVER_WIDTH}" height="${COVER_HEIGHT}" fill="${ground}"/>
<g clip-path="url(#plate)">${draw({ ground, ink, accent })}</g>
<g fill="${ink}">${title}${outline(italic, book.author, AUTHOR_SIZE, MARGIN, AUTHOR_BASELINE)}</g>
</svg>`;
}

/** The largest size at which the title is in at most three lines, and its evenest breaking there. */
function fitTitle(book: BookSource): { lines: string[]; size: number } {
  const room = COVER_WIDTH - 2 * MARGIN;
  for (const size of TITLE_SIZES) {
    for (let count = 1; count <= MAX_TITLE_LINES; count++) {
      const widest = (lines: string[]) => Math.max(...lines.map((line) => width(upright, line, size)));
      const best = breakings(book.title.split(' '), count)
        .filter((lines) => widest(lines) <= room)
        .sort((a, b) => widest(a) - widest(b))[0];
      if (best) return { lines: best, size };
    }
  }
  throw new Error(`${book.slug}: the title does not fit on its cover`);
}

/** All ways to set the words in `count` lines, in order. */
function breakings(words: string[], count: number): string[][] {
  if (count === 1) return [[words.join(' ')]];
  const ways: string[][] = [];
  for (let i = 1; i <= words.length - count + 1; i++) {
    for (const rest of breakings(words.slice(i), count - 1))
      ways.push([words.slice(0, i).join(' '), ...rest]);
  }
  return ways;
}

function openFont(file: string): fontkit.Font {
  const path = fileURLToPath(import.meta.resolve(`@fontsource-variable/literata/files/${file}`));
  const font = fontkit.create(readFileSync(path));
  if (!('layout' in font)) throw new Error(`${file} is a collection, not a font`);
  return font;
}

function width(font: fontkit.Font, text: string, size: number): number {
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

/** The text as SVG paths, its baseline starting at (x, y). */
function outline(font: fontkit.Font, text: string, size: number, x: number, y: number): string {
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  let pen = x;
  return run.glyphs
    .map((glyph, i) => {
      const left = pen;
      pen += run.positions[i]!.xAdvance * scale;
      const place = `translate(${left.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})`;
      return `<path transform="${place}" d="${glyph.path.toSVG()}"/>`;
    })
    .join('');
}
