/** Books for tests as an indexer streams them. */
import type { PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { NameKind } from '@libtrails/proto/values';
import { finishedBook, type TestBook, vectorOf } from '../store/sqlite/book.test-support.ts';

/** A vector as the contract wants it: packed little-endian float32. */
export function packed(text: string): Buffer {
  return Buffer.from(vectorOf(text).buffer);
}

/** The parts of the book that `finishedBook` makes of the same spec. */
export function bookParts(spec: TestBook): PutBookRequest[] {
  const book = finishedBook(spec);
  const { title, authors, language, year, description, subjects, publisher, identifiers } = book;
  const { series, seriesIndex, titleSort, authorSort, subtitle } = book;
  const metadata = { title, authors, language, year, description, subjects, publisher, identifiers };
  const sections = book.sections.flatMap((section, index): PutBookRequest[] => [
    { section: { index, ...section } },
    {
      chunks: {
        chunks: book.chunks
          .filter((chunk) => chunk.section === index)
          .map(({ start, stop, text, words, topics, searchable }) => ({
            sectionIndex: index,
            start,
            end: stop,
            text,
            blocks: [{ type: 'paragraph', start: 0, end: text.length, level: 0, continued: false }],
            words,
            tokens: words + 2,
            vector: searchable ? packed(text) : Buffer.alloc(0),
            topics: topics.map(([topic, score]) => ({ topic, score })),
          })),
      },
    },
  ]);
  return [
    {
      header: {
        source: book.source,
        metadata: { ...metadata, series, seriesIndex, titleSort, authorSort, subtitle },
        fingerprint: book.fingerprint,
        dims: 384,
        vector: packed(title),
      },
    },
    {
      topics: {
        topics: book.topics.map((topic) => ({
          ...topic,
          nameKind: topic.nameKind as NameKind | '',
          vector: topic.kind === 'name' ? Buffer.alloc(0) : packed(topic.label),
        })),
      },
    },
    ...sections,
    { phrases: { phrases: book.phrases.map((phrase) => ({ ...phrase, vector: packed(phrase.label) })) } },
    { cover: { data: Buffer.from([1, 2, 3]), mediaType: 'image/png' } },
    {
      footer: {
        sections: book.sections.length,
        chunks: book.chunks.length,
        topics: book.topics.length,
        phrases: book.phrases.length,
        words: book.words,
      },
    },
  ];
}
