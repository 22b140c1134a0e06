/** A book of the shelf as its text file holds it: front matter, then chapters of a small Markdown. */

import { type Block, parseBlocks } from './markdown.ts';

export interface CoverDesign {
  /** Name of a drawing in motifs.ts. */
  motif: string;
  /** `#rrggbb`. */
  ground: string;
  ink: string;
  accent: string;
}

export interface Chapter {
  title: string;
  blocks: Block[];
}

export interface BookSource {
  /** File name without extension; names the EPUB as well. */
  slug: string;
  title: string;
  author: string;
  year: number;
  /** BCP 47. */
  language: string;
  description: string;
  subjects: string[];
  /** One line: for what the book was written, and its licence. */
  credit: string;
  cover: CoverDesign;
  chapters: Chapter[];
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const COLOUR = /^#[0-9a-f]{6}$/;

/**
 * Reads one book.
 *
 * Front matter is `key: value`, one a line; subjects are divided by `;`, and `cover` is a motif and three
 * colours. A line `## Title` opens a chapter.
 *
 * @throws Error naming the book and the line of front matter that is missing or wrong.
 */
export function parseBook(slug: string, source: string): BookSource {
  const matter = FRONT_MATTER.exec(source);
  if (!matter) throw new Error(`${slug}: the file does not begin with front matter between two lines "---"`);
  const fields = new Map<string, string>();
  for (const line of matter[1]!.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new Error(`${slug}: "${line}" in the front matter is not "key: value"`);
    fields.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  const field = (name: string): string => {
    const value = fields.get(name);
    if (!value) throw new Error(`${slug}: the front matter has no ${name}`);
    return value;
  };
  const [motif, ground, ink, accent] = field('cover').split(/\s+/);
  if (!motif || ![ground, ink, accent].every((colour) => colour && COLOUR.test(colour))) {
    throw new Error(`${slug}: cover must be a motif and three colours, "motif #ground #ink #accent"`);
  }
  const year = Number(field('year'));
  if (!Number.isInteger(year)) throw new Error(`${slug}: year is not a number`);
  return {
    slug,
    title: curlQuotes(field('title')),
    author: field('author'),
    year,
    language: field('language'),
    description: curlQuotes(field('description')),
    subjects: field('subjects').split(/\s*;\s*/),
    credit: field('credit'),
    cover: { motif, ground: ground!, ink: ink!, accent: accent! },
    chapters: parseChapters(slug, curlQuotes(source.slice(matter[0].length))),
  };
}

function parseChapters(slug: string, body: string): Chapter[] {
  const [before, ...parts] = body.split(/^## /m);
  if (before!.trim()) throw new Error(`${slug}: text stands before the first chapter`);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    return { title: part.slice(0, end).trim(), blocks: parseBlocks(part.slice(end + 1)) };
  });
}

/** Sources are typed with straight quotes and double hyphens; the page gets curly ones and en dashes. */
export function curlQuotes(text: string): string {
  return text
    .replace(/(^|[\s([–—*“])"/gm, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([–—*“])'/gm, '$1‘')
    .replace(/'/g, '’')
    .replace(/ -- /g, ' – ')
    .replace(/\.\.\./g, '…');
}

/** White-space-separated words of the chapters, titles not counted. */
export function countWords(book: BookSource): number {
  return book.chapters
    .flatMap((chapter) => chapter.blocks)
    .flatMap((block) => block.paragraphs)
    .reduce((sum, paragraph) => sum + paragraph.split(/\s+/).filter(Boolean).length, 0);
}
