/** Reading: one section as typed blocks, put together from its chunks. */
import type { Block__Out as Block } from '@libtrails/proto/types/library/v1/Block';
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { SectionRef__Out as SectionRef } from '@libtrails/proto/types/library/v1/SectionRef';
import type { SectionText__Out as SectionText } from '@libtrails/proto/types/library/v1/SectionText';
import type { Library } from '../store/sqlite/library.ts';
import { openingOf } from '../words/opening.ts';
import { requireBook } from './books.ts';
import { notFound } from './not-found.ts';

/** What blocks are made from. */
export interface ChunkText {
  /** UTF-16 range of the text in its section. */
  start: number;
  stop: number;
  text: string;
  /** JSON: [[type, level, start, end, continued], ...], offsets in `text`. */
  blocks: string;
}

interface ChunkRow extends ChunkText {
  id: number;
  searchable: 0 | 1;
  position: number;
}

type BlockRow = [type: string, level: number, start: number, end: number, continued: 0 | 1];

/** The section with its blocks and the ranges of its passages. @throws LibTrailsError not_found */
export function getSection(library: Library, bookId: number, index: number): SectionText {
  const book = requireBook(library, bookId);
  const around = library.statement<SectionRef>('section-neighbours').all({ book: bookId, index });
  const at = (place: number) => around.find((section) => section.index === place) ?? null;
  const section = at(index);
  if (section === null) throw notFound(`section in book ${bookId}:`, index);
  const chunks = library.statement<ChunkRow>('section-chunks').all(bookId, index);
  const passages = chunks
    .filter(({ searchable }) => searchable === 1)
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
      }),
    );
  return { book, section, blocks: blocksOf(chunks), passages, previous: at(index - 1), next: at(index + 1) };
}

/**
 * The blocks of consecutive chunks of one section. A block that a chunk's end divided is whole again; a
 * chunk that begins within a block begins with the rest of it.
 */
export function blocksOf(chunks: readonly ChunkText[]): Block[] {
  const blocks: Block[] = [];
  for (const chunk of chunks) {
    for (const [type, level, start, end, continued] of JSON.parse(chunk.blocks) as BlockRow[]) {
      const text = chunk.text.slice(start, end);
      const begins = chunk.start + start;
      const before = blocks.at(-1);
      if (continued === 1 && before !== undefined) {
        // The white space at the cut stands in neither chunk; lines of verse are divided between lines.
        const cut = begins - (before.start + before.text.length);
        before.text += (type === 'verse' ? '\n' : ' ').repeat(Math.max(0, cut)) + text;
      } else {
        blocks.push({ type, level, start: begins, text });
      }
    }
  }
  return blocks;
}
