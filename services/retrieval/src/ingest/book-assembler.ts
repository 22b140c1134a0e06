/** Collects the streamed parts of one book, checks that they add up, and packs them for the writer. */

import { createHash } from 'node:crypto';
import { LibTrailsError } from '@libtrails/common/errors';
import { PROFILE } from '@libtrails/models/profile';
import type { BookFooter__Out as BookFooter } from '@libtrails/proto/types/ingest/v1/BookFooter';
import type { BookHeader__Out as BookHeader } from '@libtrails/proto/types/ingest/v1/BookHeader';
import type { BookMetadata__Out as BookMetadata } from '@libtrails/proto/types/ingest/v1/BookMetadata';
import type { BookPhrase__Out as BookPhrase } from '@libtrails/proto/types/ingest/v1/BookPhrase';
import type { Chunk__Out as Chunk } from '@libtrails/proto/types/ingest/v1/Chunk';
import type { CoverImage__Out as CoverImage } from '@libtrails/proto/types/ingest/v1/CoverImage';
import type { NewTopic__Out as NewTopic } from '@libtrails/proto/types/ingest/v1/NewTopic';
import type { PageStart__Out as PageStart } from '@libtrails/proto/types/ingest/v1/PageStart';
import type { PutBookRequest__Out as PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { Section__Out as Section } from '@libtrails/proto/types/ingest/v1/Section';
import { BLOCK_TYPES, SECTION_KINDS, TOPIC_KINDS } from '@libtrails/proto/values';
import { ALIAS_SEPARATOR } from '../store/alias-list.ts';
import type { FinishedBook, FinishedChunk, FinishedTopic } from '../store/finished-book.ts';
import { toCatalogued } from './catalogued.ts';
import {
  MAX_CHUNKS,
  MAX_COVER_BYTES,
  MAX_LABEL_UNITS,
  MAX_PAGE_LABEL_UNITS,
  MAX_PAGES,
  MAX_PHRASES,
  MAX_SECTIONS,
  MAX_TEXT_UNITS,
  MAX_TOPICS,
  MAX_TOPICS_PER_CHUNK,
} from './limits.ts';
import { isOneOf, wrong } from './refusal.ts';
import { toSourceFile } from './source-file.ts';
import { VectorPile } from './vector-pile.ts';

/** Served to browsers as they are, so nothing that can carry a script; covers of other types are left out. */
const COVER_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'] as const;

const COLOR = /^#[0-9a-f]{6}$/;

/** The message, or the header's own fields: an indexer from before the message sends those. */
function metadataOf(header: BookHeader): BookMetadata {
  if (header.metadata !== null) return header.metadata;
  const { title, authors, language, year, description } = header;
  const { subjects, publisher, identifiers, series, seriesIndex } = header;
  return {
    ...{ title, authors, language, year, description },
    ...{ subjects, publisher, identifiers, series, seriesIndex, titleSort: '', authorSort: '', subtitle: '' },
  };
}

export class BookAssembler {
  #header: BookHeader | undefined;
  #footer: BookFooter | undefined;
  #cover: FinishedBook['cover'];
  readonly #sections: FinishedBook['sections'] = [];
  readonly #topics: FinishedTopic[] = [];
  readonly #chunks: FinishedChunk[] = [];
  readonly #phrases: FinishedBook['phrases'] = [];
  readonly #bookVector = new VectorPile();
  readonly #chunkVectors = new VectorPile();
  readonly #topicVectors = new VectorPile();
  readonly #phraseVectors = new VectorPile();
  /** The printed page that has begun last. */
  #page = '';
  #textUnits = 0;
  #words = 0;

  /** The header, once it has been added. */
  get header(): BookHeader | undefined {
    return this.#header;
  }

  /**
   * Adds the next part. The first must be the header; sections come in reading order, each before its
   * chunks; nothing follows the footer.
   * @throws LibTrailsError invalid_argument, too_large; failed_precondition if the vectors have other dimensions
   */
  add(part: PutBookRequest): void {
    if (this.#footer !== undefined) throw wrong('A part came after the footer');
    if (this.#header === undefined && part.part !== 'header')
      throw wrong('The first part must be the header');
    switch (part.part) {
      case 'header':
        this.#addHeader(part.header as BookHeader);
        break;
      case 'topics':
        for (const topic of part.topics?.topics ?? []) this.#addTopic(topic);
        break;
      case 'section':
        this.#addSection(part.section as Section);
        break;
      case 'chunks':
        for (const chunk of part.chunks?.chunks ?? []) this.#addChunk(chunk);
        break;
      case 'phrases':
        for (const phrase of part.phrases?.phrases ?? []) this.#addPhrase(phrase);
        break;
      case 'cover':
        this.#addCover(part.cover as CoverImage);
        break;
      case 'footer':
        this.#footer = part.footer as BookFooter;
        break;
      default:
        throw wrong('A part is empty or of an unknown kind');
    }
  }

  /**
   * The whole book and the buffers that can be transferred with it. The assembler is used up.
   * @throws LibTrailsError invalid_argument if the footer is missing or its counts are not those received
   */
  finish(): { book: FinishedBook; transfer: ArrayBuffer[] } {
    const header = this.#header;
    const footer = this.#footer;
    if (header === undefined || footer === undefined) throw wrong('The stream ended before the footer');
    const counts = {
      sections: this.#sections.length,
      chunks: this.#chunks.length,
      topics: this.#topics.length,
      phrases: this.#phrases.length,
      words: this.#words,
    };
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
      if (footer[name] !== counts[name]) {
        throw wrong(`The footer says ${footer[name]} ${name}, but ${counts[name]} were received`);
      }
    }
    this.#checkTopicPlaces();
    const book: FinishedBook = {
      source: toSourceFile(header.source),
      takesOver: header.takesOver,
      ...metadataOf(header),
      catalogue: toCatalogued(header.catalogue),
      fingerprint: header.fingerprint,
      words: this.#words,
      cover: this.#cover,
      sections: this.#sections,
      topics: this.#topics,
      chunks: this.#chunks,
      phrases: this.#phrases,
      bookVector: this.#bookVector.take(),
      chunkVectors: this.#chunkVectors.take(),
      topicVectors: this.#topicVectors.take(),
      phraseVectors: this.#phraseVectors.take(),
    };
    const { bookVector, chunkVectors, topicVectors, phraseVectors } = book;
    const transfer = [bookVector, chunkVectors, topicVectors, phraseVectors].map(
      ({ buffer }) => buffer as ArrayBuffer,
    );
    if (book.cover !== undefined) transfer.push(book.cover.data.buffer as ArrayBuffer);
    return { book, transfer };
  }

  #addHeader(header: BookHeader): void {
    if (this.#header !== undefined) throw wrong('A second header came');
    toSourceFile(header.source);
    toCatalogued(header.catalogue);
    if (header.fingerprint === '') throw wrong("The header names no fingerprint of the book's vectors");
    if (header.dims !== PROFILE.dims) {
      throw new LibTrailsError(
        'failed_precondition',
        `The book's vectors have ${header.dims} dimensions, the library's ${PROFILE.dims}: use the embedding model of the library`,
      );
    }
    const { title, subtitle, description, authors, subjects, identifiers, publisher } = metadataOf(header);
    this.#checkLabel(title, 'title');
    this.#countText(description);
    for (const text of [subtitle, ...authors, ...subjects, ...identifiers, publisher]) {
      this.#countText(text);
    }
    this.#bookVector.add(header.vector, 'the book');
    this.#header = header;
  }

  #addTopic(topic: NewTopic): void {
    if (this.#topics.length >= MAX_TOPICS) throw tooLarge(`more than ${MAX_TOPICS} topics`);
    const { label, key, kind, domain, count, nameKind } = topic;
    if (!isOneOf(TOPIC_KINDS, kind)) throw wrong(`Topic "${label}" is of unknown kind "${kind}"`);
    this.#checkLabel(label, 'topic');
    this.#checkLabel(key, `key of topic "${label}"`);
    const aliases = topic.aliases.filter((alias) => !alias.includes(ALIAS_SEPARATOR));
    for (const alias of aliases) this.#countText(alias);
    if (kind !== 'name') this.#topicVectors.add(topic.vector, `topic "${label}"`);
    this.#topics.push({ label, key, kind, aliases, domain, count, nameKind });
  }

  #addSection({ index, title, kind, depth, href, pages }: Section): void {
    if (this.#sections.length >= MAX_SECTIONS) throw tooLarge(`more than ${MAX_SECTIONS} sections`);
    if (index !== this.#sections.length) {
      throw wrong(`Section ${index} came where section ${this.#sections.length} was due`);
    }
    if (!isOneOf(SECTION_KINDS, kind)) throw wrong(`Section ${index} is of unknown kind "${kind}"`);
    this.#countText(title);
    this.#countText(href);
    this.#sections.push({ title, kind, depth, href, pages: this.#pagesOf(pages, index) });
  }

  /** The pages of a section; the last one of the section before goes on to the first of them. */
  #pagesOf(pages: readonly PageStart[], section: number): PageStart[] {
    if (pages.length > MAX_PAGES) throw tooLarge(`section ${section} with more than ${MAX_PAGES} pages`);
    const starts: PageStart[] = [];
    if (this.#page !== '' && pages[0]?.at !== 0) starts.push({ label: this.#page, at: 0 });
    for (const { label, at } of pages) {
      if (at < (starts.at(-1)?.at ?? 0)) throw wrong(`The pages of section ${section} are out of order`);
      if (label.length > MAX_PAGE_LABEL_UNITS) throw tooLarge(`a page label of ${label.length} characters`);
      this.#countText(label);
      starts.push({ label, at });
    }
    this.#page = pages.at(-1)?.label ?? this.#page;
    return starts;
  }

  #addChunk(chunk: Chunk): void {
    const place = this.#chunks.length;
    if (place >= MAX_CHUNKS) throw tooLarge(`more than ${MAX_CHUNKS} chunks`);
    const { sectionIndex: section, start, end: stop, text, words } = chunk;
    const owner = this.#sections[section];
    if (owner === undefined || section !== this.#sections.length - 1) {
      throw wrong(`Chunk ${place} belongs to section ${section}, but came after another one`);
    }
    const before = this.#chunks.at(-1);
    const least = before?.section === section ? before.stop : 0;
    if (start < least || stop - start !== text.length || text.length === 0) {
      throw wrong(
        `Chunk ${place} has ${text.length} characters at ${start}..${stop}, after a chunk that ends at ${least}`,
      );
    }
    this.#countText(text);
    const searchable = owner.kind === 'body';
    if (searchable) {
      this.#chunkVectors.add(chunk.vector, `chunk ${place}`);
      this.#words += words;
    } else if (chunk.topics.length > 0) {
      throw wrong(`Chunk ${place} stands outside the body, but has topics`);
    }
    if (chunk.topics.length > MAX_TOPICS_PER_CHUNK) {
      throw tooLarge(`chunk ${place} with more than ${MAX_TOPICS_PER_CHUNK} topics`);
    }
    const topics = chunk.topics.map(({ topic, score }): [number, number] => {
      if (!Number.isFinite(score)) throw wrong(`Chunk ${place} has a topic whose score is not a number`);
      return [topic, score];
    });
    const blocks = blocksOf(chunk, place);
    this.#chunks.push({ section, searchable, start, stop, text, blocks, words, topics });
  }

  #addPhrase({ label, weight, vector }: BookPhrase): void {
    if (this.#phrases.length >= MAX_PHRASES) throw tooLarge(`more than ${MAX_PHRASES} phrases`);
    this.#checkLabel(label, 'phrase');
    if (!Number.isFinite(weight)) throw wrong(`The weight of phrase "${label}" is not a number`);
    this.#phraseVectors.add(vector, `phrase "${label}"`);
    this.#phrases.push({ label, weight });
  }

  #addCover({ data, mediaType, width, height, color, smaller }: CoverImage): void {
    const bytes = smaller.reduce((sum, size) => sum + size.data.length, data.length);
    if (bytes > MAX_COVER_BYTES) throw tooLarge(`a cover of more than ${MAX_COVER_BYTES} bytes`);
    // A book without a cover is better than no book.
    if (!isOneOf(COVER_TYPES, mediaType)) return;
    const hash = createHash('sha256').update(data).digest('hex').slice(0, 16);
    // The bytes are a view into the message; what crosses to the writer needs a buffer of its own.
    this.#cover = {
      data: new Uint8Array(data),
      mediaType,
      hash,
      width,
      height,
      color: COLOR.test(color) ? color : '',
      smaller: smaller.map((size) => ({ ...size, data: new Uint8Array(size.data) })),
    };
  }

  /** Chunks may come before the topics they name, so this is checked at the end. */
  #checkTopicPlaces(): void {
    this.#chunks.forEach(({ topics }, place) => {
      for (const [topic] of topics) {
        const named = this.#topics[topic];
        if (named === undefined) {
          throw wrong(`Chunk ${place} names topic ${topic}, but there are ${this.#topics.length}`);
        }
        if (named.kind === 'name') throw wrong(`Chunk ${place} has the name "${named.label}" as a topic`);
      }
    });
  }

  #checkLabel(text: string, what: string): void {
    if (text.trim() === '') throw wrong(`An empty ${what} came`);
    if (text.length > MAX_LABEL_UNITS) throw tooLarge(`a ${what} of ${text.length} characters`);
    this.#countText(text);
  }

  #countText(text: string): void {
    this.#textUnits += text.length;
    if (this.#textUnits > MAX_TEXT_UNITS) throw tooLarge(`more than ${MAX_TEXT_UNITS} characters of text`);
  }
}

/** The blocks of a chunk as the file keeps them: in order, within the text. */
function blocksOf({ blocks, text }: Chunk, place: number): string {
  let least = 0;
  const rows = blocks.map(({ type, level, start, end, continued }) => {
    if (!isOneOf(BLOCK_TYPES, type)) throw wrong(`Chunk ${place} has a block of unknown type "${type}"`);
    if (start < least || end <= start || end > text.length) {
      throw wrong(`Chunk ${place} has a block at ${start}..${end} of ${text.length} characters`);
    }
    least = end;
    return [type, level, start, end, continued ? 1 : 0];
  });
  return JSON.stringify(rows);
}

function tooLarge(what: string): LibTrailsError {
  return new LibTrailsError('too_large', `The book has ${what}; that is more than the library takes`);
}
