/** Reading: one section as typed blocks, put together from its chunks. */
import type { Block__Out as Block } from '@libtrails/proto/types/library/v1/Block';
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { SectionText__Out as SectionText } from '@libtrails/proto/types/library/v1/SectionText';
import type { BlockType } from '@libtrails/proto/values';
import type { Catalogue, StoredText } from '../store/catalogue.ts';
import { openingOf } from '../words/opening.ts';
import { pagesIn, printedPages } from '../words/printed-pages.ts';
import { requireBook } from './books.ts';
import { notFound } from './not-found.ts';

/** What blocks are made from. */
export type BlockText = Pick<StoredText, 'start' | 'text' | 'blocks'>;

type BlockRow = [type: BlockType, level: number, start: number, end: number, continued: 0 | 1];

/** The section with its blocks and the ranges of its passages. @throws LibTrailsError not_found */
export async function getSection(catalogue: Catalogue, bookId: number, index: number): Promise<SectionText> {
  const book = await requireBook(catalogue, bookId);
  const stored = await catalogue.section(bookId, index);
  if (stored === undefined) throw notFound(`section in book ${bookId}:`, index);
  const { section, texts, previous, next, pages } = stored;
  const passages = texts
    .filter(({ searchable }) => searchable)
    .map(
      ({ id, start, stop, position, text }): Passage => ({
        id,
        bookId,
        section,
        start,
        end: stop,
        text: '',
        highlights: [],
        position,
        opening: openingOf(text),
        sentences: [],
        ...printedPages(pages, start, stop),
      }),
    );
  const shown = pagesIn(pages, 0, Number.POSITIVE_INFINITY);
  return { book, section, blocks: blocksOf(texts), passages, previous, next, pages: shown };
}

/**
 * The blocks of consecutive chunks of one section. A block that a chunk's end divided is whole again; a
 * chunk that begins within a block begins with the rest of it.
 */
export function blocksOf(chunks: readonly BlockText[]): Block[] {
  const blocks: Block[] = [];
  for (const chunk of chunks) {
    for (const [type, level, start, end, continued] of JSON.parse(chunk.blocks) as BlockRow[]) {
      const text = chunk.text.slice(start, end);
      const begins = chunk.start + start;
      const before = blocks.at(-1);
      if (continued === 1 && before !== undefined) {
        // Neither chunk has the white space at the cut; lines of verse are divided between lines.
        const cut = begins - (before.start + before.text.length);
        before.text += (type === 'verse' ? '\n' : ' ').repeat(Math.max(0, cut)) + text;
      } else {
        blocks.push({ type, level, start: begins, text });
      }
    }
  }
  return blocks;
}
