/** What the rooms of the indexer hand to each other: parsed book → chunked book → indexed book. */

import type { BookMetadata__Out as BookMetadata } from '@libtrails/proto/types/ingest/v1/BookMetadata';
import type { BlockType, NameKind, SectionKind, TopicKind } from '@libtrails/proto/values';

/** Of section kinds only `body` is chunked for search; the other kinds are kept for reading. */
export type { BlockType, SectionKind, TopicKind };

export interface Block {
  type: BlockType;
  /** Plain text: NFC, white space collapsed to single spaces ('\n' only between lines of verse). Never empty. */
  text: string;
  /** 1..6 for headings, else 0. */
  level: number;
  /**
   * Printed pages that begin in it, in order; absent if none does or the file does not say. Readers of all formats fill
   * it: EPUB from page breaks and page lists, a paged format with the label of each of its pages.
   */
  pages?: readonly PageBreak[];
}

/** The place where a page of the printed book begins. */
export interface PageBreak {
  /** As printed: "12", "xiv"; empty if the file does not say. */
  label: string;
  /** UTF-16 units of the block's text before it. */
  at: number;
}

export interface Section {
  /** Place in reading order, 0-based; equals its place in `ParsedBook.sections`. */
  index: number;
  title: string;
  kind: SectionKind;
  /** Nesting in the table of contents, 0-based. */
  depth: number;
  /** Where it stands in the source file: for an EPUB the path in the archive, with '#' and an id within that file. */
  href: string;
  blocks: Block[];
  /** What keeps it out of search, such as "contents" or "notes"; absent for the body. */
  apparatus?: string | undefined;
}

export interface CoverImage {
  data: Uint8Array;
  mediaType: string;
}

/** Something that the reader of a file could not take as it stands. */
export interface ReadingNote {
  /** `repaired`: read by a tolerant second try. `unread`: a part that is missing from the book. */
  kind: 'repaired' | 'unread';
  /** File in the archive, or another place that helps to find it. */
  place: string;
  reason: string;
}

export type { BookMetadata };

export interface ParsedBook extends BookMetadata {
  sections: Section[];
  cover: CoverImage | undefined;
  /** What is missing or was repaired; absent if nothing. */
  notes?: readonly ReadingNote[];
}

/** Between two blocks of a section's text. Offsets everywhere count UTF-16 units of the joined text. */
export const BLOCK_SEPARATOR = '\n\n';

export interface BlockSpan {
  type: BlockType;
  level: number;
  /** Range in the chunk's text. */
  start: number;
  end: number;
  /** The block began in the chunk before. */
  continued: boolean;
}

export interface Chunk {
  sectionIndex: number;
  /** Range [start, end) in the section's text; `text` is exactly that slice. */
  start: number;
  end: number;
  text: string;
  blocks: BlockSpan[];
  /** White-space-separated words. */
  words: number;
  /** Tokens with [CLS] and [SEP]; never more than the model's window for body sections. */
  tokens: number;
}

export interface BookTopic {
  label: string;
  /** Normal form, unique across the library together with the kind. */
  key: string;
  kind: TopicKind;
  /** Unit vector; undefined for names. */
  vector: Float32Array | undefined;
  aliases: string[];
  /** Domain in the vocabulary (concepts). */
  domain: string;
  /** Occurrences in the book (names). */
  count: number;
  nameKind: NameKind | '';
}

export interface ChunkTopics {
  /** Place in the chunks of the book. */
  chunk: number;
  topics: { topic: number; score: number }[];
}

export interface BookPhrase {
  label: string;
  weight: number;
  vector: Float32Array;
}

/** What the topic recipe makes of one book. Depends on the book and shipped data only, never on the library. */
export interface BookTopics {
  topics: BookTopic[];
  chunks: ChunkTopics[];
  /** Up to 25, heaviest first. */
  phrases: BookPhrase[];
  /** Unit vector of the whole book. */
  vector: Float32Array;
}

/** Embeds texts in order; the pipeline gives one that goes through cache and service. */
export type Embedder = (texts: readonly string[], kind: 'PASSAGE' | 'LABEL') => Promise<Float32Array[]>;
