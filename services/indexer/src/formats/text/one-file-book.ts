/** A book that is one file of text: from its blocks to sections. */
import { readFile, stat } from 'node:fs/promises';
import type { Section } from '../../book.ts';
import { BookFileError } from '../errors.ts';
import type { Content } from './content-block.ts';
import { checkTextSize, decodeAny } from './decode-any.ts';
import { pointsOfHeadings } from './heading-points.ts';
import { sizeOf } from './section-shape.ts';
import { assembleSections } from './sections.ts';
import { TEXT_ERRORS, TEXT_LIMITS } from './text-limits.ts';

/**
 * Words of a section, on average, from which on a file is divided at its headings: without it, the book would be
 * one section. Files of an EPUB, which are divided already, need more.
 */
export const MIN_MEAN_SECTION_WORDS = 150;

/** Its text, decoded. @throws BookFileError too_large, bad_encoding; errors of the file system as they come */
export async function readTextFile(path: string, name: string): Promise<string> {
  checkTextSize((await stat(path)).size, TEXT_LIMITS.bytes);
  return decodeAny(await readFile(path), name);
}

/** Sections by headings. @throws BookFileError too_short, no_text */
export function sectionsOfFile(content: Content, title: string): Section[] {
  const words = content.blocks.reduce((sum, { text }) => sum + sizeOf(text), 0);
  if (words === 0) throw new BookFileError('no_text');
  if (words < TEXT_LIMITS.minWords)
    throw new BookFileError('too_short', '', { reason: TEXT_ERRORS.too_short });
  const { content: named, points } = pointsOfHeadings(content, '');
  const sections = assembleSections(
    [{ path: '', content: named, landmark: '' }],
    points,
    title,
    MIN_MEAN_SECTION_WORDS,
  );
  if (!sections.some(({ kind }) => kind === 'body')) throw new BookFileError('no_text');
  return sections;
}
