/** A finished book as the parts of a PutBook stream. */

import type { CatalogueEntry as CatalogueMessage } from '@libtrails/proto/types/ingest/v1/CatalogueEntry';
import type { Chunk as ChunkMessage } from '@libtrails/proto/types/ingest/v1/Chunk';
import type { CoverImage } from '@libtrails/proto/types/ingest/v1/CoverImage';
import type { NewTopic } from '@libtrails/proto/types/ingest/v1/NewTopic';
import type { PageStart } from '@libtrails/proto/types/ingest/v1/PageStart';
import type { PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import { BLOCK_SEPARATOR, type BookTopic, type Section } from '../book.ts';
import type { CatalogueEntry } from '../calibre/metadata.ts';
import type { Source } from '../ingest-client.ts';
import type { Cover } from './cover.ts';
import type { IndexedBook, IndexedChunk } from './finish-book.ts';

/** Rows in one message: far below gRPC's limit for any text that fits the model's window. */
const BATCH_ROWS = 128;

/** Header first, sections each before their chunks, footer last. */
export function* bookParts(
  finished: IndexedBook,
  source: Source,
  fingerprint: string,
  { takesOver = '', catalogue }: { takesOver?: string; catalogue?: CatalogueEntry | undefined } = {},
): Generator<PutBookRequest> {
  const { book, chunks, topics, cover, words } = finished;
  const { sections, cover: _cover, notes: _notes, ...metadata } = book;
  yield {
    header: {
      source,
      metadata,
      fingerprint,
      dims: topics.vector.length,
      vector: bytesOf(topics.vector),
      takesOver,
      ...(catalogue === undefined ? {} : { catalogue: catalogueMessage(catalogue) }),
    },
  };
  if (cover !== undefined) yield { cover: coverMessage(cover) };
  for (const batch of batches(topics.topics)) yield { topics: { topics: batch.map(topicMessage) } };
  const bySection = Map.groupBy(chunks, ({ chunk }) => chunk.sectionIndex);
  for (const section of sections) {
    const { index, title, kind, depth, href } = section;
    yield { section: { index, title, kind, depth, href, pages: pagesOf(section) } };
    for (const batch of batches(bySection.get(index) ?? []))
      yield { chunks: { chunks: batch.map(chunkMessage) } };
  }
  for (const batch of batches(topics.phrases)) {
    yield {
      phrases: {
        phrases: batch.map(({ label, weight, vector }) => ({ label, weight, vector: bytesOf(vector) })),
      },
    };
  }
  yield {
    footer: {
      sections: sections.length,
      chunks: chunks.length,
      topics: topics.topics.length,
      phrases: topics.phrases.length,
      words,
    },
  };
}

/** Printed pages by their places in the section's text. */
function pagesOf({ blocks }: Section): PageStart[] {
  const starts: PageStart[] = [];
  let offset = 0;
  for (const { text, pages = [] } of blocks) {
    for (const { label, at } of pages) {
      if (starts.at(-1)?.label !== label) starts.push({ label, at: offset + at });
    }
    offset += text.length + BLOCK_SEPARATOR.length;
  }
  return starts;
}

export function catalogueMessage({ version, link, rating }: CatalogueEntry): CatalogueMessage {
  return { version, link, rating };
}

function coverMessage({ data, smaller, ...rest }: Cover): CoverImage {
  return {
    ...rest,
    data: Buffer.from(data),
    smaller: smaller.map((size) => ({ ...size, data: Buffer.from(size.data) })),
  };
}

function topicMessage({ vector, ...topic }: BookTopic): NewTopic {
  return { ...topic, vector: vector === undefined ? Buffer.alloc(0) : bytesOf(vector) };
}

function chunkMessage({ chunk, vector, topics }: IndexedChunk): ChunkMessage {
  return { ...chunk, vector: vector === undefined ? Buffer.alloc(0) : bytesOf(vector), topics: [...topics] };
}

/** Little-endian float32, as every machine that Node runs on holds it. */
function bytesOf(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += BATCH_ROWS) yield rows.slice(i, i + BATCH_ROWS);
}
