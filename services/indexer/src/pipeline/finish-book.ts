/** One file → everything the library keeps of it: parse, chunk, embed, topics. */
import type { BookTopics, Chunk, Embedder, ParsedBook } from '../book.ts';
import { chunkBook } from '../chunks/chunk-book.ts';
import type { TokenCounter } from '../chunks/token-counter.ts';
import type { EmbeddingClient } from '../embed/embedding-client.ts';
import type { Cover } from './cover.ts';
import { type ReadBook, readBook } from './read-book.ts';

export interface IndexedBook {
  book: ParsedBook;
  /** Of all sections, in reading order. */
  chunks: IndexedChunk[];
  /** Topics; `chunks` in it counts the searchable chunks only. */
  topics: BookTopics;
  cover: Cover | undefined;
  /** Words of the body. */
  words: number;
}

export interface IndexedChunk {
  chunk: Chunk;
  /** Undefined outside the body. */
  vector: Float32Array | undefined;
  topics: readonly { topic: number; score: number }[];
}

export type Stage = 'parsing' | 'embedding' | 'topics' | 'storing';

/** The topic recipe; chunks and vectors are those of the body. */
export type TopicExtractor = (
  book: ParsedBook,
  chunks: readonly Chunk[],
  chunkVectors: readonly Float32Array[],
  embed: Embedder,
) => Promise<BookTopics>;

export interface FinishTools {
  /** Reads a file; default: in a process of its own. */
  read?: (path: string, signal: AbortSignal) => Promise<ReadBook>;
  embedding: Pick<EmbeddingClient, 'embed'>;
  countTokens: TokenCounter;
  extractTopics: TopicExtractor;
  signal: AbortSignal;
  /** `done` of `total` words of the body are embedded. */
  onProgress: (stage: Stage, done: number, total: number) => void;
}

/**
 * Makes a book ready for the library.
 * @throws BookFileError if the file is refused; LibTrailsError if the embedding service fails or work is stopped
 */
export async function finishBook(path: string, tools: FinishTools): Promise<IndexedBook> {
  const { embedding, signal, onProgress, read = readBook } = tools;
  onProgress('parsing', 0, 0);
  const { book, cover } = await read(path, signal);
  const chunks = await chunkBook(book, tools.countTokens);
  const body = chunks.filter((chunk) => book.sections[chunk.sectionIndex]?.kind === 'body');
  const words = body.reduce((sum, chunk) => sum + chunk.words, 0);

  let done = 0;
  onProgress('embedding', done, words);
  const vectors = await embedding.embed(
    body.map((chunk) => chunk.text),
    'PASSAGE',
    {
      signal,
      onDone: (places) => {
        for (const place of places) done += body[place]!.words;
        onProgress('embedding', done, words);
      },
    },
  );
  onProgress('topics', words, words);
  const embed: Embedder = (texts, kind) => embedding.embed(texts, kind, { signal });
  const topics = await tools.extractTopics(book, body, vectors, embed);
  const place = new Map(body.map((chunk, i) => [chunk, i]));
  const chunkTopics = new Map(topics.chunks.map(({ chunk, topics: list }) => [chunk, list]));
  return {
    book,
    cover,
    words,
    topics,
    chunks: chunks.map((chunk) => {
      const i = place.get(chunk);
      return i === undefined
        ? { chunk, vector: undefined, topics: [] }
        : { chunk, vector: vectors[i], topics: chunkTopics.get(i) ?? [] };
    }),
  };
}
