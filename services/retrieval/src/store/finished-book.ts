/** A checked book on its way to the file. Crosses to the writer thread, so it is data only. */

import type { BookMetadata__Out as BookMetadata } from '@libtrails/proto/types/ingest/v1/BookMetadata';
import type { PageStart__Out as PageStart } from '@libtrails/proto/types/ingest/v1/PageStart';
import type { PutOutcome, SectionKind, TopicKind } from '@libtrails/proto/values';

export type { PutOutcome, SectionKind, TopicKind };

export interface SourceFile {
  /** Path relative to the indexed folder. */
  fileName: string;
  /** SHA-256, hex. */
  contentHash: string;
  size: number;
  modifiedMs: number;
  pipeline: string;
}

export interface FinishedTopic {
  label: string;
  key: string;
  kind: TopicKind;
  aliases: string[];
  domain: string;
  /** Occurrences; names only. */
  count: number;
  nameKind: string;
}

export interface FinishedChunk {
  section: number;
  searchable: boolean;
  start: number;
  stop: number;
  text: string;
  /** JSON: [[type, level, start, end, continued], ...]. */
  blocks: string;
  words: number;
  /** Places in the book's topics with their scores. */
  topics: [topic: number, score: number][];
}

export interface FinishedCover {
  /** The widest size. */
  data: Uint8Array;
  mediaType: string;
  hash: string;
  /** Pixels; 0 if not measured. */
  width: number;
  height: number;
  /** "#rrggbb"; empty if not measured. */
  color: string;
  /** The same image, smaller, in the same format. */
  smaller: { width: number; height: number; data: Uint8Array }[];
}

/** What a catalogue, such as a Calibre library, adds to a book; as CatalogueEntry has it. */
export interface Catalogued {
  version: string;
  link: string;
  rating: number;
}

export type { BookMetadata };

export interface FinishedBook extends BookMetadata {
  source: SourceFile;
  /** File whose book it takes the place of; absent or empty if none. */
  takesOver?: string;
  /** Undefined if the metadata is the file's own. */
  catalogue?: Catalogued | undefined;
  fingerprint: string;
  /** Of the body. */
  words: number;
  cover: FinishedCover | undefined;
  /** `pages`: the printed ones by their places in the section's text; one that began earlier stands at 0. */
  sections: { title: string; kind: SectionKind; depth: number; href: string; pages: PageStart[] }[];
  topics: FinishedTopic[];
  chunks: FinishedChunk[];
  /** Heaviest first. */
  phrases: { label: string; weight: number }[];
  /** Vectors, DIMS components each: of the book itself, ... */
  bookVector: Float32Array;
  /** ... of the searchable chunks in order, ... */
  chunkVectors: Float32Array;
  /** ... of the phrase and concept topics in order, ... */
  topicVectors: Float32Array;
  /** ... and of the phrases in order. */
  phraseVectors: Float32Array;
}
